import { Link } from '@tanstack/react-router';
import { text } from '~/text/en';
import styles from './EventLink.module.css';

/** The way to the event that proves something. */
export function EventLink({ id, children = text.common.event }: { id: string; children?: string }) {
  return (
    <Link to="/events" search={{ event: id }} className={styles.link}>
      {children}
    </Link>
  );
}
