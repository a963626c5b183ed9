import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { auditTrailProjection } from '#libs/audit';
import {
  listProjects,
  listResponsibilities,
  projectNames,
  projectStream,
  projectSummaryProjection,
  STAGES,
  STANDINGS,
} from '#libs/projects';
import { unitDirectoryProjection } from '#libs/units';
import { derivedId } from '#libs/values';
import { Log } from '../support/log.js';
import { arbitraryLife, liveProject } from '../support/project-commands.js';
import { type ReadModels, openReadModels } from '../support/read-models.js';

const STREAM = projectStream('p1');
const idOf = (index: number) => derivedId(STREAM, String(index));

const anyQuestion = fc.oneof(
  fc.constant({}),
  fc.record({ stage: fc.constantFrom(...STAGES) }),
  fc.record({ standing: fc.constantFrom(...STANDINGS) }),
  fc.record({ unit: fc.constantFrom('d1', 'd2', 'd3') }),
  fc.record({ visibleUnit: fc.constantFrom('d1', 'd2', 'd3') }),
  fc.record({ leader: fc.constantFrom('account-1', 'account-2'), handedOver: fc.boolean() }),
);

describe('what lists of projects show', () => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection, projectSummaryProjection, auditTrailProjection);
  });
  afterAll(() => models.drop());

  it('is shown again when it is asked for as of then, at every seq of a life', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLife, anyQuestion, async (life, question) => {
        const log = new Log();
        for (const event of liveProject(life, idOf).events) log.append(STREAM, event);
        await models.clear();
        const shown = [];
        for (const event of log.events) {
          await models.feed([event]);
          shown.push(await ask(question, { asOf: event.seq, present: true }));
        }
        const again = [];
        for (const { seq } of log.events) again.push(await ask(question, { asOf: seq, present: false }));
        expect(again).toEqual(shown);
      }),
      { numRuns: 25 },
    );
  });

  const ask = async (question: object, known: { asOf: bigint; present: boolean }) => {
    const nameOf = await projectNames(models.sql, ['p1'], known.present ? undefined : known.asOf);
    return [
      await listProjects(models.sql, { ...known, ...question, limit: 10 }),
      await listResponsibilities(models.sql, { ...known, ...question, limit: 10 }),
      nameOf('p1'),
    ];
  };
});
