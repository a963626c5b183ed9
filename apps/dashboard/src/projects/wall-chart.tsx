import { type Span } from '../ui/day-scale.js';
import { DayTicks } from '../ui/day-ticks.js';
import { LaneBar } from '../ui/lane-bar.js';
import { type Plan, type PlanNode } from './answers.js';
import { barsOf, scaleOf } from './plan-scale.js';

const LIGHTS = { green: '绿', yellow: '黄', red: '红' } as const;

/** 挂图作战: each node's baseline, plan and day reached as bars over time, with its light. */
export function WallChart({ plan }: { plan: Plan }) {
  const nodes = plan.milestones.filter(({ plannedOn, baselineOn }) => plannedOn ?? baselineOn);
  if (nodes.length === 0) return null;
  const scale = scaleOf(nodes, plan.on);
  const lanes = (['baselineOn', 'plannedOn', 'reachedOn'] as const).map((field) => barsOf(nodes, field, scale.at));
  const { yellowDays, redDays } = plan.thresholds;
  const revisions = plan.versions.length - 1;
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">挂图作战</h2>
      <p className="muted">
        {plan.completion && `按权重完成 ${plan.completion}% · `}
        {revisions > 0 && `计划修订 ${revisions} 次 · `}
        临期 {yellowDays} 天起亮黄灯，逾期超过 {redDays} 天亮红灯
      </p>
      <table className="grid wall-chart">
        <caption className="unseen">节点计划，截至 {plan.on}</caption>
        <thead>
          <tr>
            <th scope="col">节点</th>
            <th scope="col">灯</th>
            <th scope="col">基准</th>
            <th scope="col">计划</th>
            <th scope="col">完成</th>
            <th scope="col" className="number">
              偏差（天）
            </th>
            <th scope="col" className="lanes" aria-hidden>
              <DayTicks scale={scale} />
            </th>
          </tr>
        </thead>
        <tbody>
          {nodes.map((node, index) => (
            <NodeRow key={node.code} node={node} bars={lanes.map((lane) => lane[index])} today={scale.at(plan.on)} />
          ))}
        </tbody>
      </table>
      <p className="legend muted" aria-hidden>
        <i className="baseline" /> 基准 <i className="planned" /> 计划 <i className="reached" /> 完成{' '}
        <i className="today" /> {plan.on}
      </p>
    </section>
  );
}

interface RowProps {
  readonly node: PlanNode;
  readonly bars: readonly (Span | undefined)[];
  readonly today: number;
}

function NodeRow({ node: { name, light, baselineOn, plannedOn, reachedOn, slippage }, bars, today }: RowProps) {
  const [baseline, planned, reached] = bars;
  const days = slippage.plan ?? 0;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{light && <span className={`light ${light}`}>{LIGHTS[light]}</span>}</td>
      <td className="day">{baselineOn}</td>
      <td className="day">{plannedOn}</td>
      <td className="day">{reachedOn ?? <span className="muted">未完成</span>}</td>
      <td className={days > 0 ? 'number late' : 'number'}>{days > 0 ? `+${days}` : days}</td>
      <td className="lanes" aria-hidden>
        <svg width="100%" height="26">
          <line className="today" x1={`${today}%`} x2={`${today}%`} y1="0" y2="26" />
          <LaneBar className="baseline" bar={baseline} y={3} />
          <LaneBar className="planned" bar={planned} y={10} />
          <LaneBar className={`reached ${light ?? ''}`} bar={reached} y={17} />
          {planned && !reached && days > 0 && (
            <LaneBar className="delay" bar={{ from: planned.to, to: today }} y={17} />
          )}
        </svg>
      </td>
    </tr>
  );
}
