import { IconUrgent } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Schemas } from '~/api/client';
import { questions } from '~/api/questions';
import { shortName } from '~/format/identifiers';
import { moment } from '~/format/times';
import { LabelPreview } from '~/pages/labels/LabelPreview';
import { ButtonLink } from '~/parts/ButtonLink';
import { Empty } from '~/parts/Empty';
import { EventLink } from '~/parts/EventLink';
import { Page } from '~/parts/Page';
import { Panel } from '~/parts/Panel';
import { Place } from '~/parts/Place';
import { ProblemNote } from '~/parts/ProblemNote';
import { WaitingBlock, WaitingRows } from '~/parts/Waiting';
import { text } from '~/text/en';
import { AsOf } from './AsOf';
import { Containment } from './Containment';
import { Contents } from './Contents';
import { GenealogyPanel } from './GenealogyPanel';
import { Journey } from './Journey';
import { Standing } from './Standing';
import { Timeline } from './Timeline';
import styles from './UnitPage.module.css';
import { VerdictHeader } from './VerdictHeader';

type Trace = Schemas['Trace'];
const words = text.unit;
const route = getRouteApi('/unit');
const BRIEF = 4;

export default function UnitPage() {
  const { epc, asOf } = route.useSearch();
  const trace = useQuery({ ...questions.trace(epc, asOf), enabled: epc !== '' });
  const whole = useQuery({ ...questions.trace(epc), enabled: epc !== '' });
  const verdict = useQuery({ ...questions.verify(epc, asOf), enabled: epc !== '' });

  if (epc === '') {
    return (
      <Page title={text.units.unit} plain>
        <Panel>
          <Empty title={words.noneTitle}>{words.none}</Empty>
        </Panel>
      </Page>
    );
  }
  const unit = trace.data?.unit ?? whole.data?.unit;
  return (
    <Page
      title={unit ? titleOf(unit) : words.loading}
      above={<Link to="/units">{text.nav.units}</Link>}
      answer={trace.error ? '' : unit && <Standpoint unit={unit} asOf={asOf} />}
      actions={unit?.lot && <ScopeLink unit={unit} />}
    >
      {verdict.data ? (
        <VerdictHeader verdict={verdict.data} eventLink={id => <EventLink id={id} />} />
      ) : verdict.error && !trace.error ? (
        <ProblemNote error={verdict.error} onRetry={() => void verdict.refetch()} />
      ) : (
        !trace.error && <WaitingBlock height={196} />
      )}
      {whole.data && <AsOf timeline={whole.data.timeline} asOf={asOf} />}
      {trace.error ? (
        <ProblemNote error={trace.error} onRetry={() => void trace.refetch()} />
      ) : (
        <Evidence trace={trace.data} epc={epc} />
      )}
    </Page>
  );
}

function Evidence({ trace, epc }: { trace: Trace | undefined; epc: string }) {
  // A short life leaves room beside it for the label.
  const brief = trace !== undefined && trace.timeline.length <= BRIEF;
  return (
    <div className={styles.pair}>
      <div className={styles.column}>
        <Panel title={words.timeline} aside={trace && words.events(trace.timeline.length)} flush>
          {trace ? <Timeline trace={trace} /> : <WaitingRows rows={10} />}
        </Panel>
        {trace && trace.contentsCount > 0 && <Contents trace={trace} />}
        {trace && trace.containment.length > 0 && <Containment trace={trace} />}
        {trace && <GenealogyPanel trace={trace} />}
        {brief && <LabelPreview epc={epc} />}
      </div>
      <div className={styles.column}>
        <Panel title={words.standing}>{trace ? <Standing trace={trace} /> : <WaitingBlock height={260} />}</Panel>
        {(trace === undefined || trace.sightings.length > 0) && <Journey trace={trace} />}
        {!brief && <LabelPreview epc={epc} />}
      </div>
    </div>
  );
}

function titleOf(unit: Schemas['Unit']): string {
  return unit.product?.name ?? `${text.units.kindOf(unit.identifier.kind)} ${shortName(unit.identifier.text)}`;
}

function Standpoint({ unit, asOf }: { unit: Schemas['Unit']; asOf: string | undefined }) {
  const state = text.states[unit.state];
  return (
    <>
      <strong>{state}</strong>
      {unit.location && (
        <>
          , {words.at}{' '}
          <strong>
            <Place location={unit.location} detail={false} />
          </strong>
        </>
      )}
      {unit.locationSince && ` ${words.sinceMoment(moment(unit.locationSince))}`}
      {asOf && ` (${words.asThingsStood(moment(asOf))})`}.
    </>
  );
}

function ScopeLink({ unit }: { unit: Schemas['Unit'] }) {
  return (
    <ButtonLink
      to="/recall"
      search={{ productLot: unit.lot, product: unit.product?.gtin }}
      variant="default"
      leftSection={<IconUrgent size={16} stroke={1.6} aria-hidden />}
    >
      {words.scopeLot}
    </ButtonLink>
  );
}
