/**
 * What a page shows lives in its address. Each page reads its part with these small readers: a value that does not fit is
 * left out, so that an old or hand-written address still opens the page.
 */
export type Raw = Record<string, unknown>;

/** Reads `a=1&b=x` as plain text values; the last of a repeated name holds. */
export function parseAddress(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

/** Writes values in the order given, without empty ones; `:`, `/`, `,`, `(` and `)` stay readable. */
export function writeAddress(values: Raw): string {
  const parts = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' || value === false
      ? []
      : [`${encodeURIComponent(name)}=${readable(String(value))}`],
  );
  return parts.length ? `?${parts.join('&')}` : '';
}

const readable = (value: string) =>
  encodeURIComponent(value).replace(/%(3A|2F|2C|40|3B)/gi, code => decodeURIComponent(code));

export function textOf(raw: unknown): string | undefined {
  const value = typeof raw === 'string' ? raw : typeof raw === 'number' ? String(raw) : '';
  return value.trim() === '' ? undefined : value;
}

export function oneOf<T extends string>(raw: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find(value => value === raw);
}

export function numberOf(raw: unknown, least: number, most: number): number | undefined {
  const text = textOf(raw);
  const value = text === undefined ? Number.NaN : Number(text);
  return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}

export function flagOf(raw: unknown): true | undefined {
  return raw === 'true' || raw === true ? true : undefined;
}

/** An ISO 8601 time, given back as the same instant in UTC; a bare date is its midnight in the local zone. */
export function timeOf(raw: unknown): string | undefined {
  const text = textOf(raw);
  if (text === undefined) return undefined;
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** Leaves out what is undefined, so that two addresses of the same view are equal. */
export function given<T extends Raw>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
}

type Missing<T> = { [K in keyof T]: undefined extends T[K] ? K : never }[keyof T];

/** The same members, those that may be undefined made optional. */
export type Given<T> = { [K in Exclude<keyof T, Missing<T>>]: T[K] } & { [K in Missing<T>]?: T[K] };
