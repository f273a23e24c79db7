import styles from './Strip.module.css';
import type { Scale } from './scale';

interface Props {
  scale: Scale;
  edges: number[];
  histogram: number[] | undefined;
  /** The statistic, with its 95 % interval. */
  value: number | undefined;
  interval: { low: number; high: number } | undefined;
  /** Lines that all strips share, to compare against. */
  references: number[];
  judgement: string;
}

const HEIGHT = 100;

/** One group's distribution with its statistic and interval, on an axis that all groups share. */
export function Strip({ scale, edges, histogram, value, interval, references, judgement }: Props) {
  const percentAt = (hours: number) => `${100 * scale.at(hours)}%`;
  return (
    <div className={styles.strip} data-judgement={judgement} aria-hidden="true">
      {references.map(reference => (
        <i key={reference} className={styles.reference} style={{ left: percentAt(reference) }} />
      ))}
      {histogram && (
        <svg className={styles.shape} viewBox={`0 0 1000 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path d={outline(scale, edges, histogram)} />
        </svg>
      )}
      {interval && (
        <i
          className={styles.interval}
          style={{
            left: percentAt(interval.low),
            width: `${100 * (scale.at(interval.high) - scale.at(interval.low))}%`,
          }}
        />
      )}
      {value !== undefined && <i className={styles.value} style={{ left: percentAt(value) }} />}
    </div>
  );
}

/** The histogram as one filled outline; its highest bin fills the height. */
function outline(scale: Scale, edges: number[], histogram: number[]): string {
  const most = Math.max(1, ...histogram);
  const x = (hours: number) => (1000 * scale.at(hours)).toFixed(1);
  const steps = histogram.map((count, bin) => {
    const y = (HEIGHT - (HEIGHT * count) / most).toFixed(1);
    return `L${x(edges[bin] ?? 0)} ${y}L${x(edges[bin + 1] ?? 0)} ${y}`;
  });
  return `M${x(edges[0] ?? 0)} ${HEIGHT}${steps.join('')}L${x(edges[histogram.length] ?? 0)} ${HEIGHT}Z`;
}
