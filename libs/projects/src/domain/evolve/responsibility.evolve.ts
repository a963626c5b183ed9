import { type BeforeSigningEvent, type ResponsibilityEvent } from '../project.events.js';
import { type Evolvers } from './evolver.js';

type Type = ResponsibilityEvent['type'] | Exclude<BeforeSigningEvent['type'], 'ProjectOpened'>;

/** What the project is called, how it is negotiated, and who looks after it. */
export const responsibilityEvolvers: Evolvers<Type> = {
  ProjectDetailsChanged: (project, { data: { occurredOn, ...details } }) => {
    const { kind, place, chain, industryClass, nationalCode, plannedInvestment, ...rest } = project;
    return { ...rest, ...details };
  },
  KeyProjectDesignated: (project, { data: { level, year } }) => ({
    ...project,
    keyLevels: [...project.keyLevels, { level, year }],
  }),
  NegotiationRecorded: (project, { data: { occurredOn } }) => ({
    ...project,
    negotiatedOn: laterOf(project.negotiatedOn, occurredOn),
  }),
  LetterOfIntentSigned: (project, { data: { occurredOn } }) => ({
    ...project,
    intentOn: laterOf(project.intentOn, occurredOn),
  }),

  HandedOver: (project, { data: { toUnit: unit, occurredOn: from } }) => ({
    ...project,
    unit,
    tenures: [...project.tenures, { unit, from }],
  }),
  GroupAssigned: (project, { data: { group } }) => ({ ...project, group }),
  ResponsibilityFixed: (project, { data: { occurredOn, ...responsibility } }) => ({ ...project, responsibility }),
  LeaderAttached: (project, { data: { account, duty, occurredOn: from } }) => ({
    ...project,
    leaders: [...project.leaders, { account, duty, from }],
  }),
  LeaderDetached: (project, { data: { account } }) => ({
    ...project,
    leaders: project.leaders.filter((leader) => leader.account !== account),
  }),
  CreditShared: (project, { data: { shares, from, until, metrics } }) => ({
    ...project,
    divisions: [...project.divisions, { shares, from, until, metrics }],
  }),
};

const laterOf = (one: string | undefined, other: string): string => (one !== undefined && one > other ? one : other);
