import { grouped } from '../format.js';
import { type Fact, FactList } from '../ui/fact-list.js';
import { ORIGINS, inWords } from '../words.js';
import { type ProjectShown } from './answers.js';

type Contract = NonNullable<ProjectShown['record']['contract']>;

/** The contract as it reads now, and its schedule of capital; nothing where it says no more than the summary. */
export function ContractTerms({ contract }: { contract: Contract }) {
  const facts = termsOf(contract);
  if (facts.every(([, value]) => !value)) return null;
  return (
    <section aria-labelledby="contract">
      <h2 id="contract">合同要点</h2>
      <FactList facts={facts} />
    </section>
  );
}

const termsOf = ({ capitalSchedule, ...contract }: Contract): Fact[] => [
  ['合同编号', contract.contractNo],
  ['资金来源', contract.origin && inWords(ORIGINS, contract.origin)],
  ['投资方来自', contract.region],
  ['约定年产值（万元）', contract.outputPerYear && grouped(contract.outputPerYear)],
  ['约定亩均税收（万元/年）', contract.taxPerMu && grouped(contract.taxPerMu)],
  ['约定用地（亩）', contract.landMu && grouped(contract.landMu)],
  ['资金到位计划', capitalSchedule.map(({ by, amount }) => `${by} 前 ${grouped(amount)} 万元`).join('；')],
];
