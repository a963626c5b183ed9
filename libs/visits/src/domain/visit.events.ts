import { type DomainEvent } from '#libs/eventsourcing';
import { type Day, type UnitCode } from '#libs/values';

/** 外出招商 goes to the enterprise, 来访接待 receives it. */
export const VISIT_KINDS = ['outing', 'reception'] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];

/** One visit is one 批次. `leaderDuty` is an office (县委书记), never a person's name. `occurredOn` is the last day. */
export type VisitLogged = DomainEvent<
  'VisitLogged',
  {
    unit: UnitCode;
    kind: VisitKind;
    leaderDuty?: string;
    place: string;
    from: Day;
    to: Day;
    purpose?: string;
    enterprises?: string[];
    occurredOn: Day;
  }
>;

export type VisitEvent = VisitLogged;

export const visitStream = (id: string): string => `visit-${id}`;
