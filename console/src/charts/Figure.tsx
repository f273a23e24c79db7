import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { text } from '~/text/en';
import styles from './Figure.module.css';

/** A chart with the numbers behind it, one click away. */
export function Figure({ chart, table, note }: { chart: ReactNode; table: ReactNode; note?: ReactNode }) {
  return (
    <figure className={styles.figure}>
      <div className={styles.chart}>{chart}</div>
      {note && <figcaption className={styles.note}>{note}</figcaption>}
      <details className={styles.table}>
        <summary>
          <IconChevronRight size={14} stroke={1.8} aria-hidden />
          {text.common.table}
        </summary>
        <div className={styles.rows}>{table}</div>
      </details>
    </figure>
  );
}
