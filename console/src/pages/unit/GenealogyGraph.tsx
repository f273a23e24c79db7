import { useNavigate } from '@tanstack/react-router';
import cytoscape, { type ElementDefinition, type StylesheetJson } from 'cytoscape';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Schemas } from '~/api/client';
import { type Ink, useInk } from '~/charts/ink';
import { text } from '~/text/en';
import { type Folded, type FoldedNode, fold, labelOf } from './fold';

const NODE_WIDTH = 184;
const NODE_HEIGHT = 48;
const COLUMN = 288;
const ROW = 68;
const words = text.genealogy;

interface Props {
  genealogy: Schemas['Genealogy'];
  unit: string;
}

/** Inputs at the left, the unit in the middle, what was made of it at the right; repeated siblings are one node until opened. */
export default function GenealogyGraph({ genealogy, unit }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const ink = useInk();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const folded = useMemo(() => fold(genealogy, unit, opened), [genealogy, unit, opened]);
  const act = useRef((_: FoldedNode) => {});
  act.current = node => {
    if (node.members.length > 1) setOpened(before => new Set([...before, node.id]));
    else if (node.id !== unit) void navigate({ to: '/unit', search: { epc: node.id } });
  };

  useEffect(() => {
    if (!place.current) return;
    const graph = cytoscape({
      container: place.current,
      elements: elementsOf(folded, unit),
      style: styleOf(ink),
      layout: { name: 'preset', fit: true, padding: 16 },
      minZoom: 0.3,
      maxZoom: 1,
      userZoomingEnabled: false,
      autoungrabify: true,
      boxSelectionEnabled: false,
    });
    graph.center();
    graph.on('tap', 'node', event => {
      const node = folded.nodes.find(each => each.id === event.target.id());
      if (node) act.current(node);
    });
    const point = (cursor: string) => graph.container()?.style.setProperty('cursor', cursor);
    graph.on('mouseover', 'node', () => point('pointer'));
    graph.on('mouseout', 'node', () => point('default'));
    const observer = new ResizeObserver(() => {
      graph.resize();
      graph.fit(undefined, 16);
    });
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      graph.destroy();
    };
  }, [folded, unit, ink]);

  const height = heightOf(folded);
  return <div ref={place} role="img" aria-label={words.label(genealogy.nodes.length)} style={{ height }} />;
}

const LEAST_HEIGHT = 132;
const MOST_HEIGHT = 480;

/** As high as its longest column needs. */
function heightOf(folded: Folded): number {
  const sizes = new Map<number, number>();
  for (const node of folded.nodes) sizes.set(node.level, (sizes.get(node.level) ?? 0) + 1);
  return Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, Math.max(...sizes.values()) * ROW + 32));
}

function elementsOf(folded: Folded, unit: string): ElementDefinition[] {
  const columns = new Map<number, FoldedNode[]>();
  for (const node of folded.nodes) columns.set(node.level, [...(columns.get(node.level) ?? []), node]);
  const nodes = folded.nodes.map((node): ElementDefinition => {
    const column = columns.get(node.level) ?? [];
    const [name, which] = labelOf(node, words.many);
    const hidden = node.members.reduce((sum, member) => sum + (member.hidden ?? 0), 0);
    return {
      data: { id: node.id, label: `${name}\n${which}${hidden ? ` ${words.hidden(hidden)}` : ''}` },
      classes: [node.id === unit ? 'unit' : '', node.members.length > 1 ? 'folded' : ''].join(' '),
      position: { x: node.level * COLUMN, y: (column.indexOf(node) - (column.length - 1) / 2) * ROW },
    };
  });
  const edges = folded.edges.map(edge => ({
    data: { id: `${edge.from} > ${edge.to}`, source: edge.from, target: edge.to },
    classes: edge.kind,
  }));
  return [...nodes, ...edges];
}

function styleOf(ink: Ink): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        shape: 'round-rectangle',
        width: NODE_WIDTH,
        height: NODE_HEIGHT,
        'corner-radius': '8px',
        'background-color': ink.card,
        'border-width': 1,
        'border-color': ink['graphite-7'],
        label: 'data(label)',
        'text-wrap': 'wrap',
        'text-max-width': `${NODE_WIDTH - 20}px`,
        'text-overflow-wrap': 'anywhere',
        'text-valign': 'center',
        'line-height': 1.35,
        'font-family': ink.font,
        'font-size': 12,
        color: ink.text,
        'overlay-opacity': 0,
      },
    },
    {
      selector: 'node.unit',
      style: { 'border-width': 2, 'border-color': ink.gold, 'background-color': ink['gold-soft'] },
    },
    { selector: 'node.folded', style: { 'border-style': 'double', 'border-width': 4 } },
    {
      selector: 'edge',
      style: {
        width: 1.5,
        'curve-style': 'bezier',
        'line-color': ink['graphite-7'],
        'target-arrow-color': ink['graphite-7'],
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.9,
      },
    },
    { selector: 'edge.association', style: { 'line-style': 'dashed' } },
  ];
}
