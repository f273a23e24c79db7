import { describe, expect, test } from 'vitest';
import { eventSearch } from '~/pages/events/search';
import { groupSearch, leadTimeSearch, questionOf } from '~/pages/performance/search';
import { conditionOf, isEmpty, scopeSearch } from '~/pages/recall/search';
import { unitSearch } from '~/pages/unit/search';
import { unitsSearch } from '~/pages/units/search';
import { given, numberOf, oneOf, parseAddress, timeOf, writeAddress } from './address';

describe('an address', () => {
  test.each([
    { epc: 'https://id.gs1.org/01/09521321000018/21/K7QX%2F2' },
    { code: '0109521321000018\u001d10L26', text: 'a b & c = d' },
    { by: 'line,shift', from: 'commissioning' },
    { text: '00012', lot: '1e3' },
  ])('gives back what was written: %j', values => {
    expect(parseAddress(writeAddress(values))).toEqual(values);
  });

  test('keeps identifiers readable', () => {
    expect(writeAddress({ epc: 'https://id.gs1.org/00/095213210010000015' })).toBe(
      '?epc=https://id.gs1.org/00/095213210010000015',
    );
  });

  test('leaves out what is not set', () => {
    expect(writeAddress({ a: undefined, b: '', c: false, d: null })).toBe('');
  });
});

describe('a value of an address', () => {
  test('that is not among the allowed is left out', () => {
    expect(oneOf('sold', ['active', 'sold'])).toBe('sold');
    expect(oneOf('SOLD', ['active', 'sold'])).toBeUndefined();
  });

  test.each([
    ['10', 10],
    [10, 10],
    ['0', undefined],
    ['101', undefined],
    ['1.5', undefined],
    ['ten', undefined],
    ['', undefined],
  ])('%j is a count from 1 to 100: %j', (raw, expected) => {
    expect(numberOf(raw, 1, 100)).toBe(expected);
  });

  test('is a time in any zone, given back in UTC', () => {
    expect(timeOf('2026-03-14T09:41:00+01:00')).toBe('2026-03-14T08:41:00.000Z');
    expect(timeOf('2026-03-14')).toBe('2026-03-13T23:00:00.000Z');
    expect(timeOf('soon')).toBeUndefined();
  });
});

describe('every page reads its own part and nothing else', () => {
  const stranger = { stranger: 'x', kind: 'nonsense', state: 'nonsense', type: 'nonsense', whereabouts: 'nonsense' };

  test('a stranger or a wrong value changes nothing', () => {
    expect(unitsSearch(stranger)).toEqual({});
    expect(eventSearch(stranger)).toEqual({});
    expect(scopeSearch(stranger)).toEqual({});
    expect(unitSearch(stranger)).toEqual({ epc: '' });
    expect(leadTimeSearch(stranger)).toEqual({});
  });

  test('what is looked at is not part of a recall condition', () => {
    const search = scopeSearch({ componentLot: 'B-7731', whereabouts: 'sold' });
    expect(conditionOf(search)).toEqual({ componentLot: 'B-7731' });
    expect(isEmpty(conditionOf(scopeSearch({ whereabouts: 'sold' })))).toBe(true);
  });

  test('dimensions are known ones, each once, in the order given', () => {
    expect(leadTimeSearch({ by: 'shift,line,shift,weekday' }).by).toBe('shift,line');
    expect(leadTimeSearch({ by: 'weekday' })).toEqual({});
  });

  test('an empty address of lead times asks the usual question', () => {
    expect(questionOf(leadTimeSearch({}))).toEqual({
      from: 'commissioning',
      to: 'packing',
      by: 'line',
      statistic: 'median',
    });
  });

  test('a group keeps the question that it belongs to', () => {
    expect(groupSearch({ from: 'packing', to: 'shipping', group: 'a|b' })).toEqual({
      from: 'packing',
      to: 'shipping',
      group: 'a|b',
    });
  });
});

test('two addresses of the same view are equal', () => {
  expect(Object.keys(given({ a: 1, b: undefined }))).toEqual(['a']);
});
