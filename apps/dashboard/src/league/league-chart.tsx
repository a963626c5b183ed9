import { BarChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { type LeagueTable } from '../api.js';
import { chartOption } from './chart-option.js';

// SVG stays sharp on paper.
use([BarChart, GridComponent, MarkLineComponent, SVGRenderer]);

/** One bar per unit in the table's order; a rate has the line of all units together. */
export default function LeagueChart({ answer, onOpen }: { answer: LeagueTable; onOpen: (subject: string) => void }) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(null);

  useEffect(() => {
    const drawn = init(place.current, null, { renderer: 'svg' });
    chart.current = drawn;
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(place.current!);
    return () => {
      observer.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(chartOption(answer), true);
  }, [answer]);

  useEffect(() => {
    chart.current?.on('click', ({ dataIndex }) => {
      const row = answer.rows[dataIndex];
      if (row) onOpen(row.unit.code);
    });
    return () => {
      chart.current?.off('click');
    };
  }, [answer, onOpen]);

  return <div ref={place} className="chart" aria-hidden style={{ height: (answer.rows.length + 2) * 40 }} />;
}
