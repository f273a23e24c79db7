import type { ReactNode } from 'react';
import type { Schemas } from '~/api/client';
import { Identifier } from '~/parts/Identifier';
import { verdicts, weights } from '~/parts/Tone';
import { text } from '~/text/en';
import styles from './VerdictHeader.module.css';

type Verdict = Schemas['Verdict'];
const words = text.verdict;

interface Props {
  verdict: Verdict;
  actions?: ReactNode;
  /** Makes a reason's events findable. */
  eventLink?: (eventID: string) => ReactNode;
}

/** The verdict as everyone sees it: icon, word, sentence, and the reasons it rests on. */
export function VerdictHeader({ verdict, actions, eventLink }: Props) {
  const { tone, icon: Icon } = verdicts[verdict.verdict];
  const identifier = verdict.identifier;
  // A verdict with nothing to add repeats itself as its reason.
  const reasons = verdict.reasons.filter(reason => reason.text !== verdict.sentence);
  const expected = verdict.problem?.expected;
  return (
    <section className={styles.verdict} data-tone={tone} aria-label={words.label}>
      <div className={styles.mark}>
        <Icon size={32} stroke={1.7} aria-hidden />
      </div>
      <div className={styles.words}>
        <p className={styles.word}>{text.verdicts[verdict.verdict]}</p>
        <p className={styles.sentence}>{verdict.sentence}</p>
        {expected && (
          <p className={styles.expected}>
            {text.problem.expected}: {expected}
          </p>
        )}
        {identifier && (
          <p className={styles.identifier}>
            <Identifier text={identifier.text} large />
          </p>
        )}
        {reasons.length > 0 && (
          <ul className={styles.reasons} aria-label={words.reasons}>
            {reasons.map(reason => {
              const Weight = weights[reason.weight].icon;
              return (
                <li key={`${reason.code} ${reason.text}`} data-tone={reason.weight}>
                  <Weight size={16} stroke={1.8} aria-label={words.weights[reason.weight]} role="img" />
                  <span>
                    {reason.text}
                    {reason.eventIDs?.map((id, position) => (
                      <span key={id}>
                        {position === 0 ? ' ' : ', '}
                        {eventLink?.(id)}
                      </span>
                    ))}
                  </span>
                </li>
              );
            })}
          </ul>
        )}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </section>
  );
}
