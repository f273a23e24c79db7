import { Link } from '@tanstack/react-router';
import type { Schemas } from '~/api/client';
import { ago, moment } from '~/format/times';
import { Empty } from '~/parts/Empty';
import { Panel } from '~/parts/Panel';
import { Mark, weights } from '~/parts/Tone';
import { WaitingRows } from '~/parts/Waiting';
import { text } from '~/text/en';
import styles from './Overview.module.css';

type Capture = Schemas['CaptureJob'];
const words = text.overview;
const SHOWN = 5;

export function Captures({ captures }: { captures: Capture[] | undefined }) {
  return (
    <Panel title={words.captures} aside={<Link to="/events/capture">{words.capture}</Link>} flush>
      {captures === undefined ? (
        <WaitingRows rows={SHOWN} />
      ) : captures.length === 0 ? (
        <Empty title={words.noCaptures} />
      ) : (
        <CaptureList captures={captures.slice(0, SHOWN)} />
      )}
    </Panel>
  );
}

export function CaptureList({ captures }: { captures: Capture[] }) {
  return (
    <ul className={styles.captures}>
      {captures.map(capture => (
        <li key={capture.captureID} className={styles.capture}>
          <span className={styles.captureWords}>
            <Mark {...weights[capture.success ? 'good' : 'bad']}>
              {capture.success ? words.captured(capture.events) : words.refused}
            </Mark>
            {capture.success ? (
              capture.duplicates > 0 && (
                <span className={styles.captureNote}>{words.duplicates(capture.duplicates)}</span>
              )
            ) : (
              <span className={styles.captureNote}>{capture.errors?.[0]?.detail}</span>
            )}
          </span>
          <time className={styles.captureWhen} dateTime={capture.createdAt} title={moment(capture.createdAt)}>
            {ago(capture.createdAt, Date.now())}
          </time>
        </li>
      ))}
    </ul>
  );
}
