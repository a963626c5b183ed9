import { describe, expect, it } from '@jest/globals';
import { eventFilter } from './event-filter.js';
import { shared, streams, type StreamsMessages } from './stubs.js';

interface Given {
  on: 'stream' | 'type';
  regex?: string;
  prefixes?: string[];
  multiplier?: number;
  window?: number;
}

function options({
  on,
  regex,
  prefixes,
  multiplier = 1,
  window,
}: Given): StreamsMessages.ReadReq.Options.FilterOptions {
  const expression = new streams.ReadReq.Options.FilterOptions.Expression();
  if (regex !== undefined) expression.setRegex(regex);
  if (prefixes !== undefined) expression.setPrefixList(prefixes);
  const message = new streams.ReadReq.Options.FilterOptions();
  if (on === 'stream') message.setStreamIdentifier(expression);
  else message.setEventType(expression);
  if (window === undefined) message.setCount(new shared.Empty());
  else message.setMax(window);
  message.setCheckpointintervalmultiplier(multiplier);
  return message;
}

const event = { stream: 'project-1', type: 'contract-signed' };

describe('eventFilter', () => {
  it.each([
    [{ on: 'stream', prefixes: ['lead-', 'project-'] }, true],
    [{ on: 'stream', prefixes: ['contract'] }, false],
    [{ on: 'stream', prefixes: [] }, false],
    [{ on: 'type', prefixes: ['contract'] }, true],
    [{ on: 'type', regex: '^[^$].*' }, true],
    [{ on: 'stream', regex: '^\\d' }, false],
  ] as const)('%j', (given, expected) => {
    expect(eventFilter(options(given as Given))?.matches(event)).toBe(expected);
  });

  it('has checkpoints at multiples of the search window, which is 32 unless given', () => {
    expect(eventFilter(options({ on: 'type', regex: '.', multiplier: 3 }))?.checkpointInterval).toBe(96);
    expect(eventFilter(options({ on: 'type', regex: '.', multiplier: 3, window: 10 }))?.checkpointInterval).toBe(30);
  });

  it('refuses a pattern that is none, an interval of zero, and no expression', () => {
    expect(() => eventFilter(options({ on: 'type', regex: '(' }))).toThrow('regular expression');
    expect(() => eventFilter(options({ on: 'type', regex: '.', multiplier: 0 }))).toThrow('greater than zero');
    expect(() => eventFilter(new streams.ReadReq.Options.FilterOptions())).toThrow('neither');
  });

  it('is none when the request has none', () => {
    expect(eventFilter(undefined)).toBeUndefined();
  });
});
