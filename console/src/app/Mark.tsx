import { text } from '~/text/en';
import styles from './Mark.module.css';

/** The name and its mark: a dark stone with a streak of gold. */
export function Mark() {
  return (
    <span className={styles.mark}>
      <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
        <path
          className={styles.stone}
          d="M8.4 5.6c2.8-2.4 7.2-3.1 11-2.3 4.8 1 8.6 4.6 9.4 9.4.8 4.8-1 10-4.6 13.1-3.4 2.9-8.2 3.7-12.6 2.7C7 27.4 3.8 23.7 3.2 19.1 2.5 14.1 4.6 8.9 8.4 5.6Z"
        />
        <path className={styles.streak} d="M8.2 21.7C12.6 18.4 17.6 13.2 22.3 8.3l2.1 2.3C19.7 15 14.8 19.9 10 23.4Z" />
      </svg>
      {text.product}
    </span>
  );
}
