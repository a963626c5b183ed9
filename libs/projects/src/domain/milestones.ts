import { refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type Day, canonicalArea, canonicalMoney, compareMoney, gradeOf } from '#libs/values';
import {
  type Claim,
  type ContractTerms,
  type LandTerms,
  type OutputTerms,
  type VoidFigure,
} from './project.commands.js';
import { type Milestone, type ProjectEvent } from './project.events.js';
import { type Project } from './project.state.js';

const NAMES: Record<Milestone, string> = {
  contract: '签约',
  registration: '企业注册',
  land: '拿地',
  start: '开工',
  completion: '竣工',
  acceptance: '竣工验收',
  handover: '资产移交',
  production: '投产',
  output: '达产',
};

/** What must stand before a milestone, and therefore can't be voided while the milestone stands. */
const RESTS_ON: Record<Milestone, Milestone | undefined> = {
  contract: undefined,
  registration: undefined,
  land: 'contract',
  start: 'contract',
  completion: 'start',
  acceptance: 'completion',
  handover: 'acceptance',
  production: 'start',
  output: 'start',
};

/** `today` is the day of the command, `at` where the terms stand in the request (`contract.`), for the refusal's field. */
export interface Given {
  readonly project: Project;
  readonly today: Day;
  readonly at: string;
}

const claim = (milestone: Milestone, { occurredOn, evidence = [] }: Claim, { project, today, at }: Given) => {
  const name = NAMES[milestone];
  const before = RESTS_ON[milestone];
  const code = milestone.toUpperCase();
  refuseUnless(!project.reached[milestone], 'conflict', `PROJECT.${code}_ALREADY_RECORDED`, `该项目已登记${name}`);
  if (before)
    refuseUnless(
      project.reached[before],
      'conflict',
      `PROJECT.${code}_BEFORE_${before.toUpperCase()}`,
      `项目尚未${NAMES[before]}，不能登记${name}`,
    );
  refuseFuture(occurredOn, today, `${at}occurredOn`);
  const earlier = (before && project.reached[before]?.on) ?? project.openedOn;
  refuseBefore(occurredOn, earlier, before ? NAMES[before] : '立项登记', `${at}occurredOn`);
  return { occurredOn, evidence, grade: gradeOf(evidence) };
};

/** 签约: the whole and its fixed assets, and the days that the contract promises. @throws Refusal */
export function signContract(terms: ContractTerms, given: Given): ProjectEvent[] {
  const proof = claim('contract', terms, given);
  const totalInvestment = canonicalMoney(terms.totalInvestment);
  const fixedAssetInvestment = canonicalMoney(terms.fixedAssetInvestment);
  refuseUnless(
    compareMoney(fixedAssetInvestment, totalInvestment) <= 0,
    'invalid',
    'CONTRACT.FIXED_ASSETS_EXCEED_TOTAL',
    `固定资产投资 ${fixedAssetInvestment} 万元超过总投资 ${totalInvestment} 万元`,
    `${given.at}fixedAssetInvestment`,
  );
  for (const field of ['startBy', 'completeBy', 'produceBy'] as const) {
    const day = terms[field];
    if (day) refuseBefore(day, terms.occurredOn, '签约', `${given.at}${field}`);
  }
  const outputPerYear = terms.outputPerYear === undefined ? undefined : canonicalMoney(terms.outputPerYear);
  return [
    { type: 'ContractSigned', data: { ...terms, totalInvestment, fixedAssetInvestment, outputPerYear, ...proof } },
  ];
}

/** 拿地. @throws Refusal */
export const secureLand = (terms: LandTerms, given: Given): ProjectEvent[] => [
  { type: 'LandSecured', data: { ...terms, mu: canonicalArea(terms.mu), ...claim('land', terms, given) } },
];

/** 开工. @throws Refusal */
export const startConstruction = (terms: Claim, given: Given): ProjectEvent[] => [
  { type: 'ConstructionStarted', data: claim('start', terms, given) },
];

/** 达产. @throws Refusal */
export const reachOutput = (terms: OutputTerms, given: Given): ProjectEvent[] => [
  {
    type: 'DesignCapacityReached',
    data: { outputPerYear: canonicalMoney(terms.outputPerYear), ...claim('output', terms, given) },
  },
];

/** A finding takes a milestone back (features.md P12). @throws Refusal when it isn't recorded, or a later one rests on it. */
export function voidFigure({ milestone, finding, occurredOn }: VoidFigure, { project, today }: Given): ProjectEvent[] {
  const reached = project.reached[milestone];
  const name = NAMES[milestone];
  refuseUnless(reached, 'conflict', 'PROJECT.NOTHING_TO_VOID', `该项目没有有效的${name}记录可作废`, 'milestone');
  const resting = (Object.keys(RESTS_ON) as Milestone[]).find(
    (later) => RESTS_ON[later] === milestone && project.reached[later],
  );
  refuseUnless(
    resting === undefined,
    'conflict',
    'PROJECT.LATER_MILESTONE_STANDS',
    `${name}之后的${resting && NAMES[resting]}记录仍有效，须先作废后者`,
    'milestone',
  );
  refuseFuture(occurredOn, today);
  refuseBefore(occurredOn, reached.on, name);
  return [{ type: 'FigureVoided', data: { eventId: reached.eventId, milestone, finding, occurredOn } }];
}
