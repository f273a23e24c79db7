import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { questions } from '~/api/questions';
import { Empty } from '~/parts/Empty';
import { ChoiceField, Filters, TimeField } from '~/parts/Filters';
import { Page } from '~/parts/Page';
import { Panel } from '~/parts/Panel';
import { ProblemNote } from '~/parts/ProblemNote';
import { WaitingBlock } from '~/parts/Waiting';
import { text } from '~/text/en';
import { CaseCard } from './CaseCard';
import styles from './Cases.module.css';
import { caseKinds, type caseSearch } from './search';

type Search = ReturnType<typeof caseSearch>;
const words = text.cases;
const route = getRouteApi('/cases');

export default function CasesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch, isPlaceholderData } = useQuery(questions.cases(search));
  const filtered = Object.keys(search).length > 0;
  const set = (change: Partial<Search>) =>
    void navigate({ search: before => ({ ...before, ...change }), replace: true, resetScroll: false });
  return (
    <Page title={words.title} answer={error ? '' : data && words.answer(data)}>
      <Filters onClear={filtered ? () => void navigate({ search: {} }) : undefined}>
        <ChoiceField
          label={words.kind}
          value={search.kind}
          choices={caseKinds.map(value => ({ value, label: words.kinds[value] }))}
          onChange={value => set({ kind: value as Search['kind'] })}
        />
        <TimeField label={text.performance.since} value={search.since} onChange={since => set({ since })} />
        <TimeField label={text.performance.until} value={search.until} onChange={until => set({ until })} />
      </Filters>
      {error ? (
        <ProblemNote error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <WaitingBlock height={280} />
      ) : data.length === 0 ? (
        <Panel>
          <Empty title={words.noneTitle}>{filtered ? words.noneFiltered : words.none}</Empty>
        </Panel>
      ) : (
        <ul className={styles.cases} style={{ opacity: isPlaceholderData ? 0.6 : 1 }}>
          {data.map(each => (
            <li key={each.kind + each.epc + each.to.at}>
              <CaseCard found={each} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
