import { afterAll, describe, expect, it } from '@jest/globals';
import { READ_MODELS } from '#apps/projector';
import { calendarStream } from '#libs/calendar';
import { type SequencedEvent } from '#libs/eventsourcing';
import { BUSY_LIVES, cityLog } from '../bench/city/city-log.js';
import { streamWriter } from '../bench/city/stream-writer.js';
import { type Append } from '../bench/support/load-log.js';
import { type ReadModels, openReadModels } from '../support/read-models.js';

const EVENTS = 1200;
const BATCH = 100;

/** A city's year, and its holidays: as they were first, and published once more when much rests on them. */
function cityEvents(): SequencedEvent[] {
  const calendar = streamWriter(calendarStream(2022), { id: 'administrator', unit: 'city', role: 'administrator' });
  const published = (holidays: string[]): Append =>
    calendar.write([
      { type: 'CalendarPublished', data: { year: 2022, holidays, workdays: [], occurredOn: '2022-01-01' } },
    ]);
  const year = [...cityLog(20220109, EVENTS, BUSY_LIVES)];
  const middle = year.length / 2;
  const appends = [published([]), ...year.slice(0, middle), published(['2022-07-01']), ...year.slice(middle)];
  return appends
    .flatMap(({ stream, expected, events }) =>
      events.map((event, index) => ({ ...event, stream, revision: expected + 1n + BigInt(index) })),
    )
    .map((event, index) => {
      const seq = BigInt(index + 1);
      return { ...event, seq, position: seq * 100n, recordedAt: new Date(Date.UTC(2022, 0, 1) + index * 1000) };
    });
}

/** The last stream first, each in its own order. */
const streamByStream = (events: readonly SequencedEvent[]): SequencedEvent[] =>
  [...Map.groupBy(events, ({ stream }) => stream).values()].reverse().flat();

describe('a type of event that no read model knows', () => {
  let models: ReadModels;
  afterAll(() => models.drop());

  /** What is so now, without the seqs and revisions that every event of a stream moves. */
  const present = async () => {
    const rows = Object.entries(await models.dump()).flatMap(([table, texts]) =>
      texts.map((text) => [table, JSON.parse(text) as Record<string, unknown>] as const),
    );
    return rows
      .filter(([table, { until_seq = null }]) => until_seq === null && !table.startsWith('audit_trail'))
      .map(([table, { revision: _, from_seq: __, ...row }]) => `${table} ${JSON.stringify(row)}`)
      .sort();
  };

  it('is passed over', async () => {
    models = await openReadModels(...READ_MODELS);
    const events = cityEvents();
    await models.feed(events, [BATCH]);
    const before = await present();
    const ends = [...new Map(events.map((event) => [event.stream, event])).values()];
    const later = ends.map((event, index) => ({
      ...event,
      type: 'SomethingNew',
      data: { occurredOn: '2022-12-31' },
      seq: BigInt(events.length + index + 1),
      revision: event.revision + 1n,
    }));
    await models.feed(later, [BATCH]);
    expect(await present()).toEqual(before);
  });
});

describe('a read model whose parked events can be applied when other streams have moved on', () => {
  const opened: ReadModels[] = [];
  afterAll(() => Promise.all(opened.map((models) => models.drop())));

  const rowsOf = async (events: readonly SequencedEvent[]) => {
    const models = await openReadModels(...READ_MODELS.filter(({ readsAcrossStreams }) => readsAcrossStreams !== true));
    opened.push(models);
    await models.feed(events, [BATCH]);
    return models.dump();
  };

  it('holds the same rows in whatever order the streams come', async () => {
    const events = cityEvents();
    const [inTurn, outOfTurn] = [await rowsOf(events), await rowsOf(streamByStream(events))];
    const tables = Object.keys(inTurn);
    expect(tables.filter((table) => String(inTurn[table]) !== String(outOfTurn[table]))).toEqual([]);
    expect(tables.filter((table) => inTurn[table]!.length > 0).length).toBeGreaterThan(10);
  });
});
