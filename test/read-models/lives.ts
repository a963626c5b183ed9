import { type DomainEvent } from '#libs/eventsourcing';
import { projectStream } from '#libs/projects';
import { unitStream } from '#libs/units';
import { leadStream } from '#libs/leads';
import { visitStream } from '#libs/visits';
import { Log } from '../support/log.js';

const UNITS = ['341502', '341522', 'kaifaqu'];
const TYPES = {
  contract: 'ContractSigned',
  land: 'LandSecured',
  start: 'ConstructionStarted',
  output: 'DesignCapacityReached',
} as const;
type Milestone = keyof typeof TYPES;
const MILESTONES = Object.keys(TYPES) as Milestone[];
const RESTS_ON: Partial<Record<Milestone, Milestone>> = { land: 'contract', start: 'contract', output: 'start' };

/** One step of the log: something happens to project number `project`; `choice` picks what, among what may happen. */
export interface Step {
  readonly project: number;
  readonly choice: number;
}

interface Life {
  readonly stream: string;
  readonly reached: Map<Milestone, string>;
  /** The event that was last found void. */
  voided?: string;
}

type Move = (log: Log, life: Life, day: string) => void;

const reach =
  (milestone: Milestone): Move =>
  (log, life, occurredOn) => {
    const amount = String(10_000 + log.events.length);
    const amounts = milestone === 'contract' ? { totalInvestment: `${amount}.5`, fixedAssetInvestment: amount } : {};
    const data = { ...amounts, occurredOn, evidence: [], grade: 'claimed' };
    life.reached.set(milestone, log.append(life.stream, { type: TYPES[milestone], data }).id);
  };

const finding = (milestone: Milestone, eventId: string, occurredOn: string): DomainEvent => ({
  type: 'FigureVoided',
  data: { eventId, milestone, finding: '查实不符', occurredOn },
});

const takeBack =
  (milestone: Milestone): Move =>
  (log, life, day) => {
    life.voided = life.reached.get(milestone) ?? '';
    log.append(life.stream, finding(milestone, life.voided, day));
    life.reached.delete(milestone);
  };

const mayReach =
  ({ reached }: Life) =>
  (milestone: Milestone) => {
    const before = RESTS_ON[milestone];
    return !reached.has(milestone) && (before === undefined || reached.has(before));
  };

const mayTakeBack =
  ({ reached }: Life) =>
  (milestone: Milestone) =>
    reached.has(milestone) && !MILESTONES.some((later) => RESTS_ON[later] === milestone && reached.has(later));

const movesOf = (life: Life): Move[] => [
  ...MILESTONES.filter(mayReach(life)).map(reach),
  ...MILESTONES.filter(mayTakeBack(life)).map(takeBack),
];

/** A log of units, then leads, visits and projects in the order of the steps, and what stands of each project after it. */
export function liveOut(steps: readonly Step[]): { log: Log; standing: Map<string, Milestone[]> } {
  const log = new Log();
  const lives = new Map<number, Life>();
  for (const code of UNITS)
    log.append(unitStream(code), {
      type: 'UnitRegistered',
      data: { code, name: code, kind: 'district', group: `group-${code}`, occurredOn: '2021-01-01' },
    });
  for (const [index, { project, choice }] of steps.entries()) {
    const day = `2022-0${1 + (choice % 9)}-1${project % 10}`;
    const unit = UNITS[project % UNITS.length];
    const life = lives.get(project);
    if (!life) {
      const stream = projectStream(`p${project}`);
      lives.set(project, { stream, reached: new Map() });
      log.append(stream, { type: 'ProjectOpened', data: { name: stream, unit, chain: 'steel', occurredOn: day } });
      log.append(leadStream(`l${project}`), {
        type: 'LeadCaptured',
        data: { title: '线索', unit, enterprise: '企业', expectedInvestment: '1', channel: 'unit', occurredOn: day },
      });
      continue;
    }
    const moves = movesOf(life);
    moves[choice % moves.length]?.(log, life, day);
    if (choice % 5 === 0 && life.voided) log.append(life.stream, finding('start', life.voided, day));
    if (choice % 7 === 0) log.append(leadStream(`l${project}`), { type: 'LeadQualified', data: { occurredOn: day } });
    if (choice % 11 === 0)
      log.append(visitStream(`v${index}`), {
        type: 'VisitLogged',
        data: { unit, kind: 'outing', place: '合肥', from: day, to: day, occurredOn: day },
      });
  }
  return { log, standing: new Map([...lives.values()].map(({ stream, reached }) => [stream, [...reached.keys()]])) };
}
