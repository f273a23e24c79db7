import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '~/api/client';
import { questions } from '~/api/questions';
import { count } from '~/format/numbers';
import { type Column, DataTable } from '~/parts/DataTable';
import { Empty } from '~/parts/Empty';
import { Moment } from '~/parts/Moment';
import { Panel } from '~/parts/Panel';
import { ProblemNote } from '~/parts/ProblemNote';
import { WaitingRows } from '~/parts/Waiting';
import { text } from '~/text/en';

type Recall = Schemas['Recall'];
const words = text.recall;

const columns: Column<Recall>[] = [
  {
    id: 'name',
    name: words.name,
    cell: recall => (
      <Link to="/recall/$id" params={{ id: recall.id }}>
        {recall.name}
      </Link>
    ),
  },
  { id: 'reason', name: words.reason, cell: recall => recall.reason, deskOnly: true },
  { id: 'units', name: words.units, cell: recall => count(recall.units), end: true },
  { id: 'started', name: words.started, cell: recall => <Moment at={recall.startedAt} />, end: true },
];

export function Recalls() {
  const { data, error, refetch } = useQuery(questions.recalls());
  return (
    <Panel title={words.recalls} flush>
      {error ? (
        <ProblemNote error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <WaitingRows rows={2} />
      ) : data.length === 0 ? (
        <Empty title={words.noRecallsTitle}>{words.noRecalls}</Empty>
      ) : (
        <DataTable caption={words.recalls} columns={columns} rows={data} rowKey={recall => recall.id} linked />
      )}
    </Panel>
  );
}
