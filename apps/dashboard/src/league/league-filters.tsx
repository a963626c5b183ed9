import { Button, Select } from 'antd';
import { type Address, withParams } from '../address.js';
import { type AsOf } from '../api.js';
import { boundWords } from '../format.js';
import { dayOf, namedPeriods } from '../periods.js';
import { latestScheme } from '../latest-scheme.js';
import { useMetrics, useSchemes, useUnits } from '../queries.js';
import { AsOfPicker } from '../ui/as-of-picker.js';
import { DayField } from '../ui/day-field.js';
import { goTo } from '../use-address.js';
import { type LeagueQuery } from './league-query.js';

/** 1, 5 and 10 亿元, the bounds that notices use, in 万元. */
const BOUNDS = ['10000', '50000', '100000'];

interface Props {
  readonly address: Address;
  readonly query: LeagueQuery;
  readonly current: AsOf | undefined;
}

/** The choices that make a league table. Each one is a step of the browser's history. */
export function LeagueFilters({ address, query, current }: Props) {
  const metrics = useMetrics().data ?? [];
  const metric = metrics.find(({ code }) => code === query.metric);
  const groups = [...new Set((useUnits().data ?? []).map(({ group }) => group))];
  // A visit (批次) has no investment to be bounded by.
  const hasAmounts = metric?.unit !== '批次';
  const change = (changes: Record<string, string | undefined>) =>
    goTo(withParams(address, { from: query.from, to: query.to, facts: undefined, ...changes }));
  return (
    <section className="filters" aria-label="筛选">
      <div className="filter-row">
        <span className="field">
          <span className="field-name">指标</span>
          <Select
            aria-label="指标"
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            style={{ width: 148 }}
            value={query.metric}
            options={metrics.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(code: string) =>
              goTo({ path: ['league', code], params: paramsFor(code, metrics, address, query) })
            }
          />
        </span>
        <span className="field">
          <span className="field-name">期间</span>
          <DayField label="起始日" value={query.from} onChange={(from) => change({ from })} />
          <span aria-hidden>—</span>
          <DayField label="截止日" value={query.to} onChange={(to) => change({ to })} />
          <PeriodPicks query={query} onPick={change} />
        </span>
        <AsOfPicker value={query.asOf} current={current} onChange={(asOf) => change({ asOf })} />
      </div>
      <div className="filter-row">
        {hasAmounts && (
          <>
            <BoundField
              name="总投资"
              value={query.minInvestment}
              onChange={(minInvestment) => change({ minInvestment })}
            />
            <BoundField
              name="固投"
              value={query.minFixedAssets}
              onChange={(minFixedAssets) => change({ minFixedAssets })}
            />
          </>
        )}
        <span className="field">
          <span className="field-name">分组</span>
          <Select
            aria-label="分组"
            style={{ width: 160 }}
            popupMatchSelectWidth={false}
            value={query.group ?? ''}
            options={[{ value: '', label: '全部' }, ...groups.map((group) => ({ value: group, label: group }))]}
            onChange={(group) => change({ group })}
          />
        </span>
        <Button className="print-button" onClick={() => print()}>
          打印
        </Button>
      </div>
    </section>
  );
}

function PeriodPicks({
  query,
  onPick,
}: {
  query: LeagueQuery;
  onPick: (period: { from: string; to: string }) => void;
}) {
  const assessed = latestScheme(useSchemes().data ?? []);
  const periods = namedPeriods(dayOf(new Date()));
  return (
    <span className="picks">
      {(assessed ? [...periods, { name: '考核期', ...assessed.period }] : periods).map(({ name, from, to }) => (
        <button
          key={name}
          type="button"
          aria-pressed={from === query.from && to === query.to}
          onClick={() => onPick({ from, to })}
        >
          {name}
        </button>
      ))}
    </span>
  );
}

interface BoundProps {
  readonly name: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function BoundField({ name, value, onChange }: BoundProps) {
  const bounds = value && !BOUNDS.includes(value) ? [...BOUNDS, value] : BOUNDS;
  return (
    <span className="field">
      <span className="field-name">{name}</span>
      <Select
        aria-label={`${name}下限`}
        style={{ width: 112 }}
        value={value ?? ''}
        options={[
          { value: '', label: '不限' },
          ...bounds.map((bound) => ({ value: bound, label: `≥ ${boundWords(bound)}` })),
        ]}
        onChange={(bound) => onChange(bound)}
      />
    </span>
  );
}

/** Keeps the choices that the other metric understands. */
function paramsFor(
  code: string,
  metrics: readonly { code: string; unit: string }[],
  address: Address,
  { from, to }: LeagueQuery,
): Address['params'] {
  const bounded = metrics.find((metric) => metric.code === code)?.unit !== '批次';
  const dropped = bounded ? {} : { minInvestment: undefined, minFixedAssets: undefined };
  return withParams(address, { from, to, facts: undefined, ...dropped }).params;
}
