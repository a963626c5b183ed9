import { type Address, formatAddress, withParams } from '../address.js';
import { useAnswer } from '../queries.js';
import { AsOfPicker } from '../ui/as-of-picker.js';
import { DayField } from '../ui/day-field.js';
import { PrintButton } from '../ui/print-button.js';
import { ProjectLink } from '../ui/project-link.js';
import { NoSheet, Sheet } from '../ui/sheet.js';
import { goTo } from '../use-address.js';
import { BATCH_KINDS, type BatchShown, DEEDS } from './answers.js';

/** One 集中活动: its projects, and the day on which each really did what it was listed for. */
export function BatchPage({ id, address }: { id: string; address: Address }) {
  const { on, asOf } = address.params;
  const { data, error, refetch, isPlaceholderData } = useAnswer<BatchShown>(`batches/${encodeURIComponent(id)}`, {
    on,
    asOf,
  });
  const change = (changes: Record<string, string | undefined>) => goTo(withParams(address, changes));
  return (
    <>
      <section className="filters filter-row" aria-label="时点">
        <a className="back" href={formatAddress({ path: ['batches'], params: {} })}>
          全部集中活动
        </a>
        <span className="field">
          <span className="field-name">业务日</span>
          <DayField label="业务日" clearable value={on ?? data?.on} onChange={(day) => change({ on: day })} />
        </span>
        <AsOfPicker value={asOf} current={data?.asOf} onChange={(value) => change({ asOf: value })} />
        <PrintButton />
      </section>
      {!data || error ? (
        <NoSheet error={error} retry={refetch} />
      ) : (
        <Sheet title={data.batch.name} scope={scopeOf(data)} asOf={data.asOf} chosen={!!asOf} stale={isPlaceholderData}>
          <Listed answer={data} asOf={asOf} />
          <p className="definition">
            <b>口径</b> {data.batch.definition}
          </p>
        </Sheet>
      )}
    </>
  );
}

function scopeOf({ on, batch: { kind, unit, plannedFor, heldOn, listed, deeds } }: BatchShown): string {
  const held = heldOn ? `${heldOn} 举办` : `计划 ${plannedFor} 举办，尚未举办`;
  const kept = deeds.map(({ deed, listed: of, reached, rate }) => {
    const among = deeds.length > 1 ? `拟${DEEDS[deed]} ${of} 个，` : '';
    return `${among}已${DEEDS[deed]} ${reached} 个${rate ? `，兑现率 ${rate}%` : ''}`;
  });
  return [BATCH_KINDS[kind], unit.name, held, [`截至 ${on} 名单 ${listed} 个`, ...kept].join('，')].join(' · ');
}

function Listed({ answer: { batch, projects }, asOf }: { answer: BatchShown; asOf: string | undefined }) {
  const several = batch.deeds.length > 1;
  return (
    <table className="grid list">
      <caption className="unseen">名单</caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">责任单位</th>
          <th scope="col">列入名单</th>
          {several && <th scope="col">事项</th>}
          <th scope="col">{several ? '兑现' : DEEDS[batch.deeds[0]!.deed]}日</th>
          <th scope="col" className="number">
            距活动（天）
          </th>
        </tr>
      </thead>
      <tbody>
        {projects.map(({ project, unit, deed, listedOn, reachedOn, daysAfter }) => (
          <tr key={project.id}>
            <th scope="row">
              <ProjectLink id={project.id} name={project.name} asOf={asOf} />
            </th>
            <td>{unit.name}</td>
            <td className="day">{listedOn}</td>
            {several && <td>{DEEDS[deed]}</td>}
            <td className="day">{reachedOn ?? <span className="late">未{DEEDS[deed]}</span>}</td>
            <td className="number">{daysAfter}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
