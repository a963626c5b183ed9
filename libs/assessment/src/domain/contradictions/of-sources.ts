import { Decimal } from '../arithmetic.js';
import { type SchemeProblem } from '../checks.js';
import { type InputSlot, slotOf } from '../inputs/slots.js';
import { placesOf } from '../places.js';
import { type Catalogue, type Scheme } from '../scheme.js';
import { type Placed } from '../sources/places.js';
import { type DiscretionarySource, type PanelSource, type SchemeSource, type Source } from '../sources/source.js';
import { entriesProblems, metricProblems } from './of-metrics.js';
import { scheduleProblems } from './of-schedules.js';
import { unknownSubjects } from './of-subjects.js';

/** What sources ask that nobody can answer, say against themselves, or say in the wrong place. */
export const sourceProblems = (scheme: Scheme, catalogue: Catalogue): SchemeProblem[] => [
  ...placesOf(scheme).flatMap((place) => [
    ...misplaced(place),
    ...gradeProblems(place, scheme),
    ...(place.source.kind === 'tagged' ? [] : ownProblems(place.source, place.path, catalogue)),
    ...(place.source.kind === 'stated' ? unknownSubjects(place.source.units, scheme, `${place.path}.units`) : []),
  ]),
  ...mixedInputs(scheme),
];

const PLACES = {
  own: ['own', 'own 只能用在没有下级的指标自己的计分方式和规则中'],
  score: ['score', 'own 的 score 只能用在规则（rules）中'],
  item: ['item', 'item 只能用在清单之内'],
  tagged: ['item', 'tagged、listed 只能用在清单之内'],
  result: ['result', 'result 只能用在 outcome 的条件中'],
} as const;

function misplaced({ source, path, atHand }: Placed): SchemeProblem[] {
  const what = source.kind === 'own' && source.take === 'score' ? 'score' : source.kind;
  if (!Object.hasOwn(PLACES, what)) return [];
  const [needed, message] = PLACES[what as keyof typeof PLACES];
  return atHand[needed] ? [] : [{ field: path, code: 'SCHEME.MISPLACED', message }];
}

/** Only lists are drawn up after the grades, where there are any. */
function gradeProblems({ source, path, atHand }: Placed, { outcome }: Scheme): SchemeProblem[] {
  if (source.kind !== 'result' || source.take !== 'grade') return [];
  const field = `${path}.take`;
  if (!atHand.graded) return [{ field, code: 'SCHEME.MISPLACED', message: 'grade 只能用在名单（lists）的条件中' }];
  if (outcome?.grades) return [];
  return [{ field, code: 'SCHEME.GRADES_MISSING', message: '没有规定等次（grades），不能取等次' }];
}

function ownProblems(source: Source, path: string, catalogue: Catalogue): SchemeProblem[] {
  switch (source.kind) {
    case 'metric':
      return metricProblems(source, path, catalogue.metrics);
    case 'entries':
      return entriesProblems(source, path, catalogue.metrics);
    case 'panel':
      return panelProblems(source, path);
    case 'discretionary':
      return rangeProblems(source, path);
    case 'scheme':
      return memberProblems(source, path);
    case 'elapsed':
      return scheduleProblems(source.schedule, `${path}.schedule`);
    case 'bounded': {
      const { cap, floor } = source;
      if (cap === 'none' || floor === 'none' || new Decimal(cap).gte(floor)) return [];
      return [{ field: `${path}.cap`, code: 'SCHEME.CAP_BELOW_FLOOR', message: `封顶 ${cap} 低于保底 ${floor}` }];
    }
    default:
      return [];
  }
}

function panelProblems({ panels }: PanelSource, path: string): SchemeProblem[] {
  const field = `${path}.panels`;
  const sum = Decimal.sum(0, ...panels.map(({ weight }) => weight));
  const isRepeated = new Set(panels.map(({ code }) => code)).size < panels.length;
  return [
    ...(isRepeated ? [{ field, code: 'SCHEME.REPEATED', message: '测评主体代码重复' }] : []),
    ...(sum.equals(1)
      ? []
      : [{ field, code: 'SCHEME.WEIGHTS_SUM', message: `各测评主体的权重合计 ${sum.toFixed()}，须为 1` }]),
  ];
}

const rangeProblems = ({ range }: DiscretionarySource, path: string): SchemeProblem[] =>
  new Decimal(range.from).lte(range.to)
    ? []
    : [{ field: `${path}.range`, code: 'SCHEME.CAP_BELOW_FLOOR', message: `上限 ${range.to} 低于下限 ${range.from}` }];

function memberProblems({ of }: SchemeSource, path: string): SchemeProblem[] {
  if (of.kind === 'same' || (of.combine === 'weighted') === (of.weight !== undefined)) return [];
  const [code, message] =
    of.weight === undefined
      ? ['SCHEME.WEIGHT_MISSING', '按权重合成各成员的得分，须规定权重的数据来源']
      : ['SCHEME.WEIGHT_IDLE', '只有按权重合成（combine 为 weighted）时才有权重'];
  return [{ field: `${path}.of.weight`, code, message }];
}

/** One code stands for one kind of input, of subjects, of members or of all, and one unit certifies it. */
function mixedInputs(scheme: Scheme): SchemeProblem[] {
  const known = new Map<string, string>();
  return placesOf(scheme).flatMap(({ source, path }) => {
    const slot = source.kind === 'tagged' ? undefined : slotOf(source);
    if (!slot) return [];
    const way = wayOf(slot);
    const before = known.get(slot.input);
    known.set(slot.input, before ?? way);
    if (before === undefined || before === way) return [];
    const field = source.kind === 'scheme' ? `${path}.of.weight.input` : `${path}.input`;
    const message = `数据项“${slot.input}”在方案中的类别、范围或认定单位前后不一`;
    return [{ field, code: 'SCHEME.INPUT_MIXED', message }];
  });
}

/** What has to be the same wherever an input is used; which panels are looked at may differ. */
const wayOf = (slot: InputSlot): string =>
  JSON.stringify(slot.kind === 'panel' ? { ...slot, panels: undefined } : slot);
