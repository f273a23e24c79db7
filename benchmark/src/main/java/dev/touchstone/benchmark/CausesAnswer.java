package dev.touchstone.benchmark;

/** What was found about the causes of a difference. */
public sealed interface CausesAnswer permits SlicesFound, Kitagawa, OaxacaBlinder, DriverTree, StageGaps {}
