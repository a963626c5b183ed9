import { type ReactNode } from 'react';
import { grouped } from '../format.js';
import { ShareBar } from '../ui/share-bar.js';
import { type ProjectShown } from './answers.js';

/** The reports behind a project's figures: investment by month, capital by arrival, output by year. */
export function Reports({ record: { progress, capital, outputs } }: { record: ProjectShown['record'] }) {
  const most = Math.max(...progress.map(({ investment }) => Number(investment)), 1);
  if (progress.length + capital.length + outputs.length === 0) return null;
  return (
    <section aria-labelledby="reports">
      <h2 id="reports">投资、资金与产出</h2>
      <div className="side-by-side">
        <Report
          name="各月完成投资"
          columns={['月份', '完成投资（万元）', '', '形象进度（%）']}
          rows={progress.map(({ month, investment, physicalPercent }) => [
            month,
            grouped(investment),
            <ShareBar key="bar" part={Number(investment) / most} />,
            physicalPercent ?? '',
          ])}
        />
        <Report
          name="资金到位"
          columns={['到位日', '金额（万）', '汇率']}
          rows={capital.map(({ on, amount, rate }) => [on, grouped(amount), rate === '1' ? '' : rate])}
        />
        <Report
          name="各年产出"
          columns={['年度', '产值（万元）', '占约定产值（%）', '税收（万元）', '占约定亩均税收（%）', '就业（人）']}
          rows={outputs.map(({ year, output, tax, jobs, fulfilment }) => [
            year,
            grouped(output),
            fulfilment.output?.rate ?? '',
            grouped(tax),
            fulfilment.taxPerMu?.rate ?? '',
            jobs,
          ])}
        />
      </div>
    </section>
  );
}

interface ReportProps {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
}

function Report({ name, columns, rows }: ReportProps) {
  if (rows.length === 0) return null;
  return (
    <table className="grid report">
      <caption>{name}</caption>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={column} scope="col" className={index > 0 ? 'number' : undefined}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // Reports are listed in the order of recording and never change places.
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={columns[column]} className={column > 0 ? 'number' : 'day'}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
