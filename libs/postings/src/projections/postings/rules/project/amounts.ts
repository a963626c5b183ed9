import { type Project, inYuan, versionsOf } from '#libs/projects';
import { Decimal } from '#libs/values';
import { type Count, type Counting, amountCount } from './count.js';

/** Money and people: what was signed, has arrived, was built and is produced. */
export const amountCounts: Counting = (project) => [
  ...signedAmounts(project),
  ...project.capital.flatMap((capital) => [
    ...amountCount('capital-arrived', capital, inYuan(capital)),
    ...(capital.origin === 'foreign' ? amountCount('foreign-capital-arrived', capital, inYuan(capital)) : []),
  ]),
  ...project.progress.flatMap((month) => amountCount('investment-completed', month, month.investment)),
  ...yearAmounts(project),
];

/** The contract counts whole on the day it was signed, and what an amendment adds or takes off on the amendment's. */
function signedAmounts(project: Project): Count[] {
  const { contract } = project.reached;
  return versionsOf(project).flatMap((version, index, versions) => {
    const before = versions[index - 1]?.terms;
    const proof = index === 0 && contract ? { grade: contract.grade, evidence: contract.evidence } : {};
    const gained = (field: 'totalInvestment' | 'fixedAssetInvestment') =>
      new Decimal(version.terms[field]).minus(before?.[field] ?? 0);
    return [
      ...amountCount('signed-investment', version, gained('totalInvestment'), proof),
      ...amountCount('signed-fixed-assets', version, gained('fixedAssetInvestment'), proof),
    ];
  });
}

/** Jobs are a stock: a year counts what it adds to the last year reported, so that a sum is a number of people. */
function yearAmounts({ outputs }: Project): Count[] {
  const years = outputs.toSorted((a, b) => a.year - b.year);
  return years.flatMap((year, index) => [
    ...amountCount('output', year, year.output),
    ...amountCount('tax', year, year.tax),
    ...amountCount('jobs', year, year.jobs - (years[index - 1]?.jobs ?? 0)),
  ]);
}
