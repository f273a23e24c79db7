import { Button } from '@mantine/core';
import { text } from '~/text/en';
import styles from './Events.module.css';

interface Props {
  shown: number;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}

/** The end of the list of events: the query interface does not count them, so only what is shown is said. */
export function EventsEnd({ shown, hasMore, loading, onMore }: Props) {
  return (
    <div className={styles.end}>
      <span className="number">{text.events.shown(shown, hasMore)}</span>
      {hasMore && (
        <Button variant="default" size="xs" loading={loading} onClick={onMore}>
          {text.common.more}
        </Button>
      )}
    </div>
  );
}
