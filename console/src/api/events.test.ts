import { describe, expect, test } from 'vitest';
import { nextPageToken, readEventPage } from './events';

const document = (eventList: unknown[]) => ({
  type: 'EPCISQueryDocument',
  epcisBody: { queryResults: { resultsBody: { eventList } } },
});

describe('a query document', () => {
  test('gives its events with what lists show, and each whole', () => {
    const json = {
      type: 'AggregationEvent',
      eventID: 'ni:///sha-256;1?ver=CBV2.0',
      eventTime: '2026-03-14T08:41:00Z',
      eventTimeZoneOffset: '+01:00',
      action: 'ADD',
      bizStep: 'packing',
      parentID: 'https://id.gs1.org/00/095213210010000015',
      childEPCs: ['https://id.gs1.org/01/09521321000018/21/A'],
      childQuantityList: [{ epcClass: 'x', quantity: 2 }],
      readPoint: { id: 'https://id.gs1.org/414/9521321000012' },
    };
    const [event] = readEventPage(document([json]), null).events;
    expect(event).toMatchObject({
      id: json.eventID,
      type: 'AggregationEvent',
      things: [json.parentID, ...json.childEPCs],
      quantities: 1,
      readPoint: json.readPoint.id,
      declaredErroneous: false,
    });
    expect(event?.json).toBe(json);
  });

  test('says which events declare an error', () => {
    const event = { type: 'ObjectEvent', eventTime: '2026-03-14T08:41:00Z', errorDeclaration: {} };
    expect(readEventPage(document([event]), null).events[0]?.declaredErroneous).toBe(true);
  });

  test('without events has none', () => {
    expect(readEventPage(document([]), null).events).toEqual([]);
    expect(readEventPage({}, null).events).toEqual([]);
  });
});

describe('the next page', () => {
  test.each([
    ['</epcis/events?perPage=25&nextPageToken=a%2Bb>; rel="next"', 'a+b'],
    ['<http://h/x?nextPageToken=7>; rel=next', '7'],
    ['</first>; rel="first", </epcis/events?nextPageToken=q>; rel="next"', 'q'],
    ['</first>; rel="first"', undefined],
    [null, undefined],
  ])('of Link %j is %j', (link, expected) => {
    expect(nextPageToken(link)).toBe(expected);
  });
});
