import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Schemas } from '~/api/client';
import { scaleOf } from '~/charts/scale';
import { count, percent } from '~/format/numbers';
import { type Column, DataTable } from '~/parts/DataTable';
import { More } from '~/parts/More';
import { JudgementMark } from '~/parts/Tone';
import { text } from '~/text/en';
import { shareLimit } from './Funnel';
import { qText } from './LeadTimeTable';
import styles from './Performance.module.css';

type Group = Schemas['ReturnsGroup'];
const words = text.performance;

const SHOWN = 20;

interface Props {
  returns: Schemas['Returns'];
  /** Every group, not only the first. */
  all: boolean;
  onAll: () => void;
}

/** The numbers behind the funnel; each group leads to where its units are. */
export function ReturnsTable({ returns, all, onAll }: Props) {
  const scale = scaleOf(0, shareLimit(returns));
  const columns: Column<Group>[] = [
    { id: 'name', name: words.by, cell: group => group.name, sortBy: group => group.name },
    { id: 'sold', name: words.sold, cell: group => count(group.sold), sortBy: group => group.sold, end: true },
    {
      id: 'returned',
      name: words.returnedUnits,
      cell: group => count(group.returned),
      sortBy: group => group.returned,
      end: true,
    },
    {
      id: 'share',
      name: words.share,
      cell: group => (group.share === undefined ? text.common.none : percent(group.share)),
      sortBy: group => group.share,
      end: true,
    },
    {
      id: 'interval',
      name: words.interval,
      deskOnly: true,
      cell: group =>
        group.interval && (
          <span
            className={styles.whisker}
            title={`${percent(group.interval.low)} \u2013 ${percent(group.interval.high)}`}
          >
            <i style={{ left: `${100 * scale.at(returns.share ?? 0)}%` }} data-reference="true" />
            <i
              style={{
                left: `${100 * scale.at(group.interval.low)}%`,
                width: `${100 * (scale.at(group.interval.high) - scale.at(group.interval.low))}%`,
              }}
            />
            <b style={{ left: `${100 * scale.at(group.share ?? 0)}%` }} data-judgement={group.judgement} />
          </span>
        ),
    },
    {
      id: 'q',
      name: words.q,
      cell: group => (group.qValue === undefined ? text.common.none : qText(group.qValue)),
      sortBy: group => group.qValue,
      end: true,
      deskOnly: true,
    },
    {
      id: 'judgement',
      name: words.judgement,
      cell: group => <JudgementMark judgement={group.judgement} />,
      sortBy: group => group.judgement,
    },
    { id: 'go', name: words.follow, cell: group => <Follow by={returns.by} group={group} /> },
  ];
  const rows = returns.groups.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0));
  const shown = all ? rows : rows.slice(0, SHOWN);
  return (
    <>
      <DataTable caption={words.funnel} columns={columns} rows={shown} rowKey={group => group.key} />
      <More
        shown={shown.length}
        total={rows.length}
        hasMore={shown.length < rows.length}
        loading={false}
        onMore={onAll}
      />
    </>
  );
}

function Follow({ by, group }: { by: string; group: Group }): ReactNode {
  const dimension = { componentLot: 'componentLot', productLot: 'productLot', plant: 'plant', line: 'line' }[by];
  if (dimension) {
    return (
      <Link to="/recall" search={{ [dimension]: group.key }}>
        {words.whereTheyAre}
      </Link>
    );
  }
  if (by === 'product') {
    return (
      <Link to="/units" search={{ product: group.key, state: 'returned' }}>
        {words.returnedOnes}
      </Link>
    );
  }
  return null;
}
