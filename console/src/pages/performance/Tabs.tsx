import { Link } from '@tanstack/react-router';
import { text } from '~/text/en';
import styles from './Performance.module.css';

const words = text.performance;

export function PerformanceTabs() {
  return (
    <nav className={styles.tabs} aria-label={words.title}>
      <Link to="/performance" activeOptions={{ exact: true, includeSearch: false }}>
        {words.leadTimes}
      </Link>
      <Link to="/performance/returns" activeOptions={{ includeSearch: false }}>
        {words.returns}
      </Link>
    </nav>
  );
}
