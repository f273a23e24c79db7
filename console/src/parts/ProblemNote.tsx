import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { problemOf } from '~/api/problem';
import { text } from '~/text/en';
import styles from './Notes.module.css';

/** What went wrong, where, and what would be right; stays beside its cause. */
export function ProblemNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const problem = problemOf(error);
  const place = problem.pointer || problem.parameter;
  return (
    <div className={styles.problem} role="alert">
      <IconAlertTriangle className={styles.problemIcon} size={20} stroke={1.7} aria-hidden />
      <div className={styles.words}>
        <p className={styles.problemTitle}>{problem.title}</p>
        <p>{problem.detail}</p>
        {place && (
          <p>
            {text.problem.at} <code>{place}</code>
          </p>
        )}
        {problem.expected && (
          <p>
            {text.problem.expected}: {problem.expected}
          </p>
        )}
      </div>
      {onRetry && (
        <Button variant="default" size="xs" onClick={onRetry}>
          {text.problem.retry}
        </Button>
      )}
    </div>
  );
}
