import { Drawer } from 'antd';
import { type LeagueTable } from '../api.js';
import { longPeriod } from '../format.js';
import { AsOfLine } from '../ui/as-of-line.js';
import { CountFacts } from './count-facts.js';
import { RateFacts } from './rate-facts.js';

interface Props {
  readonly answer: LeagueTable;
  /** A unit's code, or `all` for the total. */
  readonly subject: string;
  readonly onClose: () => void;
}

/** What a figure of the table is made of, fact by fact, as of the same event as the table. */
export function FactsDrawer({ answer, subject, onClose }: Props) {
  const { metric, period, asOf, filters } = answer;
  const row = answer.rows.find(({ unit }) => unit.code === subject);
  const figure = row ?? answer.total;
  if (!figure) return null;
  const params = {
    unit: subject === 'all' ? undefined : subject,
    ...period,
    minInvestment: filters.minInvestment,
    minFixedAssets: filters.minFixedAssets,
    asOf: asOf.seq,
  };
  const Facts = metric.unit === '%' ? RateFacts : CountFacts;
  return (
    <Drawer open size={880} onClose={onClose} title={`${row?.unit.name ?? '合计'} · ${metric.name}明细`}>
      <p className="facts-figure">
        <b>{figure.value}</b> {metric.unit}
        {figure.denominator && ` = ${figure.numerator} ÷ ${figure.denominator}`}
      </p>
      <p className="scope">{longPeriod(period)}</p>
      <AsOfLine asOf={asOf} chosen={false} />
      <Facts metric={metric.code} params={params} />
    </Drawer>
  );
}
