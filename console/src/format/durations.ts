import { decimal } from './numbers';

const THIN = '\u202f';

export interface DurationUnit {
  symbol: 's' | 'min' | 'h' | 'days';
  hours: number;
}

const SECONDS: DurationUnit = { symbol: 's', hours: 1 / 3600 };
const MINUTES: DurationUnit = { symbol: 'min', hours: 1 / 60 };
const HOURS: DurationUnit = { symbol: 'h', hours: 1 };
const DAYS: DurationUnit = { symbol: 'days', hours: 24 };

/** The unit in which a person would say a time of that length. */
export function unitFor(hours: number): DurationUnit {
  const size = Math.abs(hours);
  if (size < 2 / 60) return SECONDS;
  if (size < 2) return MINUTES;
  if (size < 72) return HOURS;
  return DAYS;
}

/** A length of time in the given unit, with as many decimals as it can be read by: `4.2 h`, `38 min`, `12 days`. */
export function durationIn(hours: number, unit: DurationUnit): string {
  if (hours === 0) return '0';
  return `${durationNumber(hours, unit)}${THIN}${unit.symbol}`;
}

export function durationNumber(hours: number, unit: DurationUnit): string {
  const value = Math.abs(hours) / unit.hours;
  return decimal(value, value !== 0 && value < 20 && unit.hours >= 1 ? 1 : 0);
}

/** A difference between two lengths of time: finer than the lengths themselves, `1.8 min` rather than `2 min`. */
export function gap(hours: number): string {
  const size = Math.abs(hours);
  if (size === 0) return '0';
  const unit = size < MINUTES.hours ? SECONDS : unitFor(Math.max(size, 2 / 60));
  const value = size / unit.hours;
  return `${decimal(value, value < 10 && unit !== SECONDS ? 1 : 0)}${THIN}${unit.symbol}`;
}

export function duration(hours: number): string {
  return durationIn(hours, unitFor(hours));
}

/** The time between two instants. */
export function durationBetween(from: string, to: string): string {
  return duration((Date.parse(to) - Date.parse(from)) / 3_600_000);
}
