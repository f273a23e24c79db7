import { UnstyledButton } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { count, percent } from '~/format/numbers';
import styles from './ShareBar.module.css';

export interface SharePart {
  key: string;
  name: string;
  value: number;
  icon: Icon;
  /** The shade of its piece of the bar; meanings use their own token. */
  shade: string;
  to?: { to: string; search?: Record<string, string | undefined> };
  /** Instead of a link: picks the part on this page. */
  onPick?: () => void;
  selected?: boolean;
}

/** One bar cut by share, and beneath it each part by name, count and share. */
export function ShareBar({ parts, label }: { parts: SharePart[]; label: string }) {
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  return (
    <div className={styles.shares}>
      <div className={styles.bar} role="img" aria-label={label}>
        {parts
          .filter(part => part.value > 0)
          .map(part => (
            <span
              key={part.key}
              className={styles.piece}
              style={{ flexGrow: part.value, background: part.selected ? 'var(--gold)' : part.shade }}
              title={`${part.name}: ${count(part.value)}`}
            />
          ))}
      </div>
      <ul className={styles.parts}>
        {parts.map(part => {
          const content = (
            <>
              <span className={styles.name}>
                <i style={{ background: part.selected ? 'var(--gold)' : part.shade }} />
                {part.name}
              </span>
              <span className={styles.value}>
                {count(part.value)}
                <span>{percent(total === 0 ? 0 : part.value / total)}</span>
              </span>
            </>
          );
          return (
            <li key={part.key} data-selected={part.selected}>
              {part.to ? (
                <Link {...part.to} className={styles.part}>
                  {content}
                </Link>
              ) : part.onPick ? (
                <UnstyledButton className={styles.part} aria-pressed={part.selected} onClick={part.onPick}>
                  {content}
                </UnstyledButton>
              ) : (
                <span className={styles.part}>{content}</span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
