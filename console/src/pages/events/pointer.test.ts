import { describe, expect, test } from 'vitest';
import { lineOf, positionOf } from './pointer';

const json = `{
  "a/b": 1,
  "text": "he said \\"no\\", [not] {this}",
  "list": [
    {"x": 1},
    [true, null],
    {"eventTime": "2026-03-14", "y~z": 4}
  ]
}`;

/** The text at the place where a pointer points. */
const at = (pointer: string, length: number) => {
  const position = positionOf(json, pointer);
  return position === undefined ? undefined : json.slice(position, position + length);
};

describe('a JSON pointer', () => {
  test.each([
    ['', '{'],
    ['/a~1b', '1'],
    ['/list/0/x', '1'],
    ['/list/1/1', 'null'],
    ['/list/2/eventTime', '"2026-03-14"'],
    ['/list/2/y~0z', '4'],
    ['/text', '"he said'],
  ])('%s finds its value in the text', (pointer, expected) => {
    expect(at(pointer, expected.length)).toBe(expected);
  });

  test('to a member that is missing points to the thing that lacks it', () => {
    expect(at('/list/2/eventTimeZoneOffset', 14)).toBe('{"eventTime": ');
    expect(at('/list/9', 1)).toBe('[');
  });

  test('finds the line', () => {
    expect(lineOf(json, positionOf(json, '/list/2/eventTime') ?? 0)).toBe(7);
  });

  test('survives text that is not JSON', () => {
    for (const broken of ['', '{', '{"a"', '{"a":', '[1,', '"', 'nonsense', '{"a": "\\'])
      expect(() => positionOf(broken, '/a/0/b')).not.toThrow();
  });
});
