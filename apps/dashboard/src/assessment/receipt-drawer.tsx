import { Drawer } from 'antd';
import { type Posting, type Scores } from '../api.js';
import { longPeriod } from '../format.js';
import { useWholeList } from '../queries.js';
import { AsOfLine } from '../ui/as-of-line.js';
import { ReceiptEvents } from './receipt-events.js';

interface Props {
  readonly scores: Scores;
  readonly unit: string;
  readonly indicator: string;
  readonly onClose: () => void;
}

/** The receipt of one score: its formula with the numbers, what went into it, and the events behind each input. */
export function ReceiptDrawer({ scores, unit, indicator, onClose }: Props) {
  const { scheme, asOf, rows } = scores;
  const card = rows.find((row) => row.unit.code === unit);
  const cell = card?.indicators.find(({ code }) => code === indicator);
  // The events are named by id only; the postings of the same as-of say which day and project each one is.
  const postings = useWholeList<Posting>('postings', { unit, asOf: asOf.seq, limit: '500' });
  const facts = new Map((postings.data ?? []).map((posting) => [posting.eventId, posting]));
  return (
    <Drawer open size={760} onClose={onClose} title={`${card?.unit.name ?? unit} · ${cell?.name ?? indicator}`}>
      {cell ? (
        <>
          <p className="facts-figure">
            <b>{cell.score}</b> 分 <span className="muted">满分 {cell.points}</span>
          </p>
          <p className="scope">{longPeriod(scheme.period)}</p>
          <AsOfLine asOf={asOf} chosen={false} />
          <h3>算式</h3>
          <p className="formula">{cell.formula}</p>
          {cell.inputs.map((input) => (
            <ReceiptEvents key={input.name} input={input} facts={facts} asOf={asOf.seq} />
          ))}
        </>
      ) : (
        <p className="nothing">方案里没有这一项，或本单位不参加考核。</p>
      )}
    </Drawer>
  );
}
