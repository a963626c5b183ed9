import { describe, expect, it } from '@jest/globals';
import { given } from '#libs/eventsourcing';
import { scheme } from '../../../../test/support/assessment-scheme.js';
import { schemeDecider } from './scheme.decider.js';
import { type SchemePublished } from './scheme.events.js';

const published = (version: number): SchemePublished => ({
  type: 'SchemePublished',
  data: { code: 'example', version, scheme: scheme({ version }), occurredOn: '2022-01-10' },
});
const publish = (version: number) => ({ scheme: scheme({ version }), occurredOn: '2022-01-10' });

describe('publishing a scheme', () => {
  it('starts with version 1', () => {
    expect(given(schemeDecider).when(publish(1))).toEqual([published(1)]);
  });

  it('goes on with the next version', () => {
    expect(given(schemeDecider, published(1), published(2)).when(publish(3))).toEqual([published(3)]);
  });

  it.each([1, 2])('never uses version %d again', (version) => {
    expect(given(schemeDecider, published(1), published(2)).when(publish(version))).toEqual({
      refused: 'SCHEME.VERSION_TAKEN',
      field: 'version',
    });
  });

  it('leaves no version out', () => {
    expect(given(schemeDecider, published(1)).when(publish(3))).toEqual({
      refused: 'SCHEME.VERSION_SKIPPED',
      field: 'version',
    });
  });
});
