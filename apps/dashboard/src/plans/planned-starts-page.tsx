import { Select } from 'antd';
import { type Address, withParams } from '../address.js';
import { longDay } from '../format.js';
import { dayOf } from '../periods.js';
import { useAnswer } from '../queries.js';
import { AsOfPicker } from '../ui/as-of-picker.js';
import { OnField } from '../ui/moment-bar.js';
import { PrintButton } from '../ui/print-button.js';
import { UnitSelect } from '../ui/select-field.js';
import { NoSheet, Sheet } from '../ui/sheet.js';
import { goTo } from '../use-address.js';
import { type PlannedStarts } from './answers.js';
import { PlannedProjects } from './planned-projects.js';
import { RateTable } from './rate-table.js';

const FIRST_YEAR = 2020;

/** 计划开工: how many of the year's planned starts have come, unit by unit and project by project. */
export default function PlannedStartsPage({ address }: { address: Address }) {
  const today = dayOf(new Date());
  const { year = today.slice(0, 4), on, asOf, unit } = address.params;
  const { data, error, refetch, isPlaceholderData } = useAnswer<PlannedStarts>('planned-starts', {
    year,
    on,
    asOf,
    unit,
  });
  const change = (changes: Record<string, string | undefined>) => goTo(withParams(address, changes));
  const years = Array.from({ length: Number(today.slice(0, 4)) + 2 - FIRST_YEAR }, (_, index) =>
    String(FIRST_YEAR + index),
  ).reverse();
  return (
    <>
      <section className="filters filter-row" aria-label="筛选">
        <span className="field">
          <span className="field-name">计划年份</span>
          <Select
            aria-label="计划年份"
            style={{ width: 84 }}
            value={year}
            options={years.map((each) => ({ value: each, label: each }))}
            onChange={(next: string) => change({ year: next })}
          />
        </span>
        <UnitSelect name="责任单位" value={unit} onChange={(code) => change({ unit: code })} />
        <OnField value={on ?? data?.on} onChange={(day) => change({ on: day })} />
        <AsOfPicker value={asOf} current={data?.asOf} onChange={(value) => change({ asOf: value })} />
        <PrintButton />
      </section>
      {!data || error ? (
        <NoSheet error={error} retry={refetch} />
      ) : (
        <Sheet
          title={`${data.year} 年计划开工`}
          scope={`截至${longDay(data.on)}`}
          asOf={data.asOf}
          chosen={!!asOf}
          stale={isPlaceholderData}
        >
          <RateTable metrics={data.metrics} />
          <PlannedProjects params={{ year, on, asOf, unit }} on={data.on} />
          {data.metrics.map(({ code, name, definition }) => (
            <p key={code} className="definition">
              <b>{name}</b> {definition}
            </p>
          ))}
        </Sheet>
      )}
    </>
  );
}
