import { type Receipt, type ReceiptEvent, type ReceiptIndicator, type ReceiptInput } from '#libs/assessment';
import { type Dated } from '#libs/audit';

/**
 * A receipt as text. Every line that begins with 算式 can be typed into a calculator up to its `=` or `≈`; every number in it
 * stands below under 依据, and under each of those the ledger's entries that add up to it, with their events.
 */
export function receiptText({ scheme, card, indicators, outcome, asOf }: Dated<Receipt>): string {
  const { unit, group, rank, total, formula } = card;
  const places = [`${unit.name}（${unit.code}）`, ...(group === undefined ? [] : [group]), `第 ${rank} 名`];
  return [
    `方案  ${scheme.name}（${scheme.code} 第 ${scheme.version} 版，${scheme.period.from} 至 ${scheme.period.to}）`,
    `对象  ${places.join('，')}`,
    `截至  第 ${asOf.seq} 号事件${asOf.recordedAt === null ? '' : `（${asOf.recordedAt}）`}`,
    ...(asOf.incomplete ? [`不全  ${asOf.incomplete.parked} 个事件搁置待补办，所述未计入`] : []),
    `总分  ${total}`,
    `算式  ${formula}`,
    ...indicators.flatMap((indicator) => ['', ...indicatorLines(indicator, '')]),
    ...(outcome
      ? [
          '',
          '结果',
          ...outcome.because.map((each) => `  ${each}`),
          ...outcome.inputs.flatMap((input) => inputLines(input, '  ')),
        ]
      : []),
  ].join('\n');
}

function indicatorLines(indicator: ReceiptIndicator, indent: string): string[] {
  const { code, name, points, score, formula, inputs, parts = [] } = indicator;
  return [
    `${indent}指标  ${name}（${code}，分值 ${points}）  得分 ${score ?? '不参与'}`,
    `${indent}  算式  ${formula}`,
    ...inputs.flatMap((input) => inputLines(input, `${indent}  `)),
    ...parts.flatMap((part) => indicatorLines(part, `${indent}    `)),
  ];
}

function inputLines({ name, value, reason, resultOf, events }: ReceiptInput, indent: string): string[] {
  const why = reason === undefined ? '' : `，理由：${reason}`;
  const receipt = resultOf ? `，其依据见 ledger explain ${resultOf.scheme}/${resultOf.subject}` : '';
  return [
    `${indent}依据  ${name} = ${value}${sumOf(events)}${why}${receipt}`,
    ...events.flatMap((event) => eventLines(event, `${indent}  `)),
  ];
}

/** `（3 笔合计）` where entries of the ledger were added up. */
function sumOf(events: readonly ReceiptEvent[]): string {
  const count = events.reduce((sum, { postings }) => sum + postings.length, 0);
  return count > 0 ? `（${count} 笔合计）` : '';
}

function eventLines({ seq, eventId, type, stream, occurredOn = '', postings }: ReceiptEvent, indent: string): string[] {
  return [
    `${indent}事件  ${seq} ${type} ${occurredOn} ${stream} ${eventId}`,
    ...postings.map(
      ({ seq, line, metric, unit, day, quantity, counted }) =>
        `${indent}  台账  ${seq}.${line} ${metric} ${unit} ${day} ${quantity}${counted === undefined ? '' : ` 按份额计 ${counted}`}`,
    ),
  ];
}
