import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconBan,
  IconBox,
  IconBuildingStore,
  IconBuildingWarehouse,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconCircleX,
  IconClockX,
  IconEqual,
  IconEye,
  IconFlame,
  IconHelpCircle,
  IconMapPin,
  IconPuzzle,
  IconScanEye,
  IconShoppingBag,
  IconTool,
  IconTrendingDown,
  IconTrendingUp,
  IconTruck,
  IconUrgent,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Schemas } from '~/api/client';
import { text } from '~/text/en';
import styles from './Tone.module.css';

export type Tone = 'good' | 'attention' | 'bad' | 'neutral';

interface Meaning {
  tone: Tone;
  icon: TablerIcon;
}

export const verdicts: Record<Schemas['Verdict']['verdict'], Meaning> = {
  valid: { tone: 'good', icon: IconCircleCheck },
  unknown: { tone: 'bad', icon: IconHelpCircle },
  notCommissioned: { tone: 'attention', icon: IconCircleDashed },
  alreadySold: { tone: 'attention', icon: IconShoppingBag },
  decommissioned: { tone: 'bad', icon: IconBan },
  recalled: { tone: 'bad', icon: IconUrgent },
  expired: { tone: 'bad', icon: IconClockX },
  suspicious: { tone: 'bad', icon: IconAlertTriangle },
  unreadable: { tone: 'attention', icon: IconScanEye },
};

export const weights: Record<'good' | 'attention' | 'bad', Meaning> = {
  good: { tone: 'good', icon: IconCircleCheck },
  attention: { tone: 'attention', icon: IconAlertTriangle },
  bad: { tone: 'bad', icon: IconCircleX },
};

const states: Record<Schemas['ItemState'], Meaning> = {
  observed: { tone: 'neutral', icon: IconEye },
  active: { tone: 'good', icon: IconCircleCheck },
  sold: { tone: 'neutral', icon: IconShoppingBag },
  returned: { tone: 'attention', icon: IconArrowBackUp },
  consumed: { tone: 'neutral', icon: IconPuzzle },
  decommissioned: { tone: 'bad', icon: IconCircleMinus },
  destroyed: { tone: 'bad', icon: IconFlame },
};

const judgements: Record<'better' | 'worse' | 'notDistinguishable' | 'tooFew', Meaning> = {
  better: { tone: 'good', icon: IconTrendingUp },
  worse: { tone: 'bad', icon: IconTrendingDown },
  notDistinguishable: { tone: 'neutral', icon: IconEqual },
  tooFew: { tone: 'neutral', icon: IconHelpCircle },
};

export const whereaboutsIcons: Record<Schemas['Whereabouts'], TablerIcon> = {
  plant: IconTool,
  centre: IconBuildingWarehouse,
  shop: IconBuildingStore,
  transit: IconTruck,
  sold: IconShoppingBag,
  consumed: IconPuzzle,
  destroyed: IconFlame,
  other: IconMapPin,
  unknown: IconHelpCircle,
};

export const thingIcon = IconBox;

/** Icon and word in the colour of what they mean; never colour alone. */
export function Mark({ tone, icon: Icon, children }: Meaning & { children: ReactNode }) {
  return (
    <span className={styles.mark} data-tone={tone}>
      <Icon size={16} stroke={1.8} aria-hidden />
      {children}
    </span>
  );
}

export function StateMark({ state }: { state: Schemas['ItemState'] }) {
  return <Mark {...states[state]}>{text.states[state]}</Mark>;
}

export function JudgementMark({ judgement }: { judgement: keyof typeof judgements }) {
  return <Mark {...judgements[judgement]}>{text.judgements[judgement]}</Mark>;
}
