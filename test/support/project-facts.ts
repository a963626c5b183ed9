import { type ProjectChange, type ProjectEvent } from '#libs/projects';

export const today = '2023-09-30';
const claimed = (occurredOn: string) => ({ occurredOn, evidence: [], grade: 'claimed' as const });
export const opened: ProjectEvent = {
  type: 'ProjectOpened',
  data: { name: '项目', unit: 'd1', occurredOn: '2022-01-05' },
};
/** A running plant that is bought. */
export const bought: ProjectEvent = {
  type: 'ProjectOpened',
  data: { name: '项目', unit: 'd1', kind: 'acquisition', occurredOn: '2022-01-05' },
};
const terms = { totalInvestment: '1000', fixedAssetInvestment: '800' };
export const signed: ProjectEvent = {
  type: 'ContractSigned',
  data: { ...terms, outputPerYear: '500', ...claimed('2022-02-10') },
};
export const started: ProjectEvent = { type: 'ConstructionStarted', data: claimed('2022-05-01') };
export const completed: ProjectEvent = { type: 'ConstructionCompleted', data: claimed('2023-03-01') };
export const producing: ProjectEvent = { type: 'ProductionStarted', data: claimed('2023-01-10') };
export const terminated: ProjectEvent = {
  type: 'ContractTerminated',
  data: { reason: '放弃', by: 'investor', evidence: [], occurredOn: '2023-06-30' },
};
export const suspended: ProjectEvent = {
  type: 'ProjectSuspended',
  data: { cause: '停电', forceMajeure: false, occurredOn: '2022-06-01' },
};
export const fake: ProjectEvent = {
  type: 'FraudFound',
  data: { kind: 'project', eventIds: ['event-1'], finding: '虚构', approver: 'account-1', occurredOn: '2022-03-01' },
};
export const month = (of: string, physicalPercent?: number): ProjectEvent => ({
  type: 'ProgressReported',
  data: { month: of, investment: '1', physicalPercent, occurredOn: `${of}-28` },
});

export const reach = (
  milestone: 'registration' | 'start' | 'completion' | 'acceptance' | 'handover' | 'production',
  occurredOn: string,
) => ({ kind: 'reach-milestone', milestone, terms: { occurredOn, enterprise: '企业' } }) as ProjectChange;
export const output = (outputPerYear: string, occurredOn = '2023-08-01'): ProjectChange => ({
  kind: 'reach-milestone',
  milestone: 'output',
  terms: { outputPerYear, occurredOn },
});
export const plain = (kind: string, facts: object) => ({ kind, facts }) as ProjectChange;
export const amend = (facts: object) =>
  plain('amend-contract', { ...terms, reason: '调整', occurredOn: '2022-08-01', ...facts });
export const capital = (more: object): ProjectChange => ({
  kind: 'report-figure',
  figure: 'capital',
  terms: { amount: '10', currency: 'CNY', rate: '1', origin: 'domestic', occurredOn: '2022-03-01', ...more },
});
export const progress = (of: string, physicalPercent?: number): ProjectChange => ({
  kind: 'report-figure',
  figure: 'progress',
  terms: { month: of, investment: '1', physicalPercent },
});
export const year = (of: number): ProjectChange => ({
  kind: 'report-figure',
  figure: 'output',
  terms: { year: of, output: '1', tax: '1', jobs: 1 },
});
export const handOver = (facts: object): ProjectChange => ({
  kind: 'hand-over',
  facts: { toUnit: 'd2', phase: 'construction', occurredOn: '2022-08-01', ...facts },
});
export const share = (facts: object) =>
  plain('share-credit', {
    shares: [{ unit: 'd1', share: '1' }],
    from: '2022-02-01',
    occurredOn: '2022-02-01',
    ...facts,
  });
export const inspect = (
  seen: boolean,
  milestone: 'start' | 'completion',
  occurredOn = '2023-04-01',
): ProjectChange => ({
  kind: 'inspect-milestone',
  milestone,
  seen,
  finding: '核查',
  occurredOn,
});
export const correctStart = (occurredOn: string, correctsEventId = 'event-2'): ProjectChange => ({
  kind: 'correct-milestone',
  milestone: 'start',
  correctsEventId,
  reason: '笔误',
  terms: { occurredOn },
});
export const fraud = (
  kind: 'data' | 'start' | 'project',
  eventIds?: string[],
  occurredOn = '2023-09-01',
): ProjectChange => ({
  kind: 'find-fraud',
  fraud: kind,
  eventIds,
  finding: '造假',
  approver: 'account-1',
  occurredOn,
});
