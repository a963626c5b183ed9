import { readdir } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { EVENT_TITLES, titleOf } from './event-titles.js';

const GOLDEN = new URL('../../../test/fixtures/golden-events', import.meta.url);

describe('the titles of events', () => {
  it('name every event type that was ever written', async () => {
    const types = (await readdir(GOLDEN)).map((file) => file.replace(/\.v\d+\.json$/, ''));
    expect(types.length).toBeGreaterThan(60);
    expect(types.filter((type) => EVENT_TITLES[type] === undefined)).toEqual([]);
  });

  it('tell every type from the others', () => {
    const titles = Object.values(EVENT_TITLES);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it('let a type of another program stand for itself', () => {
    expect(titleOf('SomethingElse')).toBe('SomethingElse');
  });
});
