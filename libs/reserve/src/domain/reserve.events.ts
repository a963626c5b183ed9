import { type DomainEvent, type StepVoided } from '#libs/eventsourcing';
import { type Day, type Money, type UnitCode } from '#libs/values';

/** Who pays: an investor who has to be found and chosen first, or the treasury. */
export const FUNDINGS = ['market', 'fiscal'] as const;
export type Funding = (typeof FUNDINGS)[number];

/** 多规合一: whether the site agrees with every plan that binds it. */
export const SITE_OUTCOMES = ['passed', 'failed'] as const;
export type SiteOutcome = (typeof SITE_OUTCOMES)[number];

/** 选商, 比商, 定商: investors are sought, compared, and one is chosen. */
export const SELECTION_STEPS = ['sought', 'compared', 'chosen'] as const;
export type SelectionStep = (typeof SELECTION_STEPS)[number];

/** 前期工作: what has to be done before a project can start. */
export const EARLY_WORKS = [
  'proposal', // 项目建议书
  'feasibility', // 可行性研究
  'site-opinion', // 用地预审与选址
  'environment', // 环评
  'energy', // 能评
  'preliminary-design', // 初步设计
  'land', // 用地报批
  'demolition', // 征拆
  'funding', // 资金筹措
] as const;
export type EarlyWork = (typeof EARLY_WORKS)[number];

export const WORK_STATES = ['not-started', 'under-way', 'done'] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** 谋划: an idea with a name, for a unit to bring about. `plannedInvestment` is 万元. */
export type ProjectPlanned = DomainEvent<
  'ProjectPlanned',
  {
    name: string;
    unit: UnitCode;
    idea: string;
    funding: Funding;
    plannedInvestment: Money;
    place?: string;
    chain?: string;
    occurredOn: Day;
  }
>;
export type SiteChecked = DomainEvent<'SiteChecked', { outcome: SiteOutcome; reason?: string; occurredOn: Day }>;
/** `enterprise` is the one chosen, by the name of its register. */
export type SelectionAdvanced = DomainEvent<
  'SelectionAdvanced',
  { step: SelectionStep; enterprise?: string; note?: string; occurredOn: Day }
>;
export type EarlyWorksReported = DomainEvent<
  'EarlyWorksReported',
  { work: EarlyWork; state: WorkState; note?: string; occurredOn: Day }
>;
/** 入储备库. */
export type ReserveEntered = DomainEvent<'ReserveEntered', { occurredOn: Day }>;
/** 具备转化条件. */
export type ReserveReadied = DomainEvent<'ReserveReadied', { occurredOn: Day }>;
/** It becomes the project `projectId`; the event holds all that is needed to open it. */
export type ReserveConverted = DomainEvent<
  'ReserveConverted',
  {
    projectId: string;
    project: { name: string; unit: UnitCode; place?: string; chain?: string; plannedInvestment: Money };
    occurredOn: Day;
  }
>;
/** Given up before anyone called it a zombie. */
export type ReserveDropped = DomainEvent<'ReserveDropped', { reason: string; occurredOn: Day }>;
/** 僵尸项目: nothing had moved since `idleSince` when it was reviewed, for `idleDays` days where `limitDays` are borne. */
export type ZombieFlagged = DomainEvent<
  'ZombieFlagged',
  { idleSince: Day; idleDays: number; limitDays: number; occurredOn: Day }
>;
export type ZombieRevived = DomainEvent<'ZombieRevived', { reason: string; occurredOn: Day }>;
/** 清理: struck off. */
export type ZombieCleared = DomainEvent<'ZombieCleared', { reason: string; occurredOn: Day }>;

export type ReserveStepVoided = StepVoided<'ReserveStepVoided'>;

/** What happens to an entry, as against what is recorded by mistake. */
export type ReserveStep =
  | ProjectPlanned
  | SiteChecked
  | SelectionAdvanced
  | EarlyWorksReported
  | ReserveEntered
  | ReserveReadied
  | ReserveConverted
  | ReserveDropped
  | ZombieFlagged
  | ZombieRevived
  | ZombieCleared;

export type ReserveEvent = ReserveStep | ReserveStepVoided;

const PREFIX = 'reserve-';
export const reserveStream = (id: string): string => `${PREFIX}${id}`;

/** The entry whose stream it is; `undefined` for any other stream. */
export const reserveIdOf = (stream: string): string | undefined =>
  stream.startsWith(PREFIX) ? stream.slice(PREFIX.length) : undefined;
