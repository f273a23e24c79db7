import { getRouteApi, Link } from '@tanstack/react-router';
import type { Schemas } from '~/api/client';
import { Figure } from '~/charts/Figure';
import { Strip } from '~/charts/Strip';
import { endOfBins, type Scale, scaleOf, ticksOf } from '~/charts/scale';
import { type DurationUnit, durationIn, durationNumber, gap, unitFor } from '~/format/durations';
import { count, percent, signed } from '~/format/numbers';
import { JudgementMark } from '~/parts/Tone';
import { text } from '~/text/en';
import { LeadTimeTable } from './LeadTimeTable';
import styles from './Performance.module.css';

type LeadTimes = Schemas['LeadTimes'];
type Group = Schemas['LeadTimeGroup'];
const words = text.performance;
const route = getRouteApi('/performance');

/** All but this share of the units lies within the drawn axis. */
const SHOWN_SHARE = 0.99;
const TICKS = 6;

/** One strip a group on a common axis, best first; each leads to the units behind it. */
export function LeadTimeStrips({ answer }: { answer: LeadTimes }) {
  const groups = answer.groups.toSorted(byValue);
  const scale = axisOf(answer);
  const unit = unitFor(answer.medianHours ?? scale.high / 2);
  const middle = medianOf(groups.flatMap(group => (group.judgement === 'tooFew' ? [] : (group.valueHours ?? []))));
  const cut = (answer.binEdgesHours.at(-1) ?? 0) > scale.high;
  return (
    <Figure
      chart={
        <div className={styles.strips}>
          <div className={styles.heads} aria-hidden>
            <span>{words.by}</span>
            <span>{words.fromTo(answer.from, answer.to)}</span>
            <span>{words.statistics[answer.statistic === 'p90' ? 'p90' : 'median']}</span>
            <span>{words.toBest}</span>
            <span>{words.toMedian}</span>
            <span>{words.judgement}</span>
          </div>
          <ul>
            {groups.map(group => (
              <GroupStrip
                key={group.key}
                group={group}
                scale={scale}
                edges={answer.binEdgesHours}
                unit={unit}
                middle={middle}
              />
            ))}
          </ul>
          <Axis scale={scale} unit={unit} />
        </div>
      }
      note={
        <>
          {words.legend} {cut && words.tail} {answer.note}
        </>
      }
      table={<LeadTimeTable groups={groups} unit={unit} />}
    />
  );
}

interface StripProps {
  group: Group;
  scale: Scale;
  edges: number[];
  unit: DurationUnit;
  middle: number | undefined;
}

function GroupStrip({ group, scale, edges, unit, middle }: StripProps) {
  const search = route.useSearch();
  const distance = (hours: number | undefined, share: number | undefined) =>
    hours === undefined ? (
      text.common.none
    ) : (
      <>
        {signed(gap(hours), hours)}
        {share !== undefined && hours !== 0 && <small>{signed(percent(Math.abs(share), 0), share)}</small>}
      </>
    );
  return (
    <li className={styles.group}>
      <span className={styles.groupName}>
        <Link to="/performance/units" search={{ ...search, group: group.key }}>
          {group.name}
        </Link>
        <small>n = {count(group.n)}</small>
      </span>
      <Strip
        scale={scale}
        edges={edges}
        histogram={group.histogram}
        value={group.valueHours}
        interval={group.interval}
        judgement={group.judgement}
        references={middle === undefined ? [] : [middle]}
      />
      <span className={styles.figure} data-name={words.value}>
        {group.valueHours === undefined ? text.common.none : durationIn(group.valueHours, unit)}
        {group.interval && (
          <small>
            {durationNumber(group.interval.low, unit)}
            {'\u2009\u2013\u2009'}
            {durationIn(group.interval.high, unit)}
          </small>
        )}
      </span>
      <span className={styles.figure} data-name={words.toBest}>
        {distance(group.gapToBestHours, group.gapToBestShare)}
      </span>
      <span className={styles.figure} data-name={words.toMedian}>
        {distance(group.gapToMedianHours, group.gapToMedianShare)}
      </span>
      <span className={styles.judgement}>
        <JudgementMark judgement={group.judgement} />
      </span>
    </li>
  );
}

function Axis({ scale, unit }: { scale: Scale; unit: DurationUnit }) {
  const inUnit = scaleOf(scale.low / unit.hours, scale.high / unit.hours);
  return (
    <div className={styles.axis} aria-hidden>
      <div>
        {ticksOf(inUnit, TICKS).map(tick => (
          <span key={tick} style={{ left: `${100 * inUnit.at(tick)}%` }}>
            {durationIn(tick * unit.hours, unit).replace(/\.0(?=\u202f)/, '')}
          </span>
        ))}
      </div>
    </div>
  );
}

/** The axis begins at zero, because lengths of time are compared, and leaves out a far tail. */
function axisOf(answer: LeadTimes): Scale {
  const needed = answer.groups.flatMap(group => [group.interval?.high ?? group.valueHours ?? 0, group.q3Hours ?? 0]);
  const histograms = answer.groups.flatMap(group => (group.histogram ? [group.histogram] : []));
  return scaleOf(0, endOfBins(answer.binEdgesHours, histograms, SHOWN_SHARE, needed));
}

const byValue = (a: Group, b: Group) =>
  (a.valueHours ?? Number.POSITIVE_INFINITY) - (b.valueHours ?? Number.POSITIVE_INFINITY);

function medianOf(values: number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[half]
    : sorted.length
      ? ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
      : undefined;
}
