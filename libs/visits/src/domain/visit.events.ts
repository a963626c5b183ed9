import { type DomainEvent } from '#libs/eventsourcing';
import { type AccountCode, type Day, type UnitCode } from '#libs/values';

/**
 * 外出招商 goes to the enterprise, 小分队招商 does so in a small team sent for one industry or region, 来访接待 receives it,
 * 驻点 stays near it, 走访企业 calls on one that has settled.
 */
export const VISIT_KIND_NAMES = {
  outing: '外出招商',
  'small-team': '小分队招商',
  reception: '来访接待',
  resident: '驻点招商',
  enterprise: '走访企业',
} as const;
export type VisitKind = keyof typeof VISIT_KIND_NAMES;
export const VISIT_KINDS = Object.keys(VISIT_KIND_NAMES) as readonly VisitKind[];

/** 三个亲自 (001 一(五)): what a leader does in person for a major project. */
export const IN_PERSON_NAMES = {
  negotiate: '亲自推介考察洽谈',
  coordinate: '亲自协调解决问题',
  supervise: '亲自督办过问进度',
} as const;
export type InPerson = keyof typeof IN_PERSON_NAMES;
export const IN_PERSON = Object.keys(IN_PERSON_NAMES) as readonly InPerson[];

/**
 * One visit is one 批次. `leaderDuty` is an office (县委书记) and `leader` an account's code, never a person's name.
 * `purpose` is in words, `inPerson` what the leader did for each of the projects and leads. `occurredOn` is the last day.
 */
export type VisitLogged = DomainEvent<
  'VisitLogged',
  {
    unit: UnitCode;
    kind: VisitKind;
    leaderDuty?: string;
    leader?: AccountCode;
    place: string;
    from: Day;
    to: Day;
    purpose?: string;
    inPerson?: InPerson[];
    enterprises?: string[];
    projects?: string[];
    leads?: string[];
    occurredOn: Day;
  }
>;

/** The visit anew, whole. */
export type VisitCorrected = DomainEvent<
  'VisitCorrected',
  VisitLogged['data'] & { correctsEventId: string; reason: string }
>;
/** There was no such visit. */
export type VisitVoided = DomainEvent<'VisitVoided', { eventId: string; finding: string; occurredOn: Day }>;
export type VisitEvent = VisitLogged | VisitCorrected | VisitVoided;

const PREFIX = 'visit-';

export const visitStream = (id: string): string => `${PREFIX}${id}`;

/** The visit whose stream it is. */
export const visitIdOf = (stream: string): string => stream.slice(PREFIX.length);
