import {
  IconAlertTriangle,
  IconBox,
  IconChartDots2,
  IconHistory,
  IconHome,
  IconQrcode,
  IconUrgent,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { questions } from '~/api/questions';
import { count } from '~/format/numbers';
import { text } from '~/text/en';
import { Mark } from './Mark';
import styles from './Nav.module.css';

/** Every page of the navigation; `key` is the second key of `g x`. */
export const pages = [
  { to: '/', key: 'o', name: text.nav.overview, icon: IconHome },
  { to: '/units', key: 'u', name: text.nav.units, icon: IconBox },
  { to: '/labels', key: 'l', name: text.nav.labels, icon: IconQrcode },
  { to: '/events', key: 'e', name: text.nav.events, icon: IconHistory },
  { to: '/recall', key: 'r', name: text.nav.recall, icon: IconUrgent },
  { to: '/performance', key: 'p', name: text.nav.performance, icon: IconChartDots2 },
  { to: '/cases', key: 'c', name: text.nav.cases, icon: IconAlertTriangle },
] as const;

export function Nav({ folded = false }: { folded?: boolean }) {
  const overview = useQuery(questions.overview());
  const cases = overview.data?.cases ?? 0;
  return (
    <div className={folded ? styles.folded : styles.nav}>
      {!folded && (
        <Link to="/" className={styles.home}>
          <Mark />
        </Link>
      )}
      <nav aria-label={text.nav.label}>
        <ul className={styles.pages}>
          {pages.map(({ to, name, icon: Icon }) => (
            <li key={to}>
              <Link to={to} className={styles.page} activeOptions={{ exact: to === '/', includeSearch: false }}>
                <Icon size={18} stroke={1.6} aria-hidden />
                {name}
                {to === '/cases' && cases > 0 && <span className={styles.badge}>{count(cases)}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.foot}>
        {overview.data?.demonstration && <p className={styles.demonstration}>{text.nav.demonstration}</p>}
        <a href="/docs">{text.nav.contract}</a>
      </div>
    </div>
  );
}
