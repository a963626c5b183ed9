import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { auditTrailProjection } from '#libs/audit';
import { type SequencedEvent } from '#libs/eventsourcing';
import { type PostedMetric, PostingRow, postingsProjection } from '#libs/postings';
import { projectSummaryProjection } from '#libs/projects';
import { tableOf } from '#libs/read-models';
import { unitDirectoryProjection } from '#libs/units';
import { type ReadModels, openReadModels } from '../support/read-models.js';
import { liveOut } from './lives.js';

const POSTING = tableOf(PostingRow).name;

const METRICS: Record<'contract' | 'land' | 'start' | 'output', PostedMetric> = {
  contract: 'signed-projects',
  land: 'land-secured-projects',
  start: 'started-projects',
  output: 'output-reached-projects',
};

const steps = fc.array(fc.record({ project: fc.nat({ max: 4 }), choice: fc.nat({ max: 1000 }) }), {
  minLength: 25,
  maxLength: 50,
});
const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 });

describe('read models', () => {
  let models: ReadModels;

  beforeAll(async () => {
    models = await openReadModels(
      unitDirectoryProjection,
      postingsProjection,
      projectSummaryProjection,
      auditTrailProjection,
    );
  });
  afterAll(() => models.drop());

  const rowsOf = async (events: readonly SequencedEvent[], batchSizes?: readonly number[]) => {
    await models.clear();
    await models.feed(events, batchSizes);
    return models.dump();
  };

  it('hold the same rows however the log is cut into batches, and the ledger sums to what stands', async () => {
    await fc.assert(
      fc.asyncProperty(steps, sizes, async (taken, batchSizes) => {
        const { log, standing } = liveOut(taken);
        const oneByOne = await rowsOf(log.events, [1]);
        expect(await rowsOf(log.events)).toEqual(oneByOne);
        expect(await rowsOf(log.events, batchSizes)).toEqual(oneByOne);
        expect(await sums()).toEqual(
          [...standing]
            .flatMap(([stream, reached]) => reached.map((milestone) => `${stream} ${METRICS[milestone]} 1`))
            .sort(),
        );
      }),
      { numRuns: 6 },
    );
  });

  /** What the ledger counts for each project and metric, where that isn't nothing. */
  const sums = async () => {
    const rows = await models.sql.query<{ sum: string }[]>(
      `select stream || ' ' || metric || ' ' || sum(quantity) as sum from ${POSTING} where project is not null and metric = any($1)
       group by stream, metric having sum(quantity) <> 0`,
      [Object.values(METRICS)],
    );
    return rows.map(({ sum }) => sum).sort();
  };
});
