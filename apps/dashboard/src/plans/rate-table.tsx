import { type UnitName } from '../api.js';
import { ShareBar } from '../ui/share-bar.js';
import { type PlannedRate, type Rate } from './answers.js';

/** Both rates of every unit that planned a start, each with what it is divided from. */
export function RateTable({ metrics }: { metrics: readonly PlannedRate[] }) {
  const units = unitsIn(metrics);
  if (units.length === 0) return <p className="nothing">这一年没有列明开工月份的年度计划。</p>;
  return (
    <table className="grid rates">
      <caption className="unseen">计划开工率</caption>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            责任单位
          </th>
          {metrics.map(({ code, name }) => (
            <th key={code} scope="colgroup" colSpan={3}>
              {name}
            </th>
          ))}
        </tr>
        <tr>
          {metrics.map(({ code }) => (
            <Headings key={code} />
          ))}
        </tr>
      </thead>
      <tbody>
        {units.map(({ code, name }) => (
          <tr key={code}>
            <th scope="row">{name}</th>
            {metrics.map((metric) => (
              <RateCells key={metric.code} rate={metric.rows.find(({ unit }) => unit.code === code)} />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">合计</th>
          {metrics.map((metric) => (
            <RateCells key={metric.code} rate={metric.total} />
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

const Headings = () => (
  <>
    <th scope="col" className="number">
      已开工/计划（个）
    </th>
    <th scope="col" className="number">
      开工率（%）
    </th>
    <th scope="col" aria-hidden />
  </>
);

function RateCells({ rate }: { rate: Rate | undefined }) {
  return (
    <>
      <td className="number">{rate && `${rate.numerator}/${rate.denominator}`}</td>
      <td className="number">{rate?.value}</td>
      <td className="bar-cell" aria-hidden>
        {rate && <ShareBar part={Number(rate.value) / 100} />}
      </td>
    </>
  );
}

/** Each unit once, in the order of the first rate: what is planned for the year holds what is due by now. */
function unitsIn(metrics: readonly PlannedRate[]): UnitName[] {
  const units = new Map(metrics.flatMap(({ rows }) => rows.map(({ unit }) => [unit.code, unit] as const)));
  return [...units.values()];
}
