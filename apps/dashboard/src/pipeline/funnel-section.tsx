import { type Address, withParams } from '../address.js';
import { longPeriod } from '../format.js';
import { type Period, dayOf, namedPeriods } from '../periods.js';
import { useAnswer } from '../queries.js';
import { PeriodField } from '../ui/period-field.js';
import { NoSheet } from '../ui/sheet.js';
import { ShareBar } from '../ui/share-bar.js';
import { goTo } from '../use-address.js';
import { type Funnel, type FunnelStep } from './answers.js';

const COHORTS = [
  { code: 'leads', name: '采集的线索' },
  { code: 'projects', name: '签约的项目' },
];

/** How far the leads or the signed projects of a period have come, and how long each step took. */
export function FunnelSection({ address }: { address: Address }) {
  const { asOf, unit, chain, cohort = 'leads' } = address.params;
  const period = periodOf(address);
  const { data, error, refetch, isPlaceholderData } = useAnswer<Funnel>('funnel', {
    cohort,
    ...period,
    asOf,
    unit,
    chain,
  });
  const change = (changes: Record<string, string | undefined>) => goTo(withParams(address, changes));
  const name = COHORTS.find(({ code }) => code === cohort)?.name ?? cohort;
  return (
    <section aria-labelledby="funnel">
      <h2 id="funnel">
        {longPeriod(period)}
        {name}走到了哪一步
      </h2>
      <div className="filters filter-row" role="group" aria-label="漏斗范围">
        <span className="picks">
          {COHORTS.map(({ code, name: label }) => (
            <button key={code} type="button" aria-pressed={code === cohort} onClick={() => change({ cohort: code })}>
              {label}
            </button>
          ))}
        </span>
        <PeriodField period={period} onChange={change} />
      </div>
      {!data || error ? (
        <NoSheet error={error} retry={refetch} />
      ) : (
        <FunnelTable name={name} steps={data.steps} stale={isPlaceholderData} />
      )}
    </section>
  );
}

/** The period that the address names, else this year. */
function periodOf({ params: { from, to } }: Address): Period {
  const year = namedPeriods(dayOf(new Date())).find(({ name }) => name === '本年')!;
  return { from: from ?? year.from, to: to ?? year.to };
}

function FunnelTable({ name, steps, stale }: { name: string; steps: readonly FunnelStep[]; stale: boolean }) {
  return (
    <div aria-busy={stale}>
      <table className="grid funnel">
        <caption className="unseen">{name}的转化</caption>
        <thead>
          <tr>
            <th scope="col">步骤</th>
            <th scope="col" className="number">
              个数
            </th>
            <th scope="col" className="number">
              占全部（%）
            </th>
            <th scope="col" className="funnel-bar" aria-hidden />
            <th scope="col" className="number">
              占上一步（%）
            </th>
            <th scope="col" className="number">
              距上一步（天，中位数）
            </th>
            <th scope="col" className="number">
              距起点（天，中位数）
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.code}>
              <th scope="row">{step.name}</th>
              <td className="number">{step.count}</td>
              <td className="number">{step.ofCohort}</td>
              <td className="funnel-bar">
                <ShareBar part={Number(step.ofCohort ?? 0) / 100} />
              </td>
              <td className="number">{step.ofPrevious}</td>
              <td className="number">{step.daysFromPrevious}</td>
              <td className="number">{step.daysFromFirst}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
