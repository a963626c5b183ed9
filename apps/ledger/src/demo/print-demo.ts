import { type DemoResult } from './play-demo.js';
import { type TableName } from './tables.js';
import { textTable } from './text-table.js';

const TITLES: Record<TableName, string> = {
  'signed-projects': '签约项目（个）',
  'signed-projects-ge-5yi': '签约项目，固投 5 亿元以上（个）',
  'signed-projects-ge-10yi': '签约项目，固投 10 亿元以上（个）',
  'started-projects': '开工项目（个）',
  'start-rate': '签约项目开工率（%）',
  outings: '外出招商（批次）',
};

const print = (...lines: string[]) => console.log(lines.join('\n'));

/** Prints the demo for people; every figure is what the API answered. */
export function printDemo({
  title,
  source,
  period,
  asOf,
  leagueTables,
  history,
  scorecard,
  timings,
}: DemoResult): void {
  print('', title, `${period.from} 至 ${period.to} · 来源：${source} · 截至第 ${asOf.seq} 号事件`);
  for (const [name, heading] of Object.entries(TITLES) as [TableName, string][]) {
    const rows = leagueTables[name].map(({ rank, unit, value }) => [String(rank), unit, String(value)]);
    print('', heading, textTable(['名次', '单位', '数值'], rows));
  }
  if (history) printHistory(history);
  printScorecard(scorecard);
  const laps = Object.entries(timings).map(([name, ms]) => `${name} ${(ms / 1000).toFixed(2)} 秒`);
  print('', `用时：${laps.join('，')}`);
}

function printHistory({ state, entries }: NonNullable<DemoResult['history']>): void {
  const rows = entries.map(({ seq, occurredOn, title, actor, actingUnit, recordedAt, source, voidedBy }) => [
    seq ?? '',
    occurredOn,
    voidedBy ? `${title}（已作废）` : title,
    `${actingUnit.name} ${actor}`,
    recordedAt,
    source.kind === 'import' ? `导入文件第 ${source.row} 行` : '接口',
  ]);
  print(
    '',
    `项目履历：${state?.name ?? ''}`,
    textTable(['序号', '发生日期', '事项', '登记人', '登记时间', '来源'], rows),
  );
}

function printScorecard({ scheme, rows }: DemoResult['scorecard']): void {
  const indicators = rows[0]?.indicators ?? [];
  const lines = rows.map(({ rank, unit, total, indicators: scores }) => [
    String(rank),
    unit.name,
    ...scores.map(({ score }) => score ?? '—'),
    total,
  ]);
  print('', `考核得分：${scheme.name}`);
  print(textTable(['名次', '单位', ...indicators.map(({ name }) => name), '总分'], lines));
  const first = rows[0];
  if (!first) return;
  print('', `${first.unit.name}的得分依据：`);
  for (const { name, formula, inputs } of first.indicators) {
    const events = inputs.reduce((sum, { eventIds }) => sum + eventIds.length, 0);
    print(`  ${name}：${formula}（依据 ${events} 个事件）`);
  }
}
