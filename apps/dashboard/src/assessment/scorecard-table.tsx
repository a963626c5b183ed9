import { type Scores } from '../api.js';

interface Props {
  readonly scores: Scores;
  /** Called with a cell; without an indicator it is the unit's total. */
  readonly onOpen: (cell: { unit: string; indicator: string | undefined }) => void;
}

/** Units by indicators, the rank and the total first: that is what is looked for. */
export function ScorecardTable({ scores, onOpen }: Props) {
  const indicators = scores.rows[0]?.indicators ?? [];
  return (
    <table className="grid scorecard">
      <caption className="unseen">{scores.scheme.name}得分</caption>
      <thead>
        <tr>
          <th scope="col" className="rank">
            名次
          </th>
          <th scope="col">单位</th>
          <th scope="col" className="number">
            总分
          </th>
          {indicators.map(({ code, name, points }) => (
            <th key={code} scope="col" className="number">
              {name}
              <div className="muted">满分 {points}</div>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {scores.rows.map(({ rank, unit, total, indicators: cells }) => (
          <tr key={unit.code}>
            <td className="rank">{rank}</td>
            <th scope="row">{unit.name}</th>
            <td className="number total">
              <ScoreButton score={total} onOpen={() => onOpen({ unit: unit.code, indicator: undefined })} />
            </td>
            {cells.map(({ code, score }) => (
              <td key={code} className="number">
                <ScoreButton score={score} onOpen={() => onOpen({ unit: unit.code, indicator: code })} />
              </td>
            ))}
          </tr>
        ))}
        {scores.rows.length === 0 && (
          <tr>
            <td colSpan={3} className="nothing">
              方案没有考核对象。
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function ScoreButton({ score, onOpen }: { score: string | null; onOpen: () => void }) {
  return (
    <button type="button" className="figure" onClick={onOpen}>
      {score ?? '不适用'}
      <span className="unseen">，查看计算</span>
    </button>
  );
}
