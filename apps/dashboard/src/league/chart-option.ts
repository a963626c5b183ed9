import { type BarSeriesOption } from 'echarts/charts';
import { type GridComponentOption, type MarkLineComponentOption } from 'echarts/components';
import { type ComposeOption } from 'echarts/core';
import { type LeagueTable } from '../api.js';
import { ACCENT, BAR, FONT, INK, MUTED } from '../style/theme.js';

type Option = ComposeOption<BarSeriesOption | GridComponentOption | MarkLineComponentOption>;

/** Row height of the table in pixels: the bars stand beside their rows. */
const ROW = 40;

/** The picture of a league table. Bars start at zero, so that lengths compare as the values do. */
export function chartOption({ metric, rows, total }: LeagueTable): Option {
  const isRate = metric.unit === '%';
  return {
    animation: false,
    textStyle: { fontFamily: FONT, color: INK },
    grid: { left: 84, right: 56, top: ROW, bottom: ROW },
    xAxis: { type: 'value', min: 0, max: isRate ? 100 : undefined, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ unit }) => unit.name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: MUTED, fontSize: 13, width: 76, overflow: 'truncate' },
    },
    series: {
      type: 'bar',
      data: rows.map(({ value }) => Number(value)),
      barWidth: 18,
      itemStyle: { color: BAR },
      label: {
        show: true,
        position: 'right',
        color: INK,
        fontSize: 13,
        formatter: ({ dataIndex }) => rows[dataIndex]!.value,
      },
      markLine: isRate && total ? totalLine(total.value) : undefined,
    },
  };
}

const totalLine = (value: string): BarSeriesOption['markLine'] => ({
  silent: true,
  symbol: 'none',
  lineStyle: { color: ACCENT, type: 'dashed', width: 1.5 },
  label: { formatter: `合计 ${value}%`, position: 'start', color: ACCENT, fontSize: 12 },
  data: [{ xAxis: Number(value) }],
});
