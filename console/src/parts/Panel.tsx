import { type ReactNode, useId } from 'react';
import styles from './Panel.module.css';

interface Props {
  title?: ReactNode;
  /** What the heading needs beside it: n and period, or a switch. */
  aside?: ReactNode;
  /** Content reaches the edges: tables, maps. */
  flush?: boolean;
  children: ReactNode;
  className?: string;
}

/** A titled part of a page. */
export function Panel({ title, aside, flush = false, children, className = '' }: Props) {
  const id = useId();
  return (
    <section className={`${styles.panel} ${className}`} aria-labelledby={title ? id : undefined}>
      {(title || aside) && (
        <header className={styles.head}>
          {title && (
            <h2 className={styles.title} id={id}>
              {title}
            </h2>
          )}
          {aside && <div className={styles.aside}>{aside}</div>}
        </header>
      )}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  );
}
