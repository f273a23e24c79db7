import { describe, expect, test } from 'vitest';
import { FAST_MILLIS, GS, type Heard, hear, type Key, silence } from './wedge';

const key = (name: string, at: number, held: Partial<Key> = {}): Key => ({
  key: name,
  ctrl: false,
  alt: false,
  meta: false,
  at,
  ...held,
});

/** Types the keys with the same pause between any two; gives what each key was heard as. */
function typed(keys: string[], pause: number): Heard[] {
  let burst = silence;
  return keys.map((name, position) => {
    const heard = hear(burst, key(name, position * pause));
    burst = heard.burst;
    return heard;
  });
}

const scan = (text: string) => [...text, 'Enter'];
const last = (heard: Heard[]) => heard.at(-1)?.scanned;

describe('a keyboard-wedge scanner', () => {
  test('is heard when its keys come fast and end with Enter', () => {
    expect(last(typed(scan('0109521321000018'), 8))).toBe('0109521321000018');
  });

  test('is heard up to the longest pause that counts as fast, and no further', () => {
    expect(last(typed(scan('0109521321000018'), FAST_MILLIS))).toBe('0109521321000018');
    expect(last(typed(scan('0109521321000018'), FAST_MILLIS + 1))).toBeUndefined();
  });

  test('may end with Tab', () => {
    expect(last(typed([...'0109521321000018', 'Tab'], 8))).toBe('0109521321000018');
  });

  test('keeps the separator, as Ctrl+] or as the character itself', () => {
    let burst = silence;
    for (const [position, character] of [...'10L26'].entries()) burst = hear(burst, key(character, position)).burst;
    burst = hear(burst, key('Control', 5)).burst;
    burst = hear(burst, key(']', 6, { ctrl: true })).burst;
    burst = hear(burst, key(GS, 7)).burst;
    expect(hear(burst, key('Enter', 8)).scanned).toBe(`10L26${GS}${GS}`);
  });

  test('sends capitals with Shift, which is no break in the burst', () => {
    let burst = silence;
    for (const [position, name] of ['Shift', 'K', '7', 'Shift', 'Q', 'X', 'A', '2'].entries())
      burst = hear(burst, key(name, position * 5)).burst;
    expect(hear(burst, key('Enter', 42)).scanned).toBe('K7QXA2');
  });

  test('owns the shortcut keys inside its burst', () => {
    const heard = typed([...'https://id.gs1.org/01'], 8);
    expect(heard[0]?.inBurst).toBe(false);
    expect(heard.slice(1).every(each => each.inBurst)).toBe(true);
  });
});

describe('a person', () => {
  test('typing slowly is no scanner, and may use shortcuts', () => {
    const heard = typed(scan('0109521321000018'), 140);
    expect(last(heard)).toBeUndefined();
    expect(heard.some(each => each.inBurst)).toBe(false);
  });

  test('pressing two keys fast and then Enter has scanned nothing', () => {
    expect(last(typed(scan('gu'), 10))).toBeUndefined();
  });

  test('pressing a shortcut with Ctrl ends a burst', () => {
    let burst = silence;
    for (const [position, character] of [...'0109521'].entries()) burst = hear(burst, key(character, position)).burst;
    burst = hear(burst, key('c', 8, { ctrl: true })).burst;
    expect(hear(burst, key('Enter', 9)).scanned).toBeUndefined();
  });
});
