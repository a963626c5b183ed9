import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { leadStream } from '#libs/leads';
import { projectStream } from '#libs/projects';
import { selectRows, tableOf } from '#libs/read-models';
import { reserveStream } from '#libs/reserve';
import { unitStream } from '#libs/units';
import { visitStream } from '#libs/visits';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { PostingRow } from './posting.entity.js';
import { postingsProjection } from './postings.projection.js';

const POSTING = tableOf(PostingRow).name;
const STREAM = projectStream('p1');
const PROOF = { evidence: [], grade: 'documented' } as const;

describe('the postings ledger', () => {
  let models: ReadModels;
  let log: Log;

  beforeAll(async () => {
    models = await openReadModels(postingsProjection);
  });
  afterAll(() => models.drop());
  beforeEach(async () => {
    await models.clear();
    log = new Log();
    log.append(unitStream('d1'), {
      type: 'UnitRegistered',
      data: { code: 'd1', name: '一区', kind: 'district', group: 'north', occurredOn: '2021-01-01' },
    });
  });

  const open = () =>
    log.append(STREAM, {
      type: 'ProjectOpened',
      data: { name: '项目', unit: 'd1', chain: 'steel', occurredOn: '2022-01-01' },
    });
  const sign = (totalInvestment: string, occurredOn = '2022-02-01') =>
    log.append(STREAM, {
      type: 'ContractSigned',
      data: { totalInvestment, fixedAssetInvestment: '80.5', ...PROOF, occurredOn },
    });
  const reach = (type: string, occurredOn: string) => log.append(STREAM, { type, data: { ...PROOF, occurredOn } });
  const takeBack = (eventId: string, milestone = 'contract') =>
    log.append(STREAM, {
      type: 'FigureVoided',
      data: { eventId, milestone, finding: '不实', occurredOn: '2022-09-01' },
    });
  const posted = async (sizes?: number[]) => {
    await models.feed(log.events, sizes);
    return selectRows(
      models.sql,
      PostingRow,
      `metric not in ('signed-investment', 'signed-fixed-assets') order by seq, line`,
    );
  };

  it('posts a contract with the unit, its group, the chain, the whole amounts and the proof', async () => {
    open();
    const { id } = sign('100');
    expect(await posted()).toEqual([
      {
        seq: '3',
        line: 1,
        metric: 'signed-projects',
        item: '',
        unit: 'd1',
        holder: 'd1',
        group: 'north',
        project: 'p1',
        day: '2022-02-01',
        quantity: '1',
        totalInvestment: '100',
        fixedAssetInvestment: '80.5',
        chain: 'steel',
        share: '1',
        grade: 'documented',
        evidence: [],
        factId: id,
        eventId: id,
        stream: STREAM,
        reversesSeq: null,
        reversesLine: null,
      },
    ]);
  });

  it('posts each later milestone with the size of the contract', async () => {
    open();
    sign('100');
    reach('LandSecured', '2022-03-01');
    reach('ConstructionStarted', '2022-04-01');
    reach('DesignCapacityReached', '2022-05-01');
    const rows = await posted([1]);
    expect(rows.map(({ metric, day, totalInvestment }) => [metric, day, totalInvestment])).toEqual([
      ['signed-projects', '2022-02-01', '100'],
      ['land-secured-projects', '2022-03-01', '100'],
      ['started-projects', '2022-04-01', '100'],
      ['output-reached-projects', '2022-05-01', '100'],
    ]);
  });

  it('posts leads, qualified leads, and visits of each kind for their units', async () => {
    const lead = {
      title: '线索',
      unit: 'd1',
      enterprise: '企业',
      expectedInvestment: '1',
      chain: 'steel',
      channel: 'unit',
    };
    log.append(leadStream('l1'), { type: 'LeadCaptured', data: { ...lead, occurredOn: '2022-01-05' } });
    log.append(leadStream('l1'), { type: 'LeadQualified', data: { occurredOn: '2022-01-06' } });
    log.append(leadStream('l2'), { type: 'LeadCaptured', data: { ...lead, occurredOn: '2022-01-07' } });
    log.append(leadStream('l2'), { type: 'LeadRejected', data: { reason: '重复', occurredOn: '2022-01-08' } });
    for (const kind of ['outing', 'small-team', 'reception', 'resident', 'enterprise'])
      log.append(visitStream(kind), {
        type: 'VisitLogged',
        data: { unit: 'd1', kind, place: '苏州', from: '2022-01-09', to: '2022-01-10', occurredOn: '2022-01-10' },
      });
    const rows = await posted([2]);
    expect(rows.map(({ metric, unit, group, day, chain }) => [metric, unit, group, day, chain])).toEqual([
      ['leads', 'd1', 'north', '2022-01-05', 'steel'],
      ['qualified-leads', 'd1', 'north', '2022-01-06', 'steel'],
      ['leads', 'd1', 'north', '2022-01-07', 'steel'],
      ['outings', 'd1', 'north', '2022-01-10', null],
      ['outings', 'd1', 'north', '2022-01-10', null],
      ['receptions', 'd1', 'north', '2022-01-10', null],
      ['residences', 'd1', 'north', '2022-01-10', null],
      ['enterprise-visits', 'd1', 'north', '2022-01-10', null],
    ]);
  });

  it.each([[[1]], [[100]]])(
    'takes a lead back that is merged into another, at the seq of the merger (batches of %j)',
    async (sizes) => {
      const lead = { title: '线索', unit: 'd1', enterprise: '企业', expectedInvestment: '1', channel: 'unit' };
      const ofLead = (id: string, type: string, occurredOn: string, more: object = {}) =>
        log.append(leadStream(id), { type, data: { ...more, occurredOn } });
      ofLead('l1', 'LeadCaptured', '2022-01-05', lead);
      ofLead('l2', 'LeadCaptured', '2022-01-07', lead);
      ofLead('l2', 'LeadQualified', '2022-02-06');
      const merged = ofLead('l2', 'LeadMerged', '2022-02-08', { into: 'l1', reason: '同一企业' });
      const rows = await posted(sizes);
      expect(rows.map(({ seq, metric, day, quantity }) => [seq, metric, day, quantity])).toEqual([
        ['2', 'leads', '2022-01-05', '1'],
        ['3', 'leads', '2022-01-07', '1'],
        ['4', 'qualified-leads', '2022-02-06', '1'],
        [String(merged.seq), 'leads', '2022-01-07', '-1'],
        [String(merged.seq), 'qualified-leads', '2022-02-06', '-1'],
      ]);
    },
  );

  it.each([[[1]], [[100]]])(
    'posts again what a step took back that was recorded by mistake, and takes back what one posted (batches of %j)',
    async (sizes) => {
      const lead = { title: '线索', unit: 'd1', enterprise: '企业', expectedInvestment: '1', channel: 'unit' };
      const ofLead = (type: string, occurredOn: string, more: object = {}) =>
        log.append(leadStream('l1'), { type, data: { ...more, occurredOn } });
      const voided = ({ id }: { id: string }) =>
        ofLead('LeadStepVoided', '2022-03-01', { eventIds: [id], reason: '误登' });
      const { id: factId } = ofLead('LeadCaptured', '2022-01-07', lead);
      const qualified = ofLead('LeadQualified', '2022-02-06');
      voided(ofLead('LeadMerged', '2022-02-08', { into: 'l0', reason: '同一企业' }));
      voided(qualified);
      const { id: fake } = ofLead('LeadVoided', '2022-03-02', { finding: '查无此企业' });
      const rows = await posted(sizes);
      expect(rows.map(({ seq, metric, quantity }) => `${seq} ${metric} ${quantity}`)).toEqual([
        '2 leads 1',
        '3 qualified-leads 1',
        '4 leads -1',
        '4 qualified-leads -1',
        '5 leads 1',
        '5 qualified-leads 1',
        '6 qualified-leads -1',
        '7 leads -1',
      ]);
      expect(rows[4]).toMatchObject({ unit: 'd1', day: '2022-01-07', factId, reversesSeq: null });
      expect(rows[7]).toMatchObject({ eventId: fake, reversesSeq: '5' });
    },
  );

  it.each([[[1]], [[100]]])(
    'reverses what a voided event posted, at the seq of the finding (batches of %j)',
    async (sizes) => {
      open();
      const { id } = sign('100');
      const voided = takeBack(id);
      const [contract, reversal] = await posted(sizes);
      expect(reversal).toEqual({
        ...contract,
        seq: String(voided.seq),
        quantity: '-1',
        eventId: voided.id,
        reversesSeq: contract?.seq,
        reversesLine: 1,
      });
    },
  );

  it.each([[[1]], [[100]]])('reverses nothing twice, and nothing unknown (batches of %j)', async (sizes) => {
    open();
    const { id } = sign('100');
    takeBack('00000000-0000-4000-8000-000000000000');
    const voided = takeBack(id);
    takeBack(id);
    takeBack(voided.id);
    expect(await posted(sizes)).toHaveLength(2);
  });

  it.each([[[1]], [[100]]])(
    'sizes a start by the contract that stands, not by a voided one (batches of %j)',
    async (sizes) => {
      open();
      takeBack(sign('100').id);
      sign('300', '2022-03-01');
      reach('ConstructionStarted', '2022-04-01');
      const start = (await posted(sizes)).find(({ metric }) => metric === 'started-projects');
      expect(start?.totalInvestment).toBe('300');
    },
  );

  it('posts a fact that is reported late at its own seq, on its own day', async () => {
    open();
    sign('100', '2022-06-01');
    reach('LandSecured', '2022-09-01');
    reach('ConstructionStarted', '2022-08-01');
    const rows = await posted();
    expect(rows.map(({ seq, day }) => [seq, day])).toEqual([
      ['3', '2022-06-01'],
      ['4', '2022-09-01'],
      ['5', '2022-08-01'],
    ]);
  });

  it.each([[[1]], [[100]]])(
    'posts plans and entries of the reserve, and takes back what is struck off (batches of %j)',
    async (sizes) => {
      const reserve = (id: string, type: string, occurredOn: string, more: object = {}) =>
        log.append(reserveStream(id), { type, data: { ...more, occurredOn } });
      const plan = { name: '冷链物流园', unit: 'd1', idea: '补齐短板', funding: 'fiscal', plannedInvestment: '12000' };
      reserve('r1', 'ProjectPlanned', '2022-01-10', plan);
      reserve('r2', 'ProjectPlanned', '2022-01-11', { ...plan, plannedInvestment: '9000', chain: 'steel' });
      reserve('r1', 'ReserveEntered', '2022-03-01');
      reserve('r1', 'ZombieFlagged', '2022-08-01', { idleSince: '2022-03-01', idleDays: 153, limitDays: 90 });
      reserve('r1', 'ZombieCleared', '2022-08-05', { reason: '无投资方' });
      const rows = await posted(sizes);
      expect(
        rows.map(({ metric, day, quantity, totalInvestment }) => [metric, day, quantity, totalInvestment]),
      ).toEqual([
        ['planned-projects', '2022-01-10', '1', '12000'],
        ['planned-projects', '2022-01-11', '1', '9000'],
        ['reserve-projects', '2022-03-01', '1', '12000'],
        ['planned-projects', '2022-01-10', '-1', '12000'],
        ['reserve-projects', '2022-03-01', '-1', '12000'],
      ]);
      expect(rows[1]).toMatchObject({ unit: 'd1', group: 'north', chain: 'steel', project: null });
    },
  );

  const ofUnit = (code: string, type: string, data: object) => log.append(unitStream(code), { type, data });
  const registerHeirs = () => {
    for (const [code, group] of [
      ['d2', 'south'],
      ['d3', 'west'],
    ] as const) {
      const facts = { name: code, kind: 'district', occurredOn: '2021-01-01' };
      ofUnit(code, 'UnitRegistered', { code, group, ...facts });
    }
  };
  const merge = (code: string, into: string, from: string) =>
    ofUnit(code, 'UnitMerged', { into, from, occurredOn: '2022-01-01' });
  const whose = async (sizes: number[]) =>
    (await posted(sizes)).map(({ metric, unit, group, quantity }) => `${metric} ${unit} ${group} ${quantity}`);

  it.each([[[1]], [[2, 3]], [[100]]])(
    'posts what happens after a merger under the heir, and takes back where it was posted (batches of %j)',
    async (sizes) => {
      registerHeirs();
      open();
      sign('100');
      merge('d1', 'd2', '2022-03-01');
      reach('LandSecured', '2022-02-28');
      reach('ConstructionStarted', '2022-03-01');
      merge('d2', 'd3', '2022-05-01');
      const { id } = reach('DesignCapacityReached', '2022-05-01');
      merge('d3', 'd1', '2022-01-01');
      takeBack(id);
      expect(await whose(sizes)).toEqual([
        'signed-projects d1 north 1',
        'land-secured-projects d1 north 1',
        'started-projects d2 south 1',
        'output-reached-projects d3 west 1',
        'output-reached-projects d3 west -1',
      ]);
    },
  );

  it.each([[[1]], [[2, 3]], [[100]]])(
    'moves what is already posted for days from a merger on, as often as units merge, and nothing else (batches of %j)',
    async (sizes) => {
      registerHeirs();
      log.append(leadStream('l1'), {
        type: 'LeadCaptured',
        data: { title: 'l1', unit: 'd1', expectedInvestment: '1', occurredOn: '2022-01-05' },
      });
      open();
      sign('100', '2022-02-01');
      const { id } = reach('LandSecured', '2022-02-10');
      reach('ConstructionStarted', '2022-02-11');
      reach('DesignCapacityReached', '2022-05-01');
      log.append(leadStream('l1'), { type: 'LeadQualified', data: { occurredOn: '2022-05-02' } });
      merge('d1', 'd2', '2022-02-11');
      merge('d2', 'd3', '2022-05-02');
      takeBack(id, 'land');
      expect(await whose(sizes)).toEqual([
        'leads d1 north 1',
        'signed-projects d1 north 1',
        'land-secured-projects d1 north 1',
        'started-projects d1 north 1',
        'output-reached-projects d1 north 1',
        'qualified-leads d1 north 1',
        'started-projects d1 north -1',
        'output-reached-projects d1 north -1',
        'qualified-leads d1 north -1',
        'started-projects d2 south 1',
        'output-reached-projects d2 south 1',
        'qualified-leads d2 south 1',
        'qualified-leads d2 south -1',
        'qualified-leads d3 west 1',
        'land-secured-projects d1 north -1',
      ]);
    },
  );

  it.each([[[1]], [[2, 3]], [[100]]])(
    'posts under the unit itself again what a merger moved that never was (batches of %j)',
    async (sizes) => {
      registerHeirs();
      open();
      sign('100');
      const merger = merge('d1', 'd2', '2022-03-01');
      merge('d2', 'd3', '2022-05-01');
      reach('ConstructionStarted', '2022-03-01');
      reach('DesignCapacityReached', '2022-05-01');
      ofUnit('d1', 'UnitEndVoided', { eventId: merger.id, reason: '误登', occurredOn: '2022-06-01' });
      reach('LandSecured', '2022-06-01');
      expect(await whose(sizes)).toEqual([
        'signed-projects d1 north 1',
        'started-projects d2 south 1',
        'output-reached-projects d3 west 1',
        'started-projects d2 south -1',
        'output-reached-projects d3 west -1',
        'started-projects d1 north 1',
        'output-reached-projects d1 north 1',
        'land-secured-projects d1 north 1',
      ]);
    },
  );

  it.each([[[1]], [[100]]])('posts under the group of the day, as known by then (batches of %j)', async (sizes) => {
    open();
    ofUnit('d1', 'UnitRegrouped', { assessmentGroup: 'east', from: '2022-03-01', occurredOn: '2022-01-01' });
    sign('100', '2022-02-28');
    reach('LandSecured', '2022-03-01');
    ofUnit('d1', 'UnitRegrouped', { assessmentGroup: 'west', from: '2022-03-01', occurredOn: '2022-03-02' });
    reach('ConstructionStarted', '2022-03-01');
    expect(await whose(sizes)).toEqual([
      'signed-projects d1 north 1',
      'land-secured-projects d1 east 1',
      'started-projects d1 west 1',
    ]);
  });

  it('lets the database refuse a second reversal of an entry', async () => {
    open();
    takeBack(sign('100').id);
    await posted();
    await expect(
      models.sql
        .query(`insert into ${POSTING} (seq, line, metric, item, unit, holder, day, quantity, share, event_id, fact_id,
          stream, reverses_seq, reverses_line)
        select seq + 100, line, metric, item, unit, holder, day, quantity, share, event_id, fact_id,
          stream, reverses_seq, reverses_line
        from ${POSTING} where reverses_seq is not null`),
    ).rejects.toThrow(/duplicate key/);
  });
});
