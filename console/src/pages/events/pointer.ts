/**
 * Finds where a JSON pointer (RFC 6901) points to in the text of a document, so that a refused capture can show the very
 * line. The text may be broken elsewhere: reading stops where it no longer is JSON.
 */
export function positionOf(json: string, pointer: string): number | undefined {
  const steps = pointer
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let at = skipSpace(json, 0);
  for (const step of steps) {
    const next = child(json, at, step);
    if (next === undefined) return at;
    at = next;
  }
  return json.length === 0 ? undefined : at;
}

/** The line of a position, counted from 1. */
export function lineOf(json: string, position: number): number {
  let line = 1;
  for (let i = 0; i < position && i < json.length; i++) if (json[i] === '\n') line++;
  return line;
}

function child(json: string, at: number, step: string): number | undefined {
  if (json[at] === '{') return member(json, at, step);
  if (json[at] === '[') return element(json, at, Number(step));
  return undefined;
}

function member(json: string, start: number, name: string): number | undefined {
  let at = skipSpace(json, start + 1);
  while (json[at] === '"') {
    const end = skipText(json, at);
    const key = parsed(json.slice(at, end));
    const value = skipSpace(json, skipSpace(json, end) + 1);
    if (key === name) return value;
    at = skipSpace(json, skipValue(json, value));
    if (json[at] !== ',') return undefined;
    at = skipSpace(json, at + 1);
  }
  return undefined;
}

function element(json: string, start: number, position: number): number | undefined {
  let at = skipSpace(json, start + 1);
  for (let i = 0; i < position; i++) {
    at = skipSpace(json, skipValue(json, at));
    if (json[at] !== ',') return undefined;
    at = skipSpace(json, at + 1);
  }
  return json[at] === ']' ? undefined : at;
}

function skipSpace(json: string, at: number): number {
  let end = at;
  while (end < json.length && ' \t\r\n'.includes(json[end] ?? '')) end++;
  return end;
}

function skipText(json: string, at: number): number {
  let end = at + 1;
  while (end < json.length && json[end] !== '"') end += json[end] === '\\' ? 2 : 1;
  return end + 1;
}

function skipValue(json: string, at: number): number {
  const first = json[at];
  if (first === '"') return skipText(json, at);
  if (first !== '{' && first !== '[') {
    let end = at;
    while (end < json.length && !',]} \t\r\n'.includes(json[end] ?? '')) end++;
    return end;
  }
  let depth = 0;
  for (let end = at; end < json.length; ) {
    const character = json[end];
    if (character === '"') {
      end = skipText(json, end);
      continue;
    }
    if (character === '{' || character === '[') depth++;
    if ((character === '}' || character === ']') && --depth === 0) return end + 1;
    end++;
  }
  return json.length;
}

function parsed(text: string): string | undefined {
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}
