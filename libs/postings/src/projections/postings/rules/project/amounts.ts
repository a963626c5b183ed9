import { type Capital, type Project, inYuan, versionsOf } from '#libs/projects';
import { Decimal } from '#libs/values';
import { type Count, amountCount } from './count.js';
import { CONTRACT, type Part, factsPart, wholePart } from './part.js';

/** Money and people: what was signed, has arrived, was built and is produced. */
export const amountParts: readonly Part[] = [
  wholePart(CONTRACT, signedAmounts),
  factsPart(({ capital }) => capital, capitalCounts),
  factsPart(
    ({ progress }) => progress,
    (month) => amountCount('investment-completed', month, month.investment, CLAIMED),
  ),
  wholePart([({ outputs }) => outputs], yearAmounts),
];

/** A month's report is proved by nothing but itself. */
const CLAIMED = { grade: 'claimed', evidence: [] } as const;

function capitalCounts(capital: Capital): Count[] {
  const amount = inYuan(capital);
  return [
    ...amountCount('capital-arrived', capital, amount, capital),
    ...(capital.origin === 'foreign' ? amountCount('foreign-capital-arrived', capital, amount, capital) : []),
  ];
}

/** The contract counts whole on the day it was signed, and what an amendment adds or takes off on the amendment's. */
function signedAmounts(project: Project): Count[] {
  return versionsOf(project).flatMap((version, index, versions) => {
    const before = versions[index - 1]?.terms;
    const gained = (field: 'totalInvestment' | 'fixedAssetInvestment') =>
      new Decimal(version.terms[field]).minus(before?.[field] ?? 0);
    return [
      ...amountCount('signed-investment', version, gained('totalInvestment'), version),
      ...amountCount('signed-fixed-assets', version, gained('fixedAssetInvestment'), version),
    ];
  });
}

/** Jobs are a stock: a year counts what it adds to the last year reported, so that a sum is a number of people. */
function yearAmounts({ outputs }: Project): Count[] {
  const years = outputs.toSorted((a, b) => a.year - b.year);
  return years.flatMap((year, index) => [
    ...amountCount('output', year, year.output, year),
    ...amountCount('tax', year, year.tax, year),
    ...amountCount('jobs', year, year.jobs - (years[index - 1]?.jobs ?? 0), year),
  ]);
}
