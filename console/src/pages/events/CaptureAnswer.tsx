import { Link } from '@tanstack/react-router';
import type { Schemas } from '~/api/client';
import type { Problem } from '~/api/problem';
import { ProblemNote } from '~/parts/ProblemNote';
import { Mark, weights } from '~/parts/Tone';
import { text } from '~/text/en';
import styles from './Capture.module.css';
import { lineOf, positionOf } from './pointer';

const words = text.capture;
const AROUND = 3;

interface Props {
  job: Schemas['CaptureJob'] | undefined;
  problem: Problem | undefined;
  document: string;
}

/** What became of the document: captured, or refused and where to mend it. */
export function CaptureAnswer({ job, problem, document }: Props) {
  return (
    <div className={styles.answer} aria-live="polite">
      {job && (
        <div className={styles.captured}>
          <Mark {...weights.good}>{words.captured(job.events, job.duplicates)}</Mark>
          <Link to="/events">{words.see}</Link>
        </div>
      )}
      {problem && (
        <>
          <ProblemNote error={problem} />
          {placesOf(problem, document).map(place => (
            <Excerpt key={`${place.pointer} ${place.detail}`} document={document} {...place} />
          ))}
        </>
      )}
    </div>
  );
}

interface Place {
  pointer: string;
  detail: string;
  line: number;
}

/** Where in the text the findings point to; the problem itself when it has no findings. */
function placesOf(problem: Problem, document: string): Place[] {
  const findings = problem.findings?.length
    ? problem.findings
    : problem.pointer
      ? [{ pointer: problem.pointer, detail: problem.detail }]
      : [];
  const places = findings.flatMap(({ pointer, detail }) => {
    const position = positionOf(document, pointer);
    return position === undefined ? [] : [{ pointer, detail, line: lineOf(document, position) }];
  });
  if (places.length > 0 || problem.position === undefined) return places;
  return [{ pointer: '', detail: problem.detail, line: lineOf(document, problem.position) }];
}

function Excerpt({ document, pointer, detail, line }: Place & { document: string }) {
  const lines = document.split('\n');
  const first = Math.max(0, line - 1 - AROUND);
  const shown = lines.slice(first, line + AROUND);
  return (
    <figure className={styles.excerpt}>
      <figcaption>
        {words.line(line)} {pointer && <code>{pointer}</code>}
      </figcaption>
      <pre>
        {shown.map((content, position) => {
          const number = first + position + 1;
          return (
            <span key={number} className={styles.line} data-at={number === line}>
              <i>{number}</i>
              {content || ' '}
              {number === line && <b>{detail}</b>}
            </span>
          );
        })}
      </pre>
    </figure>
  );
}
