import { type BeforeSigningEvent, type ResponsibilityEvent } from '../project.events.js';
import { type Evolvers, factOf, withTenures } from './evolver.js';

type Type = ResponsibilityEvent['type'] | Exclude<BeforeSigningEvent['type'], 'ProjectOpened'>;

/** What the project is called, how it is negotiated, and who looks after it. */
export const responsibilityEvolvers: Evolvers<Type> = {
  ProjectDetailsChanged: (project, { data: { occurredOn, ...details } }) => {
    const { kind, place, chain, industryClass, nationalCode, plannedInvestment, tiers, ...rest } = project;
    return { ...rest, ...details };
  },
  IntroducerCorrected: ({ introducer: _, ...project }, { data: { introducer } }) => ({
    ...project,
    ...(introducer && { introducer }),
  }),
  ProjectClassed: (project, { data }) => ({ ...project, class: data.class }),
  ProjectReportedUp: (project, { data: { to } }) => ({ ...project, reportedTo: [...project.reportedTo, to] }),
  KeyProjectDesignated: (project, event) => {
    const { level, year } = event.data;
    return { ...project, keyLevels: [...project.keyLevels, { ...factOf(event), level, year }] };
  },
  NegotiationRecorded: (project, event) => ({ ...project, negotiations: [...project.negotiations, factOf(event)] }),
  LetterOfIntentSigned: (project, event) => ({ ...project, intents: [...project.intents, factOf(event)] }),

  HandedOver: (project, { id: eventId, data: { toUnit: unit, occurredOn: from } }) =>
    withTenures(project, [...project.tenures, { eventId, unit, from }]),
  GroupAssigned: (project, event) => ({
    ...project,
    groups: [...project.groups, { ...factOf(event), group: event.data.group }],
  }),
  ResponsibilityFixed: (project, event) => {
    const { occurredOn, ...fixed } = event.data;
    return { ...project, responsibilities: [...project.responsibilities, { ...factOf(event), ...fixed }] };
  },
  ResponsibilityDone: (project, event) => ({
    ...project,
    responsibilities: project.responsibilities.map((task) =>
      task.eventId === event.data.taskEventId
        ? { ...task, done: { ...factOf(event), result: event.data.result } }
        : task,
    ),
  }),
  LeaderAttached: (project, { id: eventId, data: { account, duty, occurredOn: from } }) => ({
    ...project,
    leaders: [...project.leaders, { eventId, account, duty, from }],
  }),
  LeaderDetached: (project, event) => ({
    ...project,
    leaders: project.leaders.map((leader) =>
      leader.account === event.data.account && !leader.detached ? { ...leader, detached: factOf(event) } : leader,
    ),
  }),
  CreditShared: (project, event) => {
    const { shares, from, until, metrics } = event.data;
    return { ...project, divisions: [...project.divisions, { ...factOf(event), shares, from, until, metrics }] };
  },
};
