/** Positions along one common axis, and the numbers to write on it. */
export interface Scale {
  low: number;
  high: number;
  /** 0 to 1, bounded to the axis. */
  at: (value: number) => number;
}

export function scaleOf(low: number, high: number): Scale {
  const span = high > low ? high - low : 1;
  return { low, high: low + span, at: value => Math.min(1, Math.max(0, (value - low) / span)) };
}

/** Round numbers within the scale, about as many as wanted. */
export function ticksOf(scale: Scale, wanted: number): number[] {
  const rough = (scale.high - scale.low) / Math.max(1, wanted);
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find(each => each * size >= rough) ?? 10) * size;
  const ticks: number[] = [];
  for (let tick = Math.ceil(scale.low / step - 1e-9) * step; tick <= scale.high + step * 1e-9; tick += step)
    ticks.push(Number(tick.toPrecision(12)));
  return ticks;
}

/**
 * The end of the bins to show: all but a far tail. At least `share` of all counts lie before it, and every value of
 * `needed` does.
 */
export function endOfBins(edges: number[], histograms: number[][], share: number, needed: number[]): number {
  const totals = edges.slice(1).map((_, bin) => histograms.reduce((sum, histogram) => sum + (histogram[bin] ?? 0), 0));
  const all = totals.reduce((sum, total) => sum + total, 0);
  const least = Math.max(0, ...needed);
  let seen = 0;
  for (let bin = 0; bin < totals.length; bin++) {
    seen += totals[bin] ?? 0;
    const edge = edges[bin + 1] ?? 0;
    if (seen >= share * all && edge >= least) return edge;
  }
  return edges.at(-1) ?? least;
}
