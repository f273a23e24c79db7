import { Link } from '@tanstack/react-router';
import { text } from '~/text/en';
import styles from './Notes.module.css';
import { ProblemNote } from './ProblemNote';

export function NotFound() {
  return (
    <div className={styles.centre}>
      <h1>{text.problem.notFound}</h1>
      <Link to="/">{text.problem.notFoundAction}</Link>
    </div>
  );
}

export function Crashed({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <div className={styles.centre}>
      <h1>{text.problem.crashed}</h1>
      <ProblemNote error={error} onRetry={reset} />
    </div>
  );
}
