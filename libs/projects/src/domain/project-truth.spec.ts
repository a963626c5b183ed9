import { describe, expect, it } from '@jest/globals';
import { type Decider, given } from '#libs/eventsourcing';
import {
  amend,
  capital,
  fraud,
  handOver,
  inspect,
  output,
  plain,
  progress,
  reach,
  share,
  today,
  year,
} from '../../../../test/support/project-facts.js';
import { type ProjectChange, type ProjectCommand } from './project.commands.js';
import { projectDecider } from './project.decider.js';
import { type ProjectEvent } from './project.events.js';
import { type ProjectState } from './project.state.js';

const PHOTO = { kind: 'photo' as const, sha256: 'a'.repeat(64) };
const opening: ProjectCommand = {
  kind: 'open-project',
  project: { name: '项目', unit: 'd1', occurredOn: '2022-01-05' },
  today,
};
const TERMS = { totalInvestment: '1000', fixedAssetInvestment: '800', outputPerYear: '500' };
const reached = (milestone: string, terms: object) =>
  ({ kind: 'reach-milestone', milestone, terms }) as unknown as ProjectChange;
const sign = reached('contract', { ...TERMS, occurredOn: '2022-02-10' });
const start = reach('start', '2022-05-01');
const produce = reach('production', '2023-01-10');
const complete = reach('completion', '2023-03-01');
const accept = reach('acceptance', '2023-04-01');
const yearOf = (more: object) =>
  ({
    kind: 'report-figure',
    figure: 'output',
    terms: { year: 2023, output: '1', tax: '1', jobs: 1, ...more },
  }) as const;
const suspend = plain('suspend-project', { cause: '停电', forceMajeure: false, occurredOn: '2022-06-01' });
const attach = plain('attach-leader', { account: 'account-7', duty: '包保', occurredOn: '2022-03-01' });

/** What was done so far, and one more fact on top of it. */
type Fact = [what: string, before: ProjectChange[], fact: ProjectChange];

/** Facts that can be said anew, and how else. */
const SAID_ANEW: [...Fact, anew: ProjectChange][] = [
  ['a contract', [], sign, reached('contract', { ...TERMS, totalInvestment: '2000', occurredOn: '2022-02-11' })],
  ['a registration', [], reach('registration', '2022-03-01'), reach('registration', '2022-03-02')],
  [
    'land',
    [sign],
    reached('land', { parcel: '甲', mu: '10', occurredOn: '2022-03-01' }),
    reached('land', { parcel: '乙', mu: '11', occurredOn: '2022-03-02' }),
  ],
  ['a start', [sign], start, reach('start', '2022-05-02')],
  ['a completion', [sign, start], complete, reach('completion', '2023-03-02')],
  ['an acceptance', [sign, start, complete], accept, reach('acceptance', '2023-04-02')],
  ['a handover', [sign, start, complete, accept], reach('handover', '2023-05-01'), reach('handover', '2023-05-02')],
  ['production', [sign, start], produce, reach('production', '2023-01-11')],
  ['output', [sign, start, produce], output('500'), output('600', '2023-08-02')],
  ['a month', [sign, start], progress('2022-06', 10), progress('2022-07', 5)],
  ['capital', [sign], capital({}), capital({ amount: '11', occurredOn: '2022-03-02' })],
  ['a year', [sign, start, produce], year(2023), yearOf({ output: '2' })],
  ['an amendment', [sign], amend({ totalInvestment: '1200' }), amend({ totalInvestment: '1300' })],
  ['a handoff', [sign], handOver({}), handOver({ toUnit: 'd3', occurredOn: '2022-08-02' })],
  ['a division of credit', [sign], share({}), share({ from: '2022-02-02' })],
  [
    'a letter of intent',
    [],
    plain('sign-letter-of-intent', { intendedInvestment: '1', occurredOn: '2022-01-20' }),
    plain('sign-letter-of-intent', { intendedInvestment: '2', occurredOn: '2022-01-21' }),
  ],
];

const fix = plain('fix-responsibility', {
  ...{ matter: '事项', target: '目标', requirement: '要求', leader: 'account-7', unit: 'd1', due: '2022-12-31' },
  occurredOn: '2022-03-01',
});

