import { useQuery } from '@tanstack/react-query';
import { questions } from '~/api/questions';
import { day } from '~/format/times';

/** A period by its days: `7 Sept 2026 – 31 Oct 2026`. */
export function period(since: string | undefined, until: string | undefined): string {
  if (since && until) return `${day(since)} \u2013 ${day(until)}`;
  if (since) return `since ${day(since)}`;
  return until ? `until ${day(until)}` : '';
}

/** The period of a comparison in words; what is not bounded reaches as far as the log. */
export function usePeriod(since: string | undefined, until: string | undefined): string {
  const { data } = useQuery(questions.overview());
  return period(since ?? data?.firstEventTime, until ?? data?.lastEventTime);
}
