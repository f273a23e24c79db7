import { IconArrowRight, IconChartDots2, IconCopy, IconRoute, IconUrgent } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '~/api/client';
import { text } from '~/text/en';
import styles from './Overview.module.css';

const words = text.overview;

/** The questions that people come with, each a way into its answer. */
export function Questions({ overview }: { overview: Schemas['Overview'] | undefined }) {
  return (
    <section className={styles.questions} aria-label={words.questions}>
      <div className={styles.heading}>
        <h2>{words.questions}</h2>
        {overview?.demonstration && <p>{words.planted}</p>}
      </div>
      <Link to="/performance/returns" search={{ by: 'componentLot' }} className={styles.question}>
        <IconUrgent size={20} stroke={1.6} aria-hidden />
        <strong>{words.askLot}</strong>
        <Way words={words.askLotWay} />
      </Link>
      <Link
        to="/performance"
        search={{ from: 'commissioning', to: 'packing', by: 'line,shift' }}
        className={styles.question}
      >
        <IconChartDots2 size={20} stroke={1.6} aria-hidden />
        <strong>{words.askLine}</strong>
        <Way words={words.askLineWay} />
      </Link>
      <Link to="/cases" search={{ kind: 'diversion' }} className={styles.question}>
        <IconRoute size={20} stroke={1.6} aria-hidden />
        <strong>{words.askRoute}</strong>
        <Way words={words.askRouteWay} />
      </Link>
      <Link to="/cases" search={{ kind: 'impossibleTravel' }} className={styles.question}>
        <IconCopy size={20} stroke={1.6} aria-hidden />
        <strong>{words.askCopy}</strong>
        <Way words={words.askCopyWay} />
      </Link>
    </section>
  );
}

function Way({ words: way }: { words: string }) {
  return (
    <span>
      {way}
      <IconArrowRight size={14} aria-hidden />
    </span>
  );
}
