import type { Schemas } from '~/api/client';
import { elementString, shortName } from '~/format/identifiers';

type Genealogy = Schemas['Genealogy'];
type Node = Genealogy['nodes'][number];

export interface FoldedNode {
  id: string;
  members: Node[];
  /** Generations from the unit: negative is what it was made of, positive what was made of it. */
  level: number;
}

export interface FoldedEdge {
  from: string;
  to: string;
  kind: 'transformation' | 'association';
}

export interface Folded {
  nodes: FoldedNode[];
  edges: FoldedEdge[];
}

/** So many siblings stand for themselves; more are folded into one node. */
export const LEAST_FOLDED = 4;

/**
 * Folds siblings that repeat: nodes of the same kind and name with the same neighbours become one node. The unit itself and
 * the groups in `opened` stay apart.
 */
export function fold(genealogy: Genealogy, unit: string, opened: ReadonlySet<string>): Folded {
  const levels = levelsOf(genealogy, unit);
  const groups = groupBy(genealogy.nodes, node => signature(node, genealogy, unit));

  const homes = new Map<string, string>();
  const nodes: FoldedNode[] = [];
  for (const [key, members] of groups) {
    const together = members.length >= LEAST_FOLDED && !opened.has(key);
    for (const cell of together ? [members] : members.map(member => [member])) {
      const first = cell[0];
      if (!first) continue;
      const id = together ? key : first.epc;
      nodes.push({ id, members: cell, level: levels.get(first.epc) ?? 0 });
      for (const member of cell) homes.set(member.epc, id);
    }
  }
  const edges = new Map<string, FoldedEdge>();
  for (const edge of genealogy.edges) {
    const from = homes.get(edge.from);
    const to = homes.get(edge.to);
    if (from && to) edges.set(`${from} ${to}`, { from, to, kind: edge.kind ?? 'transformation' });
  }
  return { nodes: nodes.sort((a, b) => a.level - b.level), edges: [...edges.values()] };
}

function signature(node: Node, genealogy: Genealogy, unit: string): string {
  if (node.epc === unit) return node.epc;
  const into = genealogy.edges.filter(edge => edge.to === node.epc).map(edge => edge.from);
  const out = genealogy.edges.filter(edge => edge.from === node.epc).map(edge => edge.to);
  return [node.kind, node.name ?? '', into.sort().join('+'), out.sort().join('+')].join('|');
}

/** Breadth first from the unit; each step up or down the edges is one generation. */
function levelsOf(genealogy: Genealogy, unit: string): Map<string, number> {
  const levels = new Map([[unit, 0]]);
  const waiting = [unit];
  for (let epc = waiting.shift(); epc !== undefined; epc = waiting.shift()) {
    const level = levels.get(epc) ?? 0;
    for (const edge of genealogy.edges) {
      const next = edge.to === epc ? edge.from : edge.from === epc ? edge.to : undefined;
      if (next === undefined || levels.has(next)) continue;
      levels.set(next, edge.to === epc ? level - 1 : level + 1);
      waiting.push(next);
    }
  }
  return levels;
}

function groupBy<T>(items: T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** Two lines for a node: what it is, and which one. */
export function labelOf(node: FoldedNode, many: (n: number) => string): [string, string] {
  const [first] = node.members;
  if (!first) return ['', ''];
  const name = first.name ?? first.kind.toUpperCase();
  return [name, node.members.length > 1 ? many(node.members.length) : shortName(elementString(first.epc))];
}
