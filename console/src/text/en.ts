import { logTexts } from './en/log';
import { overviewTexts } from './en/overview';
import { performanceTexts } from './en/performance';
import { recallTexts } from './en/recall';
import { shellTexts } from './en/shell';
import { unitsTexts } from './en/units';
import { vocabularyTexts } from './en/vocabulary';

/** Every English text of the console. Another language is another module of the same shape. */
export const text = {
  ...shellTexts,
  ...vocabularyTexts,
  ...overviewTexts,
  ...unitsTexts,
  ...logTexts,
  ...recallTexts,
  ...performanceTexts,
} as const;
