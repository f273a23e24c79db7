import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const scale = (steps: number[]) => steps.map(step => `var(--graphite-${step})`) as unknown as MantineColorsTuple;
const gold = Array.from({ length: 10 }, () => 'var(--gold-fill)') as unknown as MantineColorsTuple;

/** Buttons and marks take their colours from the tokens, never from Mantine's palette. */
const variants: VariantColorsResolver = input => {
  switch (input.variant) {
    case 'filled':
      if (input.color === 'bad')
        return { background: 'var(--bad)', hover: 'var(--bad)', color: 'var(--card)', border: '1px solid transparent' };
      return {
        background: 'var(--gold-fill)',
        hover: 'var(--gold-fill-hover)',
        color: 'var(--gold-ink)',
        border: '1px solid transparent',
      };
    case 'default':
      return {
        background: 'var(--raised)',
        hover: 'var(--hover)',
        color: 'var(--text)',
        border: '1px solid var(--graphite-6)',
      };
    case 'subtle':
      return {
        background: 'transparent',
        hover: 'var(--graphite-3)',
        color: 'var(--text-soft)',
        border: '1px solid transparent',
      };
    default:
      return defaultVariantColorsResolver(input);
  }
};

export const theme = createTheme({
  fontFamily: 'var(--font-text)',
  fontFamilyMonospace: 'var(--font-mono)',
  headings: { fontFamily: 'var(--font-text)', fontWeight: '600' },
  // Both ramps follow the scheme by themselves, so light and dark lookups meet the same graphite.
  colors: { gold, gray: scale([2, 3, 4, 5, 6, 7, 9, 10, 11, 12]), dark: scale([12, 11, 10, 9, 6, 5, 3, 2, 1, 1]) },
  primaryColor: 'gold',
  primaryShade: 5,
  white: '#ffffff',
  black: '#1e1b18',
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '4px', md: '8px', lg: '8px', xl: '8px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '1rem', lg: '1.25rem', xl: '1.75rem' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  variantColorResolver: variants,
});

const variables = {
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-muted)',
  '--mantine-color-placeholder': 'var(--text-muted)',
  '--mantine-color-anchor': 'var(--gold-text)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-disabled': 'var(--graphite-3)',
  '--mantine-color-disabled-color': 'var(--graphite-9)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--gold-fill)',
  '--mantine-primary-color-filled-hover': 'var(--gold-fill-hover)',
  '--mantine-primary-color-contrast': 'var(--gold-ink)',
  '--mantine-primary-color-light': 'var(--gold-soft)',
  '--mantine-primary-color-light-color': 'var(--gold-text)',
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: variables, dark: variables });
