import { useMantineTheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';

/** Whether the page is as narrow as a phone: lists instead of tables, folded filters. */
export function usePhone(): boolean {
  const { breakpoints } = useMantineTheme();
  return useMediaQuery(`(max-width: ${breakpoints.sm})`, undefined, { getInitialValueInEffect: false }) ?? false;
}
