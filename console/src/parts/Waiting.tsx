import { Skeleton } from '@mantine/core';
import styles from './Waiting.module.css';

/** Keeps the place of rows that are being asked for. */
export function WaitingRows({ rows = 8 }: { rows?: number }) {
  return (
    <div className={styles.rows} aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((key, row) => (
        <div key={key} className={styles.row}>
          <Skeleton height={12} width={`${34 + ((row * 7) % 16)}%`} />
          <Skeleton height={12} width="14%" />
          <Skeleton height={12} width={`${10 + ((row * 5) % 9)}%`} />
        </div>
      ))}
    </div>
  );
}

export function WaitingBlock({ height }: { height: number | string }) {
  return <Skeleton height={height} aria-hidden="true" />;
}
