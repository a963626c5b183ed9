import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leadStream } from '#libs/leads';
import { projectStream } from '#libs/projects';
import { reserveStream } from '#libs/reserve';
import { unitDirectoryProjection } from '#libs/units';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { duplicateIndexProjection } from '../../projections/duplicate-index/duplicate-index.projection.js';
import { likeness, soundGrams } from '../../projections/duplicate-index/name-grams.js';
import { ALIKE, type DuplicatesQuestion, likelyDuplicates } from './likely-duplicates.query.js';

const PROOF = { evidence: [], grade: 'claimed', occurredOn: '2022-02-01' } as const;
const CODE = '91350100M000100Y43';

describe('what may be the same', () => {
  let models: ReadModels;
  let log: Log;
  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection, duplicateIndexProjection);
  });
  afterAll(() => models.drop());
  beforeEach(async () => {
    await models.clear();
    log = new Log();
  });

  const lead = (id: string, enterprise: string, more: object = {}) =>
    log.append(leadStream(id), {
      type: 'LeadCaptured',
      data: {
        title: `线索${id}`,
        unit: 'd1',
        enterprise,
        expectedInvestment: '1',
        channel: 'unit',
        occurredOn: '2022-01-01',
        ...more,
      },
    });
  const project = (id: string, name: string) =>
    log.append(projectStream(id), { type: 'ProjectOpened', data: { name, unit: 'd2', occurredOn: '2022-01-01' } });
  const then = (stream: string, type: string, data: object) => log.append(stream, { type, data });
  const ask = async (question: DuplicatesQuestion) => likelyDuplicates(models.sql, question);
  const ids = async (question: DuplicatesQuestion) => (await ask(question)).map(({ id }) => id);

  it.each([[1], [100]])(
    'is found by credit code, by parcel, and by name and its sound (batches of %d)',
    async (size) => {
      lead('code', '完全不同的企业', { creditCode: CODE });
      project('land', '另一个项目');
      then(projectStream('land'), 'LandSecured', { parcel: 'G 2022-01', mu: '10', ...PROOF });
      lead('name', '宁德时代新能源');
      lead('sound', '宁得时代新能源');
      lead('other', '蜂巢动力');
      project('registered', '六安基地');
      then(projectStream('registered'), 'EnterpriseRegistered', { enterprise: '某某', creditCode: CODE, ...PROOF });
      await models.feed(log.events, [size]);
      const all = await ask({
        name: '宁德时代新能源有限公司',
        creditCode: ` ${CODE.toLowerCase()}`,
        parcel: 'g2022-01',
      });
      expect(all.map(({ id, reasons }) => [id, reasons.map(({ code }) => code)])).toEqual([
        ['code', ['credit-code']],
        ['registered', ['credit-code']],
        ['land', ['parcel']],
        ['name', ['name']],
        ['sound', ['name-sound']],
      ]);
      expect(all[3]?.reasons).toEqual([{ code: 'name', likeness: 1, text: '宁德时代新能源' }]);
      expect(await ids({ name: '没有相像的' })).toEqual([]);
      expect(await ids({ parcel: 'G2022-02' })).toEqual([]);
    },
  );

  it.each([[1], [100]])(
    'goes by the names that stand now, and forgets what was merged (batches of %d)',
    async (size) => {
      lead('renamed', '旧称动力电池');
      then(leadStream('renamed'), 'LeadRevised', {
        enterprise: '新名储能材料',
        creditCode: CODE,
        occurredOn: '2022-02-01',
      });
      lead('merged', '新名储能材料');
      then(leadStream('merged'), 'LeadMerged', { into: 'renamed', reason: '同一企业', occurredOn: '2022-02-01' });
      then(leadStream('renamed'), 'LeadQualified', { occurredOn: '2022-02-02' });
      await models.feed(log.events, [size]);
      expect(await ids({ name: '旧称动力电池' })).toEqual([]);
      expect(await ids({ name: '新名储能材料', creditCode: CODE })).toEqual(['renamed']);
    },
  );

  it.each([[1], [100]])(
    'is found in the reserve while it is planned, and again once a mistake is taken back (batches of %d)',
    async (size) => {
      const plan = { unit: 'd1', idea: '思路', funding: 'market', plannedInvestment: '1', occurredOn: '2022-01-01' };
      for (const id of ['planned', 'chosen', 'dropped', 'kept', 'become'])
        then(reserveStream(id), 'ProjectPlanned', { ...plan, name: id === 'chosen' ? '谋划' : '冷链物流园' });
      then(reserveStream('chosen'), 'SelectionAdvanced', {
        step: 'chosen',
        enterprise: '冷链物流园',
        occurredOn: '2022-02-01',
      });
      const drop = (id: string) =>
        then(reserveStream(id), 'ReserveDropped', { reason: '无', occurredOn: '2022-02-01' });
      drop('dropped');
      const eventIds = [drop('kept').id];
      then(reserveStream('kept'), 'ReserveStepVoided', { eventIds, reason: '误登', occurredOn: '2022-02-02' });
      then(reserveStream('become'), 'ReserveConverted', { projectId: 'p', project: {}, occurredOn: '2022-02-01' });
      await models.feed(log.events, [size]);
      const found = await ask({ name: '冷链物流园' });
      expect(found.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual([
        'reserve chosen',
        'reserve kept',
        'reserve planned',
      ]);
    },
  );

  it.each([[1], [100]])('is found again once the merger of a lead is taken back (batches of %d)', async (size) => {
    lead('merged', '新名储能材料');
    const merger = { into: 'other', reason: '同一企业', occurredOn: '2022-02-01' };
    const eventIds = [then(leadStream('merged'), 'LeadMerged', merger).id];
    then(leadStream('merged'), 'LeadStepVoided', { eventIds, reason: '误登', occurredOn: '2022-02-02' });
    await models.feed(log.events, [size]);
    expect(await ids({ name: '新名储能材料' })).toEqual(['merged']);
  });

  it('of another unit says only whose it is and why', async () => {
    lead('theirs', '宁德时代', { creditCode: CODE });
    await models.feed(log.events);
    const question = { name: '宁德时代', creditCode: CODE };
    expect(await ask({ ...question, visibleUnit: 'd2' })).toEqual([
      {
        kind: 'lead',
        unit: { code: 'd1', name: 'd1' },
        reasons: [{ code: 'credit-code' }, { code: 'name', likeness: 1 }],
      },
    ]);
    then(leadStream('theirs'), 'LeadReferralAccepted', { unit: 'd2', occurredOn: '2022-02-01' });
    await models.feed(log.events.slice(-1));
    expect(await ask({ ...question, visibleUnit: 'd2' })).toMatchObject([{ id: 'theirs', enterprise: '宁德时代' }]);
  });

  it('is the same as comparing with every name there is', async () => {
    const name = fc.string({ unit: fc.constantFrom(...'宁德时代安徽新能'), minLength: 1, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(name, { minLength: 1, maxLength: 12 }), name, async (names, asked) => {
        await models.clear();
        log = new Log();
        names.forEach((each, at) => project(String(at), each));
        await models.feed(log.events);
        const alike = names.flatMap((each, at) =>
          likeness(soundGrams(asked), soundGrams(each)) >= ALIKE - 1e-9 ? [String(at)] : [],
        );
        expect((await ids({ name: asked })).sort()).toEqual(alike.sort());
      }),
      { numRuns: 40 },
    );
  });
});
