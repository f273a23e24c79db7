/**
 * Tells a keyboard-wedge scanner from a person typing. A scanner sends a burst of keys, each within
 * {@link FAST_MILLIS} of the one before, and ends it by Enter (or Tab); nobody types like that.
 */
export const FAST_MILLIS = 50;
export const LEAST_LENGTH = 6;

/** Separates element strings of variable length (FNC1 as transmitted). */
export const GS = '\u001d';

export interface Key {
  key: string;
  ctrl: boolean;
  alt: boolean;
  meta: boolean;
  /** Milliseconds on any steady clock. */
  at: number;
}

export interface Burst {
  text: string;
  lastAt: number;
}

export const silence: Burst = { text: '', lastAt: Number.NEGATIVE_INFINITY };

export interface Heard {
  burst: Burst;
  /** The whole scan, when this key ended one. */
  scanned?: string;
  /** The key belongs to a burst: shortcuts must leave it alone. */
  inBurst: boolean;
}

/** The character that a key stands for in a scan: scanners send the separator as Ctrl+] or as itself. */
export function scanCharacter(key: Key): string | undefined {
  if (key.key === GS || key.key === 'GroupSeparator') return GS;
  if (key.ctrl && key.key === ']') return GS;
  if (key.ctrl || key.alt || key.meta) return undefined;
  return key.key.length === 1 ? key.key : undefined;
}

export function hear(burst: Burst, key: Key): Heard {
  const fast = burst.text !== '' && key.at - burst.lastAt <= FAST_MILLIS;
  if (key.key === 'Shift' || key.key === 'Control') return { burst, inBurst: fast };
  if (key.key === 'Enter' || key.key === 'Tab') {
    const whole = fast && burst.text.length >= LEAST_LENGTH;
    return whole ? { burst: silence, scanned: burst.text, inBurst: true } : { burst: silence, inBurst: false };
  }
  const character = scanCharacter(key);
  if (character === undefined) return { burst: silence, inBurst: false };
  return { burst: { text: fast ? burst.text + character : character, lastAt: key.at }, inBurst: fast };
}
