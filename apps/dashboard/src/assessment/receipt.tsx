import { type ScoredIndicator } from '../api.js';
import { ReceiptEvents, type Scope } from './receipt-events.js';

/** Whatever has a receipt: an indicator, a branch of indicators, or the total. */
export type Receipted = Pick<ScoredIndicator, 'name' | 'score' | 'formula' | 'inputs' | 'parts'> & { points?: string };

/** The arithmetic of one score, then what it was taken from, down to the events. */
export function Receipt({ item: { formula, inputs, parts = [] }, scope }: { item: Receipted; scope: Scope }) {
  return (
    <>
      <p className="formula">{formula}</p>
      {inputs.map((input) => (
        <ReceiptEvents key={input.name} input={input} scope={scope} />
      ))}
      {parts.map((part) => (
        <section key={part.code} className="receipt-part">
          <h3>
            {part.name} <ScoreWords score={part.score} points={part.points} />
          </h3>
          <Receipt item={part} scope={scope} />
        </section>
      ))}
    </>
  );
}

/** A score with its ceiling, or that there is none because the indicator doesn't apply. */
export function ScoreWords({ score, points }: { score: string | null; points?: string }) {
  return (
    <>
      <b>{score ?? '不适用'}</b>
      {score !== null && ' 分'}
      {points && <span className="muted">（满分 {points}）</span>}
    </>
  );
}
