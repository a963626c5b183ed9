import { Drawer } from 'antd';
import { type Scorecard, type Scores } from '../api.js';
import { longPeriod } from '../format.js';
import { AsOfLine } from '../ui/as-of-line.js';
import { Receipt, type Receipted, ScoreWords } from './receipt.js';

interface Props {
  readonly scores: Scores;
  readonly unit: string;
  /** The indicator's code; without one, the receipt is that of the total. */
  readonly indicator: string | undefined;
  readonly onClose: () => void;
}

/** The receipt of one score: its formula with the numbers, what went into it, and the events behind each input. */
export function ReceiptDrawer({ scores, unit, indicator, onClose }: Props) {
  const { scheme, asOf, rows } = scores;
  const card = rows.find((row) => row.unit.code === unit);
  const item: Receipted | undefined =
    card && (indicator ? card.indicators.find(({ code }) => code === indicator) : totalOf(card));
  const { from, to } = scheme.period;
  return (
    <Drawer open size={760} onClose={onClose} title={`${card?.unit.name ?? unit} · ${item?.name ?? '得分'}`}>
      {item ? (
        <>
          <p className="facts-figure">
            <ScoreWords score={item.score} points={item.points} />
          </p>
          <p className="scope">{longPeriod(scheme.period)}</p>
          <AsOfLine asOf={asOf} chosen={false} />
          <h3>算式</h3>
          <Receipt item={item} scope={{ from, to, asOf: asOf.seq }} />
        </>
      ) : (
        <p className="nothing">方案里没有这一项，或本单位不参加考核。</p>
      )}
    </Drawer>
  );
}

const totalOf = ({ total, formula, indicators }: Scorecard): Receipted => ({
  name: '总分',
  score: total,
  formula,
  inputs: [],
  parts: indicators,
});
