/**
 * How well it goes: fair comparison of units (sites, lines, carriers, lots) from what was measured at each.
 *
 * <p>Entry points: {@link dev.touchstone.benchmark.Benchmark} for reports over tables, one method for each question,
 * {@link dev.touchstone.benchmark.Measures} for what is measured, {@link dev.touchstone.benchmark.Samples} for the rows;
 * {@link dev.touchstone.benchmark.Comparison} for measured values by group,
 * {@link dev.touchstone.benchmark.Proportions} for counted shares by group. Beneath them, each of use alone:
 * {@link dev.touchstone.benchmark.Summary}, {@link dev.touchstone.benchmark.Quantile},
 * {@link dev.touchstone.benchmark.Interval}, {@link dev.touchstone.benchmark.Bootstrap},
 * {@link dev.touchstone.benchmark.MannWhitney}, {@link dev.touchstone.benchmark.KruskalWallis},
 * {@link dev.touchstone.benchmark.FalseDiscovery}.
 *
 * <p>Whether a remedy worked: {@link dev.touchstone.benchmark.Benchmark#effect}; its methods, each of use alone:
 * {@link dev.touchstone.benchmark.InterruptedSeries}, {@link dev.touchstone.benchmark.DifferenceInDifferences},
 * {@link dev.touchstone.benchmark.SyntheticControl}; before starting, {@link dev.touchstone.benchmark.SampleSize}.
 *
 * <p>What causes a difference: {@link dev.touchstone.benchmark.Benchmark#causes}; its splits, each of use alone:
 * {@link dev.touchstone.benchmark.Kitagawa}, {@link dev.touchstone.benchmark.OaxacaBlinder}, {@link dev.touchstone.benchmark.Lmdi},
 * {@link dev.touchstone.benchmark.Shapley}, {@link dev.touchstone.benchmark.StageGaps}.
 *
 * <p>Invariants: no result holds NaN or an infinite number; what cannot be computed is absent and a note says why, or
 * {@link dev.touchstone.benchmark.BadData} is thrown with what would be right. Random methods take a seed and give the same
 * result on any number of cores. Results do not depend on the order of their input. Every public type is immutable and may be
 * shared between threads, as long as nobody changes an array that was given or taken.
 */
package dev.touchstone.benchmark;
