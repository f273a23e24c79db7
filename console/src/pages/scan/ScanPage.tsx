import { Switch } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { questions } from '~/api/questions';
import { visibleScan } from '~/format/identifiers';
import { words as vocabulary } from '~/format/words';
import { VerdictHeader } from '~/pages/unit/VerdictHeader';
import { ButtonLink } from '~/parts/ButtonLink';
import { Empty } from '~/parts/Empty';
import { EventLink } from '~/parts/EventLink';
import { Facts } from '~/parts/Facts';
import { Identifier } from '~/parts/Identifier';
import { Moment } from '~/parts/Moment';
import { Page } from '~/parts/Page';
import { Panel } from '~/parts/Panel';
import { Place } from '~/parts/Place';
import { ProblemNote } from '~/parts/ProblemNote';
import { StateMark, verdicts } from '~/parts/Tone';
import { WaitingBlock } from '~/parts/Waiting';
import { text } from '~/text/en';
import { Matches } from './Matches';
import styles from './ScanPage.module.css';
import { sound } from './sound';

const words = text.scan;
const route = getRouteApi('/scan');

export default function ScanPage() {
  const { code } = route.useSearch();
  if (code === undefined) {
    return (
      <Page title={words.title} plain>
        <Panel>
          <Empty title={words.emptyTitle}>{words.empty}</Empty>
        </Panel>
      </Page>
    );
  }
  return <Scanned key={code} code={code} />;
}

function Scanned({ code }: { code: string }) {
  const { data: verdict, error, refetch } = useQuery(questions.verify(code));
  const [loud, setLoud] = useLocalStorage({ key: 'touchstone-sound', defaultValue: false });
  const open = useRef<HTMLAnchorElement>(null);
  const unit = verdict?.unit;

  useEffect(() => {
    if (!verdict) return;
    open.current?.focus({ preventScroll: true });
    if (loud) sound(verdicts[verdict.verdict].tone);
  }, [verdict, loud]);

  return (
    <Page
      title={words.title}
      answer={
        <span className={styles.code}>
          {words.scanned} <code>{visibleScan(code)}</code>
        </span>
      }
      actions={<Switch label={words.sound} checked={loud} onChange={event => setLoud(event.currentTarget.checked)} />}
    >
      {error ? (
        <ProblemNote error={error} onRetry={() => void refetch()} />
      ) : verdict === undefined ? (
        <WaitingBlock height={220} />
      ) : (
        <>
          <VerdictHeader
            verdict={verdict}
            eventLink={id => <EventLink id={id} />}
            actions={
              unit && (
                <ButtonLink ref={open} to="/unit" search={{ epc: unit.identifier.epc }}>
                  {words.open}
                </ButtonLink>
              )
            }
          />
          {unit && (
            <Panel>
              <Facts
                columns={2}
                items={[
                  [text.unit.product, unit.product?.name],
                  [text.unit.state, <StateMark key="state" state={unit.state} />],
                  [text.unit.place, unit.location && <Place location={unit.location} />],
                  [text.unit.since, unit.locationSince && <Moment at={unit.locationSince} />],
                  [text.unit.lastStep, unit.bizStep && vocabulary(unit.bizStep)],
                  [text.unit.lot, unit.lot],
                  [text.unit.link, <Identifier key="link" text={unit.identifier.epc} />],
                ]}
              />
            </Panel>
          )}
          {verdict.verdict === 'unreadable' && <Matches beginning={code} />}
        </>
      )}
    </Page>
  );
}
