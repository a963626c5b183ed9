import { refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type Day, canonicalMoney, lastDayOf, monthOf } from '#libs/values';
import {
  type CapitalFigures,
  type CorrectFigure,
  type FigureKind,
  type FigureTerms,
  type OutputFigures,
  type ProgressFigures,
  type ReportFigure,
} from '../project.commands.js';
import { type ProjectEvent } from '../project.events.js';
import { type Fact, type Project } from '../project.state.js';
import { type Given, refuseClosed } from './given.js';

const EVENTS = {
  progress: { reported: 'ProgressReported', corrected: 'ProgressCorrected' },
  capital: { reported: 'CapitalArrived', corrected: 'CapitalCorrected' },
  output: { reported: 'OutputReported', corrected: 'OutputCorrected' },
} as const satisfies Record<FigureKind, { reported: ProjectEvent['type']; corrected: ProjectEvent['type'] }>;

/** A figure of a period speaks of the period's last day, or of today while the period lasts. */
const dayOfPeriod = (last: Day, today: Day): Day => (last < today ? last : today);

/** The event's data. @throws Refusal */
const FACTS: { readonly [F in FigureKind]: (figures: FigureTerms[F], given: Given) => { occurredOn: Day } } = {
  progress: progressFact,
  capital: capitalFact,
  output: outputFact,
};

function progressFact({ month, investment, ...works }: ProgressFigures, { project, today }: Given) {
  const { physicalPercent } = works;
  refuseFuture(`${month}-01`, today, 'month');
  refuseBefore(`${month}-01`, `${monthOf(project.openedOn)}-01`, '立项登记', 'month');
  refuseClosed(project, `${month}-01`);
  refuseUnless(
    !project.progress.some((known) => known.month === month),
    'conflict',
    'PROGRESS.ALREADY_REPORTED',
    `${month} 的进度已登记，如有误请更正`,
    'month',
  );
  if (physicalPercent) refuseWorksBeforeStart(project, month);
  for (const known of project.progress) {
    if (physicalPercent === undefined || known.physicalPercent === undefined) continue;
    const [earlier, later] =
      known.month < month ? [known.physicalPercent, physicalPercent] : [physicalPercent, known.physicalPercent];
    refuseUnless(
      earlier <= later,
      'invalid',
      'PROGRESS.FALLS',
      `形象进度 ${physicalPercent}% 与 ${known.month} 的 ${known.physicalPercent}% 相抵触：进度不会倒退`,
      'physicalPercent',
    );
  }
  const occurredOn = dayOfPeriod(lastDayOf(month), today);
  return { month, investment: canonicalMoney(investment), ...works, occurredOn };
}

function refuseWorksBeforeStart({ reached: { start } }: Project, month: string): void {
  refuseUnless(
    start && monthOf(start.on) <= month,
    'conflict',
    'PROGRESS.BEFORE_START',
    '开工之前没有形象进度',
    'physicalPercent',
  );
}

function capitalFact({ amount, rate, ...capital }: CapitalFigures, { project, today }: Given) {
  const { contract } = project.reached;
  refuseUnless(contract, 'conflict', 'PROJECT.CAPITAL_BEFORE_CONTRACT', '项目尚未签约，不能登记资金到位');
  refuseClosed(project, capital.occurredOn);
  refuseFuture(capital.occurredOn, today);
  refuseBefore(capital.occurredOn, contract.on, '签约');
  const own = canonicalMoney(rate);
  refuseUnless(
    capital.currency === 'CNY' ? own === '1' : own !== '0',
    'invalid',
    'CAPITAL.RATE',
    '人民币的汇率为 1，外币的汇率须大于 0',
    'rate',
  );
  const arrived = canonicalMoney(amount);
  refuseUnless(arrived !== '0', 'invalid', 'CAPITAL.NOTHING', '到位金额须大于 0', 'amount');
  return { ...capital, amount: arrived, rate: own, evidence: capital.evidence ?? [] };
}

function outputFact({ year, output, tax, ...rest }: OutputFigures, { project, today }: Given) {
  const { production, output: capacity } = project.reached;
  const producing = production ?? capacity;
  refuseUnless(producing, 'conflict', 'PROJECT.YEAR_BEFORE_PRODUCTION', '项目尚未投产，不能登记年度产出');
  refuseFuture(`${year}-01-01`, today, 'year');
  refuseBefore(`${year}-12-31`, producing.on, '投产', 'year');
  refuseClosed(project, `${year}-01-01`);
  refuseUnless(
    !project.outputs.some((known) => known.year === year),
    'conflict',
    'OUTPUT.ALREADY_REPORTED',
    `${year} 年的产出已登记，如有误请更正`,
    'year',
  );
  const occurredOn = dayOfPeriod(`${year}-12-31`, today);
  const amounts = { output: canonicalMoney(output), tax: canonicalMoney(tax) };
  return { ...rest, year, ...amounts, evidence: rest.evidence ?? [], occurredOn };
}

const factIn = <F extends FigureKind>(figure: F, terms: FigureTerms[F], given: Given) => FACTS[figure](terms, given);

/** A month's progress, an arrival of capital, a year's output (features.md P6, P7, P13). @throws Refusal */
export const reportFigure = ({ figure, terms }: ReportFigure, given: Given): ProjectEvent[] => [
  { type: EVENTS[figure].reported, data: factIn(figure, terms, given) } as ProjectEvent,
];

const LISTS = { progress: 'progress', capital: 'capital', output: 'outputs' } as const;

/** A figure that stands is said anew, whole (features.md P12). @throws Refusal */
export function correctFigure({ figure, correctsEventId, reason, terms }: CorrectFigure, given: Given): ProjectEvent[] {
  const list = LISTS[figure];
  const facts: readonly Fact[] = given.project[list];
  refuseUnless(
    facts.some(({ eventId }) => eventId === correctsEventId),
    'conflict',
    'PROJECT.NOTHING_TO_CORRECT',
    '所指事件不是有效的同类记录',
    'correctsEventId',
  );
  const others = facts.filter(({ eventId }) => eventId !== correctsEventId);
  const data = factIn(figure, terms, { ...given, project: { ...given.project, [list]: others } });
  return [{ type: EVENTS[figure].corrected, data: { ...data, correctsEventId, reason } } as ProjectEvent];
}
