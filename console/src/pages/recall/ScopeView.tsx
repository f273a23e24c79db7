import type { Schemas } from '~/api/client';
import type { ScopeCondition } from '~/api/questions';
import { writeAddress } from '~/app/address';
import { ShareBar, type SharePart } from '~/charts/ShareBar';
import { whereaboutsOrder, whereaboutsShades } from '~/charts/shades';
import { percent } from '~/format/numbers';
import { Empty } from '~/parts/Empty';
import { More } from '~/parts/More';
import { Panel } from '~/parts/Panel';
import { SaveButton } from '~/parts/SaveButton';
import { whereaboutsIcons } from '~/parts/Tone';
import { WaitingBlock, WaitingRows } from '~/parts/Waiting';
import { text } from '~/text/en';
import { ByPlace } from './ByPlace';
import { Precision } from './Precision';
import styles from './Recall.module.css';
import { ScopeList } from './ScopeList';

const words = text.recall;

interface Props {
  scope: Schemas['RecallScope'] | undefined;
  list: Schemas['RecalledUnit'][] | undefined;
  stale?: boolean;
  whereabouts: Schemas['Whereabouts'] | undefined;
  /** Absent where the list cannot be narrowed. */
  onWhereabouts?: (whereabouts: Schemas['Whereabouts'] | undefined) => void;
  /** The condition whose list is saved, or the path of a recall's list. */
  csv: ScopeCondition | string;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}

/** Where the units of a scope are, how exact it is, and each of them. */
export function ScopeView({ scope, list, stale = false, whereabouts, onWhereabouts, ...rest }: Props) {
  if (scope && scope.units === 0) {
    return (
      <Panel>
        <Empty title={words.noneTitle}>{words.none}</Empty>
      </Panel>
    );
  }
  const listed = whereabouts
    ? (scope?.byWhereabouts.find(each => each.whereabouts === whereabouts)?.units ?? 0)
    : (scope?.units ?? 0);
  return (
    <div className={styles.scope} style={{ opacity: stale ? 0.6 : 1 }}>
      <div className={styles.pair}>
        <Panel title={words.where} aside={scope && words.located(percent(scope.locatedShare))}>
          {scope ? (
            <ShareBar parts={partsOf(scope, whereabouts, onWhereabouts)} label={words.where} />
          ) : (
            <WaitingBlock height={104} />
          )}
        </Panel>
        <Panel title={words.precision}>{scope ? <Precision scope={scope} /> : <WaitingBlock height={104} />}</Panel>
      </div>
      <div className={styles.lists}>
        <Panel
          title={whereabouts ? words.listAt(text.whereabouts[whereabouts]) : words.list}
          aside={<SaveButton path={csvPath(rest.csv)} accept="text/csv" name={words.csvName} />}
          flush
        >
          {scope && list ? (
            <>
              <ScopeList list={list} />
              <More
                shown={list.length}
                total={listed}
                hasMore={rest.hasMore}
                loading={rest.loading}
                onMore={rest.onMore}
              />
            </>
          ) : (
            <WaitingRows rows={10} />
          )}
        </Panel>
        <Panel title={words.byPlace} flush>
          {scope ? <ByPlace places={scope.byPlace} /> : <WaitingRows rows={10} />}
        </Panel>
      </div>
    </div>
  );
}

function csvPath(csv: ScopeCondition | string): string {
  return typeof csv === 'string' ? csv : `/api/recall/scope${writeAddress({ ...csv, format: 'csv' })}`;
}

function partsOf(
  scope: Schemas['RecallScope'],
  selected: Schemas['Whereabouts'] | undefined,
  onPick: Props['onWhereabouts'],
): SharePart[] {
  const counts = new Map(scope.byWhereabouts.map(each => [each.whereabouts, each.units]));
  return whereaboutsOrder.flatMap(whereabouts => {
    const value = counts.get(whereabouts) ?? 0;
    return value === 0
      ? []
      : [
          {
            key: whereabouts,
            name: text.whereabouts[whereabouts],
            value,
            icon: whereaboutsIcons[whereabouts],
            shade: whereaboutsShades[whereabouts],
            selected: whereabouts === selected,
            onPick: onPick && (() => onPick(whereabouts === selected ? undefined : whereabouts)),
          },
        ];
  });
}
