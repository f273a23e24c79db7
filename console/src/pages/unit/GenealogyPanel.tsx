import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Schemas } from '~/api/client';
import { questions } from '~/api/questions';
import { Figure } from '~/charts/Figure';
import { elementString } from '~/format/identifiers';
import { count } from '~/format/numbers';
import { type Column, DataTable } from '~/parts/DataTable';
import { Panel } from '~/parts/Panel';
import { UnitLink } from '~/parts/UnitLink';
import { UnitName } from '~/parts/UnitName';
import { WaitingBlock } from '~/parts/Waiting';
import { text } from '~/text/en';

type Genealogy = Schemas['Genealogy'];
type Node = Genealogy['nodes'][number];
const words = text.genealogy;
const DEPTH = 5;
const LIMIT = 200;
const HEIGHT = 200;

const GenealogyGraph = lazy(() => import('./GenealogyGraph'));

/** What the unit was made of, and what was made of it. */
export function GenealogyPanel({ trace }: { trace: Schemas['Trace'] }) {
  const unit = trace.unit.identifier.epc;
  const asked = useQuery({ ...questions.genealogy(unit, DEPTH, LIMIT), enabled: trace.genealogy.nodes.length > 0 });
  if (trace.genealogy.nodes.length <= 1) return null;
  const genealogy = trace.asOf ? trace.genealogy : (asked.data ?? trace.genealogy);
  return (
    <Panel title={words.title} aside={answer(genealogy, unit)} flush>
      <Figure
        chart={
          <Suspense fallback={<WaitingBlock height={HEIGHT} />}>
            <GenealogyGraph genealogy={genealogy} unit={unit} />
          </Suspense>
        }
        note={genealogy.complete ? undefined : words.cut}
        table={
          <DataTable
            caption={words.title}
            columns={columnsFor(genealogy, unit)}
            rows={genealogy.nodes.filter(node => node.epc !== unit)}
            rowKey={node => node.epc}
          />
        }
      />
    </Panel>
  );
}

function answer(genealogy: Genealogy, unit: string): string {
  const into = genealogy.edges.filter(edge => edge.to === unit).length;
  const out = genealogy.edges.filter(edge => edge.from === unit).length;
  return words.answer(into, out);
}

function columnsFor(genealogy: Genealogy, unit: string): Column<Node>[] {
  const isInput = (node: Node) => genealogy.edges.some(edge => edge.from === node.epc && edge.to === unit);
  const isOutput = (node: Node) => genealogy.edges.some(edge => edge.to === node.epc && edge.from === unit);
  return [
    {
      id: 'thing',
      name: words.thing,
      cell: node => (
        <UnitLink epc={node.epc}>
          <UnitName text={elementString(node.epc)} />
        </UnitLink>
      ),
    },
    { id: 'name', name: words.name, cell: node => node.name },
    {
      id: 'role',
      name: words.role,
      cell: node => (isInput(node) ? words.input : isOutput(node) ? words.output : words.further),
    },
    {
      id: 'quantity',
      name: words.quantity,
      cell: node => node.quantity !== undefined && `${count(node.quantity)} ${node.uom ?? ''}`,
      end: true,
    },
    {
      id: 'scope',
      name: words.whoElse,
      cell: node =>
        node.kind === 'lgtin' && (
          <Link to="/recall" search={{ componentLot: node.epc }}>
            {words.scope}
          </Link>
        ),
    },
  ];
}
