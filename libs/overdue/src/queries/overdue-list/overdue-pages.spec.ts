import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { APPROVAL_DEADLINES, approvalId, approvalStream, approvalsProjection } from '#libs/approvals';
import { MILESTONE_DEADLINES, milestonesProjection, planStream } from '#libs/plans';
import { PROJECT_DEADLINES, projectStream, projectSummaryProjection } from '#libs/projects';
import { STEWARD_DEADLINES, stewardRegisterProjection, stewardshipStream } from '#libs/stewardships';
import { unitDirectoryProjection } from '#libs/units';
import { type Day, addDays } from '#libs/values';
import { randomOf } from '../../../../../test/bench/city/random.js';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { type OverdueKind, type OverdueQuestion, overdueList } from './overdue-list.query.js';

const PROJECTS = 8;
const PROOF = { evidence: [], grade: 'claimed' };
const random = randomOf(11);
const log = new Log();

/** Few days, so that much falls due on the same one. */
const dayAfter = (day: Day): Day => addDays(day, 10 * (1 + random.below(4)));

function* life(number: number): Generator<void, void, void> {
  const id = `7c0e7a5e-5d0f-4d6a-9e5e-00000000000${number}`;
  const unit = `d${number % 3}`;
  let day: Day = '2022-01-01';
  const project = (type: string, more: object) =>
    log.append(projectStream(id), { type, data: { ...more, occurredOn: day } });
  const permit = (type: string, more: object = {}) =>
    log.append(approvalStream(approvalId(id, 'construction-permit')), { type, data: { ...more, occurredOn: day } });
  project('ProjectOpened', { name: `项目${number}`, unit });
  yield;
  const contract = { ...PROOF, totalInvestment: '9000', fixedAssetInvestment: '8000' };
  project('ContractSigned', { ...contract, startBy: dayAfter(day), completeBy: dayAfter(dayAfter(day)) });
  yield;
  const milestones = [
    { code: 'start', name: '开工', plannedOn: dayAfter(day), order: 1 },
    { code: 'roof', name: '封顶', plannedOn: dayAfter(day), order: 2 },
  ];
  log.append(planStream(id), { type: 'PlanBaselined', data: { projectId: id, unit, milestones, occurredOn: day } });
  yield;
  const papers = { papers: ['图纸'], by: dayAfter(day) };
  permit('ApprovalRequested', {
    ...{ projectId: id, unit, kind: 'construction-permit', department: 'd0', evidence: [] },
    ...{ days: 'calendar', statutoryLimit: 10 * (1 + random.below(3)) },
  });
  permit('ApprovalAccepted', { missing: papers });
  yield;
  day = dayAfter(day);
  const start = project('ConstructionStarted', PROOF);
  yield;
  day = dayAfter(day);
  if (random.chance(0.5)) permit('ApprovalOwedSupplied', { evidence: [] });
  if (random.chance(0.5)) project('HandedOver', { fromUnit: unit, toUnit: 'd1', phase: 'construction' });
  yield;
  if (random.chance(0.4)) project('FigureVoided', { eventId: start.id, milestone: 'start', finding: '不实' });
  if (random.chance(0.6)) permit('ApprovalGranted', { ...PROOF, number: 'SG-1' });
  yield;
  const aims = { matter: '开工', target: '2 亿元', leader: 'account-1', unit, requirement: '按月调度' };
  const aimed = project('ResponsibilityFixed', { ...aims, due: dayAfter(day) });
  yield;
  day = dayAfter(day);
  if (random.chance(0.3)) project('ResponsibilityFixed', { ...aims, due: dayAfter(day) });
  else if (random.chance(0.6)) {
    const met = project('ResponsibilityDone', { taskEventId: aimed.id, result: '已办', evidence: [] });
    yield;
    if (random.chance(0.5)) project('FigureVoided', { eventId: met.id, finding: '不实' });
  }
  yield;
  const steward = (type: string, more: object) =>
    log.append(stewardshipStream(id), { type, data: { ...more, occurredOn: day } });
  const charge = { unit, account: 'account-1', duty: '市领导', purpose: 'guarantee' };
  const six = { matter: '用工', target: '300 人', leader: 'account-1', unit: 'd1', requirement: '周调度' };
  steward('StewardAttached', { kind: 'park', code: 'd2', ...charge });
  const first = steward('StewardTaskFixed', { ...six, due: dayAfter(day) });
  yield;
  day = dayAfter(day);
  if (random.chance(0.3)) steward('StewardTaskFixed', { ...six, due: dayAfter(day) });
  else if (random.chance(0.5)) steward('StewardTaskDone', { taskEventId: first.id, result: '已办', evidence: [] });
  yield;
  if (random.chance(0.3)) steward('StewardDetached', { account: 'account-1' });
  yield;
  day = dayAfter(day);
  if (random.chance(0.5)) project('ConstructionCompleted', PROOF);
  if (random.chance(0.3)) project('ContractTerminated', { reason: '协商一致', by: 'both', evidence: [] });
}

