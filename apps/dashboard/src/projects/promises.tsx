import { type PlanNode } from './answers.js';

/** What the contract promises, by which day, beside the day on which it came. */
export function Promises({ nodes }: { nodes: readonly PlanNode[] }) {
  const promised = nodes
    .filter(({ contractBy }) => contractBy)
    .toSorted((one, other) => one.contractBy!.localeCompare(other.contractBy!));
  if (promised.length === 0) return null;
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">合同约定与兑现</h2>
      <table className="grid promises">
        <caption className="unseen">合同约定日与实际日</caption>
        <thead>
          <tr>
            <th scope="col">约定事项</th>
            <th scope="col">约定日</th>
            <th scope="col">实际日</th>
            <th scope="col">兑现</th>
          </tr>
        </thead>
        <tbody>
          {promised.map(({ code, name, contractBy, reachedOn, slippage }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              <td className="day">{contractBy}</td>
              <td className="day">{reachedOn ?? <span className="muted">未登记</span>}</td>
              <td>
                <Kept days={slippage.contract ?? 0} reached={!!reachedOn} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Kept({ days, reached }: { days: number; reached: boolean }) {
  if (days > 0) return <span className="late">{reached ? `晚 ${days} 天` : `已逾 ${days} 天`}</span>;
  if (!reached) return <span className="muted">未到期</span>;
  return days === 0 ? '按期' : `提前 ${-days} 天`;
}
