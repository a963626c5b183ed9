import { type Project, termsOf } from '#libs/projects';
import { Decimal } from '#libs/values';
import { type Draft } from '../../books.js';
import { amountCounts } from './amounts.js';
import { type Count } from './count.js';
import { holdersOn } from './holders.js';
import { milestoneCounts } from './milestones.js';
import { promiseCounts } from './promises.js';

/** All that the facts standing of a project count for, divided among those who are credited. */
export function draftsOf(id: string, project: Project): Draft[] {
  const terms = termsOf(project);
  const whole = {
    project: id,
    totalInvestment: terms?.totalInvestment ?? null,
    fixedAssetInvestment: terms?.fixedAssetInvestment ?? null,
    chain: project.chain ?? null,
  };
  const divided = ({ amount, ...count }: Count): Draft[] =>
    holdersOn(project, count.metric, count.day).map(({ unit, share }) => {
      const quantity = new Decimal(amount).times(share).toFixed();
      return { ...whole, ...count, unit, share, quantity };
    });
  return [...milestoneCounts(project), ...amountCounts(project), ...promiseCounts(project)].flatMap(divided);
}
