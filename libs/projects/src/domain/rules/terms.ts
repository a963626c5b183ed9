import { refuseBefore, refuseUnless } from '#libs/eventsourcing';
import { type Day, Decimal, canonicalArea, canonicalMoney, compareMoney } from '#libs/values';
import { type Instalment, type Terms } from '../project.events.js';

const PROMISES = ['registerBy', 'startBy', 'completeBy', 'produceBy'] as const;

/**
 * The terms of a contract signed on a day, with amounts in one spelling.
 * @throws Refusal CONTRACT.FIXED_ASSETS_EXCEED_TOTAL, CONTRACT.SCHEDULE_DISORDERED, CONTRACT.EMPTY_INSTALMENT,
 * CONTRACT.SCHEDULE_EXCEEDS_TOTAL, DAY.BEFORE_PREVIOUS for a promise before the contract, or a completion or production
 * promised before the start
 */
export function soundTerms<T extends Terms>(terms: T, signedOn: Day, at: string): T {
  const totalInvestment = canonicalMoney(terms.totalInvestment);
  const fixedAssetInvestment = canonicalMoney(terms.fixedAssetInvestment);
  refuseUnless(
    compareMoney(fixedAssetInvestment, totalInvestment) <= 0,
    'invalid',
    'CONTRACT.FIXED_ASSETS_EXCEED_TOTAL',
    `固定资产投资 ${fixedAssetInvestment} 万元超过总投资 ${totalInvestment} 万元`,
    `${at}fixedAssetInvestment`,
  );
  for (const promise of PROMISES) {
    const day = terms[promise];
    if (day) refuseBefore(day, signedOn, '签约', `${at}${promise}`);
  }
  for (const promise of ['completeBy', 'produceBy'] as const) {
    const day = terms[promise];
    if (day && terms.startBy) refuseBefore(day, terms.startBy, '约定开工', `${at}${promise}`);
  }
  return {
    ...terms,
    totalInvestment,
    fixedAssetInvestment,
    outputPerYear: terms.outputPerYear && canonicalMoney(terms.outputPerYear),
    taxPerMu: terms.taxPerMu && canonicalMoney(terms.taxPerMu),
    landMu: terms.landMu && canonicalArea(terms.landMu),
    capitalSchedule: terms.capitalSchedule && soundSchedule(terms.capitalSchedule, signedOn, totalInvestment, at),
  };
}

function soundSchedule(schedule: readonly Instalment[], signedOn: Day, total: string, at: string): Instalment[] {
  let sum = new Decimal(0);
  return schedule.map(({ by, amount }, index) => {
    const field = `${at}capitalSchedule.${index}`;
    refuseBefore(by, signedOn, '签约', `${field}.by`);
    const before = schedule[index - 1]?.by;
    refuseUnless(
      before === undefined || before < by,
      'invalid',
      'CONTRACT.SCHEDULE_DISORDERED',
      `出资计划须按日期先后排列，且每日一期：${by} 不晚于上一期 ${before}`,
      `${field}.by`,
    );
    const owed = canonicalMoney(amount);
    refuseUnless(owed !== '0', 'invalid', 'CONTRACT.EMPTY_INSTALMENT', '每期出资须大于 0', `${field}.amount`);
    sum = sum.plus(amount);
    refuseUnless(
      sum.lessThanOrEqualTo(total),
      'invalid',
      'CONTRACT.SCHEDULE_EXCEEDS_TOTAL',
      `出资计划累计 ${sum.toFixed()} 万元超过总投资 ${total} 万元`,
      `${field}.amount`,
    );
    return { by, amount: owed };
  });
}
