import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';

const names = [
  'page',
  'card',
  'raised',
  'hover',
  'line',
  'line-strong',
  'text',
  'text-soft',
  'text-muted',
  'gold',
  'gold-text',
  'gold-fill',
  'gold-soft',
  'good',
  'attention',
  'bad',
  'neutral',
  'bad-soft',
  'graphite-2',
  'graphite-3',
  'graphite-4',
  'graphite-5',
  'graphite-6',
  'graphite-7',
  'graphite-8',
  'graphite-9',
] as const;

type TokenName = (typeof names)[number];
export type Ink = Record<TokenName, string> & { font: string; mono: string };

/** The tokens as plain colours, for drawings that cannot read CSS variables; read again when the scheme changes. */
export function useInk(): Ink {
  const scheme = useComputedColorScheme('light');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme decides what the tokens resolve to
  return useMemo(readInk, [scheme]);
}

function readInk(): Ink {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const colours = names.map(name => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  const root = getComputedStyle(document.documentElement);
  return {
    ...(Object.fromEntries(colours) as Record<TokenName, string>),
    font: root.getPropertyValue('--font-text'),
    mono: root.getPropertyValue('--font-mono'),
  };
}
