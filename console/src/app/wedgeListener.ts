import { useEffect, useRef } from 'react';
import { hear, type Key, silence } from './wedge';

const GO_MILLIS = 1200;

interface Handlers {
  onScan: (code: string) => void;
  onPaste: (code: string) => void;
  onSlash: () => void;
  onHelp: () => void;
  /** The second key of `g x`. */
  onGo: (key: string) => void;
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.role === 'combobox');

/** Hears scanners and shortcuts anywhere on the page but in fields, which keep their keys. */
export function useKeys(handlers: Handlers) {
  const current = useRef(handlers);
  current.current = handlers;

  useEffect(() => {
    let burst = silence;
    let goAt = Number.NEGATIVE_INFINITY;

    const onKey = (event: KeyboardEvent) => {
      if (isField(event.target)) {
        burst = silence;
        return;
      }
      const key: Key = {
        key: event.key,
        ctrl: event.ctrlKey,
        alt: event.altKey,
        meta: event.metaKey,
        at: event.timeStamp,
      };
      const heard = hear(burst, key);
      burst = heard.burst;
      if (heard.scanned !== undefined) {
        event.preventDefault();
        current.current.onScan(heard.scanned);
      } else if (!heard.inBurst && !key.ctrl && !key.alt && !key.meta) {
        const going = key.at - goAt <= GO_MILLIS;
        goAt = key.key === 'g' ? key.at : Number.NEGATIVE_INFINITY;
        if (going) current.current.onGo(key.key);
        else if (key.key === '/') {
          event.preventDefault();
          current.current.onSlash();
        } else if (key.key === '?') current.current.onHelp();
      }
    };
    const onPaste = (event: ClipboardEvent) => {
      const code = event.clipboardData?.getData('text').trim();
      if (!code || isField(event.target) || code.includes('\n')) return;
      event.preventDefault();
      current.current.onPaste(code);
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('paste', onPaste);
    };
  }, []);
}
