import { describe, expect, test } from 'vitest';
import { countryName } from './countries';
import { duration, durationBetween, durationIn, gap, unitFor } from './durations';
import { elementString, groups, identifierParts, shortName, visibleScan } from './identifiers';
import { count, counted, percent, signed } from './numbers';
import { ago, calendarDay, fromField, moment, momentAt, offsetMinutes, toField } from './times';
import { words } from './words';

/** Thin separators read as plain spaces here. */
const plain = (text: string) => text.replaceAll('\u202f', ' ');

describe('numbers', () => {
  test.each([
    [0, '0'],
    [317, '317'],
    [12_400, '12 400'],
    [20_000_000, '20 000 000'],
  ])('%d is written %s', (value, expected) => {
    expect(plain(count(value))).toBe(expected);
  });

  test('one thing, more things', () => {
    expect(counted(1, 'unit', 'units')).toBe('1 unit');
    expect(plain(counted(2100, 'unit', 'units'))).toBe('2 100 units');
    expect(counted(0, 'unit', 'units')).toBe('0 units');
  });

  test.each([
    [0, '0 %'],
    [1, '100 %'],
    [0.9999, '99.9 %'],
    [0.0001, '0.1 %'],
    [0.274, '27.4 %'],
  ])('a share of %d is %s: all and nothing are said only when true', (share, expected) => {
    expect(plain(percent(share))).toBe(expected);
  });

  test('a difference carries its sign', () => {
    expect(signed('2 h', 2)).toBe('+2 h');
    expect(signed('2 h', -2)).toBe('\u22122 h');
    expect(signed('0', 0)).toBe('0');
  });
});

describe('durations', () => {
  test.each([
    [0, '0'],
    [30 / 3600, '30 s'],
    [0.5, '30 min'],
    [0.1, '6 min'],
    [5.24, '5.2 h'],
    [47, '47 h'],
    [24 * 12.3, '12.3 days'],
    [24 * 40, '40 days'],
  ])('%d hours are said as %s', (hours, expected) => {
    expect(plain(duration(hours))).toBe(expected);
  });

  test.each([
    [0, '0'],
    [40 / 3600, '40 s'],
    [1.8 / 60, '1.8 min'],
    [-12 / 60, '12 min'],
    [1.44, '86 min'],
    [5.7, '5.7 h'],
  ])('that differ by %d hours differ by %s', (hours, expected) => {
    expect(plain(gap(hours))).toBe(expected);
  });

  test('keep the unit of their chart', () => {
    expect(plain(durationIn(0.1, unitFor(5)))).toBe('0.1 h');
  });

  test('between two instants', () => {
    expect(plain(durationBetween('2026-03-14T08:00:00Z', '2026-03-14T10:30:00+01:00'))).toBe('90 min');
  });
});

describe('times', () => {
  test('stand in the zone of the reader, and say it', () => {
    expect(moment('2026-03-14T08:41:00Z')).toBe('14 Mar 2026, 09:41 CET');
  });

  test('of an event stand in the zone where it happened', () => {
    expect(momentAt('2026-03-14T23:30:00Z', '+01:00')).toEqual({
      day: 'Sun 15 Mar 2026',
      clock: '00:30',
      zone: 'UTC+01:00',
    });
    expect(momentAt('2026-03-14T23:30:00Z', '+00:00').zone).toBe('UTC');
  });

  test.each([
    ['+01:00', 60],
    ['-05:30', -330],
    ['nonsense', 0],
  ])('the offset %s is %d minutes', (offset, minutes) => {
    expect(offsetMinutes(offset)).toBe(minutes);
  });

  test('go through a field and come back', () => {
    const iso = '2026-03-14T08:41:00.000Z';
    expect(toField(iso)).toBe('2026-03-14T09:41');
    expect(fromField(toField(iso))).toBe(iso);
    expect(fromField('')).toBeUndefined();
    expect(toField(undefined)).toBe('');
  });

  test('a calendar day has no zone', () => {
    expect(calendarDay('2026-03-14')).toBe('14 Mar');
    expect(calendarDay('2026-03-14', true)).toBe('14 Mar 2026');
  });

  test.each([
    [10, 'just now'],
    [50, '1 min ago'],
    [59 * 60, '59 min ago'],
    [3 * 3600, '3 h ago'],
    [50 * 3600, '2 d ago'],
  ])('%d seconds back is %s', (seconds, expected) => {
    expect(plain(ago(new Date(1_000_000_000_000 - seconds * 1000).toISOString(), 1_000_000_000_000))).toBe(expected);
  });
});

describe('identifiers', () => {
  test('an element string falls into elements and groups that lose nothing', () => {
    const text = '(01)09521321000018(21)K7QXA2MPD4';
    const parts = identifierParts(text);
    expect(parts).toEqual([
      { ai: '01', groups: ['0952', '1321', '0000', '18'] },
      { ai: '21', groups: ['K7QX', 'A2MP', 'D4'] },
    ]);
    expect(parts.map(part => `(${part.ai})${part.groups.join('')}`).join('')).toBe(text);
  });

  test('no character stands alone', () => {
    expect(groups('123456789')).toEqual(['1234', '56789']);
    expect(groups('B-7731')).toEqual(['B-7731']);
  });

  test('a bracket inside a value belongs to the value', () => {
    expect(identifierParts('(01)09521321000018(21)A(b)C').at(-1)).toEqual({ ai: '21', groups: ['A(b)C'] });
  });

  test.each([
    ['https://id.gs1.org/01/09521321000018/21/K7QX%2F2', '(01)09521321000018(21)K7QX/2'],
    ['https://id.gs1.org/00/095213210010000015', '(00)095213210010000015'],
    ['https://id.gs1.org/01/09521321000018/10/B-7731', '(01)09521321000018(10)B-7731'],
    ['urn:example:thing:7', 'urn:example:thing:7'],
  ])('%s reads as %s', (epc, expected) => {
    expect(elementString(epc)).toBe(expected);
  });

  test.each([
    ['(01)09521321000018(21)K7QXA2MPD4', 'K7QXA2MPD4'],
    ['(00)095213210010000015', '095213210010000015'],
    ['https://example.org/things/7', '7'],
    ['urn:epc:id:bic:CSQU3054383', 'CSQU3054383'],
  ])('%s is called %s', (text, expected) => {
    expect(shortName(text)).toBe(expected);
  });

  test('the separator of a scan can be seen', () => {
    expect(visibleScan('10L26\u001d21X')).toBe('10L26\u241d21X');
  });
});

describe('words of the vocabulary', () => {
  test.each([
    ['retail_selling', 'Retail selling'],
    ['https://ref.gs1.org/cbv/BizStep-shipping', 'Shipping'],
    ['urn:epcglobal:cbv:disp:in_transit', 'In transit'],
    ['https://example.org/steps/deep_freezing', 'Deep freezing'],
  ])('%s reads as %s', (value, expected) => {
    expect(words(value)).toBe(expected);
  });
});

test('a country by its name, or by its code when it is none', () => {
  expect(countryName('DE')).toBe('Germany');
  expect(countryName('Atlantis')).toBe('Atlantis');
});
