import { amount, code, integer, listOf, oneOf, record } from '../checks.js';
import { type PanelScore } from '../figures.js';
import { type Worked, given, sumOf, times } from '../worked.js';
import { type Found, clauses, foundNumber, ruleMissing } from './found.js';
import { missingRule, unitCode } from './forms.js';
import { type SourceRule } from './rule.js';
import { ascending, meanOf } from './several.js';
import { type PanelSource } from './source.js';

const MAX_PANELS = 20;
const MAX_DROPPED = 10;

export const panel: SourceRule<PanelSource> = {
  check: () =>
    record(
      {
        kind: oneOf('panel'),
        input: code,
        by: unitCode,
        panels: listOf(record({ code, weight: amount('0', '1') }), 1, MAX_PANELS),
        missing: missingRule,
      },
      { dropHighest: integer(0, MAX_DROPPED), dropLowest: integer(0, MAX_DROPPED) },
    ),

  find(source, at, ground): Found {
    const reading = ground.read(source, at);
    if (reading.kind !== 'panel' && reading.kind !== 'missing') {
      throw new RangeError(`panel ${source.input} was answered by ${reading.kind}`);
    }
    const scores = reading.kind === 'panel' ? reading.scores : [];
    const means: Worked[] = [];
    for (const { code, weight } of source.panels) {
      const kept = keptScores(source, scores, code);
      if (kept.length === 0) return ruleMissing(source.missing, `“${source.input}”中“${code}”的测评`);
      const mean = meanOf(kept);
      means.push(source.panels.length === 1 ? mean : times(mean, given(weight)));
    }
    const named = scores.filter((score) => source.panels.some(({ code }) => code === score.panel));
    return foundNumber(
      sumOf(means),
      named.map(({ score }) => score),
      { because: droppingOf(source) },
    );
  },
};

/** What is left of a panel's scores when its highest and lowest are dropped. */
function keptScores(
  { dropHighest = 0, dropLowest = 0 }: PanelSource,
  scores: readonly PanelScore[],
  panel: string,
): Worked[] {
  const own = ascending(scores.filter((each) => each.panel === panel).map(({ score }) => given(score.value)));
  return own.slice(dropLowest, Math.max(own.length - dropHighest, 0));
}

const droppingOf = ({ dropHighest = 0, dropLowest = 0 }: PanelSource): string | undefined =>
  clauses([
    ...(dropHighest > 0 ? [`去掉 ${dropHighest} 个最高分`] : []),
    ...(dropLowest > 0 ? [`去掉 ${dropLowest} 个最低分`] : []),
  ]);