/** Facts that can only be void. */
const VOID_ONLY: Fact[] = [
  ['a termination', [sign], plain('terminate-contract', { reason: '放弃', by: 'investor', occurredOn: '2023-06-30' })],
  ['a level', [], plain('designate-key-project', { level: 'municipal', year: 2022, occurredOn: '2022-03-01' })],
  ['a negotiation', [], plain('record-negotiation', { note: '会谈', occurredOn: '2022-01-10' })],
  ['a standstill', [sign], suspend],
  ['its end', [sign, suspend], plain('resume-project', { occurredOn: '2022-06-10' })],
  ['a group', [], plain('assign-group', { group: 'g1', occurredOn: '2022-03-01' })],
  ['six fields', [], fix],
  [
    'that they are done',
    [fix],
    plain('finish-responsibility', { taskEventId: 'event-1', result: '已办', occurredOn: '2022-03-05' }),
  ],
  ['a leader', [], attach],
  ['a detachment', [attach], plain('detach-leader', { account: 'account-7', occurredOn: '2022-03-05' })],
  [
    'a paper',
    [sign, start],
    { kind: 'supply-evidence', milestone: 'start', evidence: [PHOTO], occurredOn: '2022-05-02' },
  ],
  ['an inspection', [sign, start], inspect(true, 'start')],
  ['the finding that all of it is fake', [], fraud('project')],
];

const FACTS: Fact[] = [...SAID_ANEW.map(([what, before, fact]): Fact => [what, before, fact]), ...VOID_ONLY];

/** What the changes leave; events have the ids `event-0`, `event-1`, …, the last the one given. */
function live(changes: readonly ProjectChange[], lastId?: string): { state: ProjectState; lastId: string } {
  let state: ProjectState;
  let count = 0;
  for (const [index, command] of [opening, ...changes].entries())
    for (const event of projectDecider.decide({ ...command, today }, state)) {
      const id = index === changes.length && lastId ? lastId : `event-${count}`;
      state = projectDecider.evolve(state, { ...event, id });
      count += 1;
    }
  return { state, lastId: `event-${count - 1}` };
}

const voidOf = (eventId: string): ProjectChange => ({
  kind: 'void-figure',
  eventId,
  finding: '录入有误',
  occurredOn: today,
});

/** The correction that says by `anew` what `correctsEventId` said wrongly. */
function correction(anew: ProjectChange, correctsEventId: string): ProjectChange {
  const named = { correctsEventId, reason: '笔误' };
  if (anew.kind === 'reach-milestone') return { ...anew, ...named, kind: 'correct-milestone' };
  if (anew.kind === 'report-figure') return { ...anew, ...named, kind: 'correct-figure' };
  return { kind: 'correct-fact', correctsEventId, correctionReason: '笔误', said: anew } as ProjectChange;
}

/** Goes on from a state, as if its history had been given. */
const on = (state: ProjectState): Decider<ProjectCommand, ProjectState, ProjectEvent> => ({
  ...projectDecider,
  initialState: state,
});
const outcome = (state: ProjectState, change: ProjectChange) => given(on(state)).when({ ...change, today });
const shown = (state: ProjectState) => JSON.parse(JSON.stringify(state ?? null)) as unknown;

describe('what is found untrue', () => {
  it.each(FACTS)('leaves the project as it was without it: %s', (_, before, fact) => {
    const { state, lastId } = live([...before, fact]);
    expect(shown(state)).not.toEqual(shown(live(before).state));
    expect(shown(live([...before, fact, voidOf(lastId)]).state)).toEqual(shown(live(before).state));
  });

  it.each(FACTS)('is found so once: %s', (_, before, fact) => {
    const { lastId } = live([...before, fact]);
    const { state } = live([...before, fact, voidOf(lastId)]);
    const refused = { refused: 'PROJECT.NOTHING_TO_VOID', field: 'eventId' };
    expect(outcome(state, voidOf(lastId))).toEqual(refused);
    expect(outcome(live(before).state, voidOf(lastId))).toEqual(refused);
  });

  it.each(FACTS)('is not found so before it happened: %s', (_, before, fact) => {
    const { state, lastId } = live([...before, fact]);
    const early = { ...voidOf(lastId), occurredOn: '2022-01-05' } as ProjectChange;
    expect(outcome(state, early)).toMatchObject({ refused: 'DAY.BEFORE_PREVIOUS' });
  });
});

