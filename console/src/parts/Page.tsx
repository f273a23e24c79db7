import { Skeleton } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { text } from '~/text/en';
import styles from './Page.module.css';

interface Props {
  title: string;
  /** The one sentence that answers the page's question; `undefined` while it is being asked. */
  answer?: ReactNode;
  /** No sentence is expected. */
  plain?: boolean;
  /** The answer is a finding, not a description. */
  finding?: boolean;
  above?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** Title, answer, then the evidence. */
export function Page({ title, answer, plain = false, finding = false, above, actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} \u00b7 ${text.product}`;
  }, [title]);
  return (
    <article className={styles.page}>
      {above && <div className={styles.above}>{above}</div>}
      <header className={styles.head}>
        <div className={styles.words}>
          <h1 className={styles.title}>{title}</h1>
          {!plain && (
            <div className={finding ? styles.finding : styles.answer} aria-live="polite">
              {answer ?? <Skeleton height={20} width="min(480px, 90%)" mt={5} mb={5} />}
            </div>
          )}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </article>
  );
}
