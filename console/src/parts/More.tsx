import { Button } from '@mantine/core';
import { text } from '~/text/en';
import styles from './More.module.css';

interface Props {
  shown: number;
  total: number;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}

/** The end of a list: how much of it is shown, and the next page. */
export function More({ shown, total, hasMore, loading, onMore }: Props) {
  return (
    <div className={styles.more}>
      <span className="number">{text.common.shown(shown, total)}</span>
      {hasMore && (
        <Button variant="default" size="xs" loading={loading} onClick={onMore}>
          {text.common.more}
        </Button>
      )}
    </div>
  );
}
