/** One element of an identifier: its application identifier where it has one, and its value in groups to read. */
export interface IdentifierPart {
  ai?: string;
  groups: string[];
}

const ELEMENT = /\((\d{2,4})\)([^(]*(?:\((?!\d{2,4}\))[^(]*)*)/g;

/** Cuts a human-readable element string, `(01)09521321000018(21)K7QXA2MPD4`, into its elements; any other text is one part. */
export function identifierParts(text: string): IdentifierPart[] {
  if (!text.startsWith('(')) return [{ groups: [text] }];
  const parts = [...text.matchAll(ELEMENT)].map(([, ai, value]) => ({ ai, groups: groups(value ?? '') }));
  return parts.length ? parts : [{ groups: [text] }];
}

/** Groups of four; a last group of one joins the one before, so that no character stands alone. */
export function groups(value: string): string[] {
  if (value.length <= 5 || /[^0-9A-Za-z]/.test(value)) return [value];
  const cut = value.match(/.{1,4}/g) ?? [value];
  const last = cut.at(-1) ?? '';
  return last.length === 1 && cut.length > 1 ? [...cut.slice(0, -2), `${cut.at(-2)}${last}`] : cut;
}

/** What a person calls it within its kind: the serial, the lot or the SSCC; a URI by its last part. */
export function shortName(text: string): string {
  if (text.startsWith('(')) return identifierParts(text).at(-1)?.groups.join('') ?? text;
  return text.split(/[/:#]/).filter(Boolean).at(-1) ?? text;
}

const AI_BY_KEY: Record<string, string> = {
  '00': '00',
  '01': '01',
  '414': '414',
  '10': '10',
  '21': '21',
  '254': '254',
  '22': '22',
};

/** The element string of a canonical Digital Link, `https://id.gs1.org/01/…/21/…`; any other text as it is. */
export function elementString(epc: string): string {
  const path = /^https?:\/\/id\.gs1\.org\/(.+)$/.exec(epc)?.[1];
  if (path === undefined) return epc;
  const steps = path.split('?')[0]?.split('/') ?? [];
  let text = '';
  for (let i = 0; i + 1 < steps.length; i += 2) {
    const ai = AI_BY_KEY[steps[i] ?? ''] ?? steps[i];
    text += `(${ai})${decodeURIComponent(steps[i + 1] ?? '')}`;
  }
  return text || epc;
}

/** A scan as it can be read: the separator of element strings is invisible, so it is drawn. */
export function visibleScan(code: string): string {
  return code.replaceAll('\u001d', '\u241d');
}
