const LOCALE = 'en-GB';
const dayFormat = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });
const clockFormat = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });
const zoneFormat = new Intl.DateTimeFormat(LOCALE, { timeZoneName: 'short', hour: '2-digit' });
const utcDay = new Intl.DateTimeFormat(LOCALE, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const utcClock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

/** The reader's day: `14 Mar 2026`. */
export function day(iso: string): string {
  return dayFormat.format(new Date(iso));
}

/** A calendar day that has no zone: `2026-03-14` as `14 Mar`. */
export function calendarDay(date: string, withYear = false): string {
  const at = new Date(`${date}T00:00:00Z`);
  return at.toLocaleDateString(LOCALE, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    ...(withYear ? { year: 'numeric' } : {}),
  });
}

/** The reader's day, time and zone: `14 Mar 2026, 09:41 CET`. */
export function moment(iso: string): string {
  const at = new Date(iso);
  const zone = zoneFormat.formatToParts(at).find(part => part.type === 'timeZoneName')?.value ?? '';
  return `${dayFormat.format(at)}, ${clockFormat.format(at)} ${zone}`;
}

export interface LocalMoment {
  day: string;
  clock: string;
  zone: string;
}

/** Day and clock where it happened, by the offset that the event carries (`+01:00`). */
export function momentAt(iso: string, offset: string): LocalMoment {
  const minutes = offsetMinutes(offset);
  const shifted = new Date(Date.parse(iso) + minutes * 60_000);
  const zone = minutes === 0 ? 'UTC' : `UTC${offset.replace('-', '\u2212')}`;
  return { day: utcDay.format(shifted).replace(',', ''), clock: utcClock.format(shifted), zone };
}

export function offsetMinutes(offset: string): number {
  const found = /^([+-])(\d{2}):(\d{2})$/.exec(offset);
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return found[1] === '-' ? -minutes : minutes;
}

/** How long ago, in words short enough for a list. */
export function ago(iso: string, now: number): string {
  const seconds = Math.round((now - Date.parse(iso)) / 1000);
  if (seconds < 45) return 'just now';
  const steps: [number, string][] = [
    [86_400, 'd'],
    [3600, 'h'],
    [60, 'min'],
  ];
  for (const [size, unit] of steps) if (seconds >= size) return `${Math.floor(seconds / size)}\u202f${unit} ago`;
  return '1\u202fmin ago';
}

/** Value of a `datetime-local` field for an instant, in the reader's zone. */
export function toField(iso: string | undefined): string {
  if (iso === undefined) return '';
  const at = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The instant of a `datetime-local` field; undefined when it is empty or incomplete. */
export function fromField(value: string): string | undefined {
  const at = new Date(value);
  return value === '' || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** The reader's zone, as a word: `CET`. */
export function zoneName(): string {
  return zoneFormat.formatToParts(new Date()).find(part => part.type === 'timeZoneName')?.value ?? 'UTC';
}
