import { type Figure, type LeagueTable as Answer } from '../api.js';
import { rateParts } from '../words.js';

interface Props {
  readonly answer: Answer;
  /** Called with a unit's code, or `all` for the total, to show what a figure is made of. */
  readonly onOpen: (subject: string) => void;
}

/** The table as it is printed: rank, unit, value, for a rate its two parts, and the total. */
export function LeagueTable({ answer, onOpen }: Props) {
  const { metric, rows, total } = answer;
  const isRate = metric.unit === '%';
  const fullBar = isRate ? 100 : Math.max(...rows.map(({ value }) => Number(value)), 1);
  return (
    <table className="grid league">
      <caption className="unseen">{metric.name}</caption>
      <thead>
        <tr>
          <th scope="col" className="rank">
            名次
          </th>
          <th scope="col">单位</th>
          {isRate && (
            <>
              {rateParts(metric.code).map((part) => (
                <th key={part} scope="col" className="number">
                  {part}
                </th>
              ))}
            </>
          )}
          <th scope="col" className="number">
            {metric.name}（{metric.unit}）
          </th>
          <th scope="col" className="bar print-only" aria-hidden />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.unit.code}>
            <td className="rank">{row.rank}</td>
            <th scope="row">{row.unit.name}</th>
            {isRate && <Parts figure={row} />}
            <td className="number">
              <FigureButton value={row.value} onOpen={() => onOpen(row.unit.code)} />
            </td>
            <td className="bar print-only" aria-hidden>
              <span style={{ width: `${(100 * Number(row.value)) / fullBar}%` }} />
            </td>
          </tr>
        ))}
        {rows.length === 0 && (
          <tr>
            <td colSpan={isRate ? 5 : 3} className="nothing">
              本期没有可排名的单位。
            </td>
          </tr>
        )}
      </tbody>
      {total && rows.length > 0 && (
        <tfoot>
          <tr>
            <td />
            <th scope="row">合计</th>
            {isRate && <Parts figure={total} />}
            <td className="number">
              {/* The postings of one group can't be asked for, so a group's total opens to nothing. */}
              {answer.filters.group ? total.value : <FigureButton value={total.value} onOpen={() => onOpen('all')} />}
            </td>
            <td className="bar print-only" aria-hidden />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Parts({ figure }: { figure: Figure }) {
  return (
    <>
      <td className="number">{figure.numerator}</td>
      <td className="number">{figure.denominator}</td>
    </>
  );
}

function FigureButton({ value, onOpen }: { value: string; onOpen: () => void }) {
  return (
    <button type="button" className="figure" onClick={onOpen}>
      {value}
      <span className="unseen">，查看明细</span>
    </button>
  );
}
