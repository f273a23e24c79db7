import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { EChartProps } from './EChart';

const EChart = lazy(() => import('./EChart'));

/** A chart whose drawing code comes when it is first needed; its place is kept meanwhile. */
export function Chart(props: EChartProps) {
  return (
    <Suspense fallback={<Skeleton height={props.height} aria-hidden="true" />}>
      <EChart {...props} />
    </Suspense>
  );
}