const living = Array.from({ length: PROJECTS }, (_, number) => life(number));
while (living.length > 0) {
  const index = random.below(living.length);
  if (living[index]?.next().done) living.splice(index, 1);
}

interface Deadline {
  readonly kind: string;
  readonly unit: string;
  readonly due: Day | null;
  readonly closed: Day | null;
  readonly key: string;
  readonly from: string;
  readonly until: string | null;
}

/** Every version of every deadline, as the tables have them; `KEYS` is what a line of the list shows of its key. */
const KEYS: Readonly<Record<OverdueKind, string>> = {
  approval: `id || ' ' || attempt`,
  'approval-papers': `id || ' ' || attempt`,
  contract: `project || ' ' || code`,
  plan: `project || ' ' || code`,
  responsibility: 'project',
  stewardship: 'stewardship',
};
const DEADLINES = [...APPROVAL_DEADLINES, ...MILESTONE_DEADLINES, ...PROJECT_DEADLINES, ...STEWARD_DEADLINES]
  .map(
    ({ kind, table, unit, due, closed }) =>
      `select '${kind}' as kind, ${unit} as unit, ${due}::text as due, ${closed}::text as closed, ${KEYS[kind]} as key,
         from_seq as "from", until_seq as "until" from ${table}`,
  )
  .join(' union all ');

describe('pages of the overdue list', () => {
  let models: ReadModels;
  let deadlines: Deadline[];
  beforeAll(async () => {
    models = await openReadModels(
      unitDirectoryProjection,
      projectSummaryProjection,
      approvalsProjection,
      milestonesProjection,
      stewardRegisterProjection,
    );
    await models.feed(log.events, [7]);
    deadlines = await models.sql.query<Deadline[]>(DEADLINES);
  });
  afterAll(() => models.drop());

  const expected = ({ on, asOf, unit }: Pick<OverdueQuestion, 'on' | 'asOf' | 'unit'>): string[] =>
    deadlines
      .filter(({ from, until }) => BigInt(from) <= asOf && (until === null || BigInt(until) > asOf))
      .filter(({ due, closed }) => due !== null && due < on && (closed === null || closed > on))
      .filter((deadline) => unit === undefined || deadline.unit === unit)
      .map(({ due, kind, key }) => `${due} ${kind} ${key}`)
      .sort();

  const listed = async (question: Omit<OverdueQuestion, 'limit'>): Promise<string[]> => {
    const lines: string[] = [];
    for (let cursor: string | undefined; ;) {
      const { rows, next } = await overdueList(models.sql, { ...question, limit: 3, cursor });
      for (const { dueOn, kind, project, code, approvalId: approval, stewarded } of rows) {
        const ofProject = kind === 'responsibility' ? project?.id : `${project?.id} ${code}`;
        const key = approval === undefined ? (stewarded?.stewardship ?? ofProject) : `${approval} 1`;
        lines.push(`${dueOn} ${kind} ${key}`);
      }
      cursor = next;
      if (cursor === undefined) return lines;
    }
  };

  const DAYS = [15, 31, 45, 60, 75, 90, 120].map((count) => addDays('2022-01-01', count));

  it.each(DAYS)('have together what a look at every version finds, in the same order, on %s', async (on) => {
    const asOf = log.end;
    expect(await listed({ on, asOf, present: true })).toEqual(expected({ on, asOf }));
    expect(await listed({ on, asOf, present: true, unit: 'd1' })).toEqual(expected({ on, asOf, unit: 'd1' }));
  });

  it.each(DAYS)('have it as of every seq, on %s', async (on) => {
    for (let asOf = 1n; asOf <= log.end; asOf += 9n)
      expect([asOf, await listed({ on, asOf, present: false })]).toEqual([asOf, expected({ on, asOf })]);
  });

  it('have something to show', () => {
    const found = DAYS.map((on) => expected({ on, asOf: log.end }).length);
    expect(Math.max(...found)).toBeGreaterThan(20);
  });
});
