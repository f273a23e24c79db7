import { describe, expect, test } from 'vitest';
import { endOfBins, scaleOf, ticksOf } from './scale';

describe('a scale', () => {
  test('runs from 0 to 1 and holds what lies beyond at its ends', () => {
    const scale = scaleOf(2, 12);
    expect([scale.at(2), scale.at(7), scale.at(12), scale.at(-5), scale.at(99)]).toEqual([0, 0.5, 1, 0, 1]);
  });

  test('of one single value is no division by zero', () => {
    expect(scaleOf(3, 3).at(3)).toBe(0);
  });

  test.each([
    [0, 10, 5, [0, 2, 4, 6, 8, 10]],
    [0, 10.7, 6, [0, 2, 4, 6, 8, 10]],
    [0, 1, 4, [0, 0.25, 0.5, 0.75, 1]],
    [3, 97, 4, [25, 50, 75]],
  ])('from %d to %d with about %d steps is marked at %j', (low, high, wanted, expected) => {
    expect(ticksOf(scaleOf(low, high), wanted)).toEqual(expected);
  });
});

describe('the end of the drawn bins', () => {
  const edges = [0, 1, 2, 3, 4, 100];

  test('leaves out a far tail', () => {
    expect(endOfBins(edges, [[50, 40, 9, 0, 1]], 0.99, [])).toBe(3);
  });

  test('never leaves out what must be seen', () => {
    expect(endOfBins(edges, [[50, 40, 9, 0, 1]], 0.99, [3.5])).toBe(4);
  });

  test('keeps everything when the tail is the weight', () => {
    expect(endOfBins(edges, [[1, 0, 0, 0, 99]], 0.99, [])).toBe(100);
  });
});