describe('what proves a milestone', () => {
  it.each(['EvidenceSupplied', 'MilestoneVerified'] as const)('is of the event that stands alone: %s', (type) => {
    const { state, lastId } = live([sign, start]);
    const proofOf = (eventId: string) => {
      const data = { milestone: 'start', eventId, evidence: [PHOTO], finding: '属实', occurredOn: '2022-05-02' };
      const event = { type, id: 'proof', data } as never;
      return projectDecider.evolve(state, event)?.reached.start?.grade;
    };
    expect(proofOf(lastId)).toBe(type === 'EvidenceSupplied' ? 'documented' : 'inspected');
    expect(proofOf('event-99')).toBe('claimed');
  });
});

describe('what an inspection doesn’t find', () => {
  const milestones = SAID_ANEW.filter(([, , fact]) => fact.kind === 'reach-milestone');
  it.each(milestones)('never was: %s', (_, before, fact) => {
    const milestone = (fact as { milestone: 'start' }).milestone;
    const refuted = inspect(false, milestone, today);
    expect(shown(live([...before, fact, refuted]).state)).toEqual(shown(live(before).state));
    expect(outcome(live(before).state, refuted)).toEqual({
      refused: 'PROJECT.MILESTONE_NOT_RECORDED',
      field: 'milestone',
    });
  });

  it('is found fake once', () => {
    const { state } = live([sign, start, fraud('project')]);
    expect(outcome(state, fraud('project'))).toEqual({ refused: 'PROJECT.FOUND_FAKE' });
  });
});

describe('what is said anew', () => {
  it.each(SAID_ANEW)('stands as if it had been said so at once: %s', (_, before, fact, anew) => {
    const { lastId } = live([...before, fact]);
    const corrected = live([...before, fact, correction(anew, lastId)]);
    expect(shown(corrected.state)).toEqual(shown(live([...before, anew], corrected.lastId).state));
  });

  it.each(SAID_ANEW)('may be the same again: %s', (_, before, fact) => {
    const { lastId } = live([...before, fact]);
    const corrected = live([...before, fact, correction(fact, lastId)]);
    expect(shown(corrected.state)).toEqual(shown(live([...before, fact], corrected.lastId).state));
  });

  it.each(SAID_ANEW)('names what stands: %s', (_, before, fact, anew) => {
    const { state, lastId } = live([...before, fact]);
    const refused = { refused: 'PROJECT.NOTHING_TO_CORRECT', field: 'correctsEventId' };
    for (const other of ['event-99', 'event-0']) expect(outcome(state, correction(anew, other))).toEqual(refused);
    expect(outcome(live(before).state, correction(anew, lastId))).toEqual(refused);
    const { state: once } = live([...before, fact, correction(anew, lastId)]);
    expect(outcome(once, correction(fact, lastId))).toEqual(refused);
    const { state: gone } = live([...before, fact, voidOf(lastId)]);
    expect(outcome(gone, correction(anew, lastId))).toEqual(refused);
  });

  it.each<[string, ProjectChange, after: ProjectChange[], anew: ProjectChange]>([
    ['an amendment', amend({ totalInvestment: '1200' }), [amend({ occurredOn: '2022-09-01' })], amend({})],
    ['a handoff', handOver({}), [handOver({ toUnit: 'd3', occurredOn: '2022-09-01' })], handOver({})],
    ['a contract', sign, [amend({ occurredOn: '2022-09-01' })], sign],
  ])('stays in its place between the others: %s', (_, fact, after, anew) => {
    const before = fact === sign ? [] : [sign];
    const { lastId } = live([...before, fact]);
    const { state } = live([...before, fact, ...after]);
    const of = (occurredOn: string): ProjectChange => {
      const said = 'facts' in anew ? { facts: { ...anew.facts, occurredOn } } : {};
      const terms = 'terms' in anew ? { terms: { ...anew.terms, occurredOn } } : {};
      return correction({ ...anew, ...said, ...terms } as ProjectChange, lastId);
    };
    expect(outcome(state, of('2022-09-01'))).toHaveLength(1);
    expect(outcome(state, of('2022-09-02'))).toEqual({ refused: 'DAY.AFTER_NEXT', field: 'occurredOn' });
  });
});
