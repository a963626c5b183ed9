import { type Address, formatAddress, withParams } from '../address.js';
import { useAnswer, useGroups } from '../queries.js';
import { AsOfPicker } from '../ui/as-of-picker.js';
import { PrintButton } from '../ui/print-button.js';
import { SelectField, UnitSelect } from '../ui/select-field.js';
import { NoSheet, Sheet } from '../ui/sheet.js';
import { TextField } from '../ui/text-field.js';
import { replaceBy } from '../use-address.js';
import { type Pipeline } from './answers.js';
import { FunnelSection } from './funnel-section.js';
import { PlaceTable } from './place-table.js';

/** 全周期: where every lead and project stands now, and how a period's have come through. */
export default function PipelinePage({ address }: { address: Address }) {
  const { asOf, unit, group, chain } = address.params;
  const groups = useGroups().data ?? [];
  const { data, error, refetch, isPlaceholderData } = useAnswer<Pipeline>('pipeline', {
    asOf,
    unit,
    group,
    chain,
  });
  const change = (changes: Record<string, string | undefined>) => replaceBy(withParams(address, changes));
  /** A list within the same bounds; parameters without a value are left out. */
  const listOf = (view: string, bounds: Record<string, string | undefined>) =>
    formatAddress(withParams({ path: [view], params: {} }, bounds));
  // The list of projects is always of the present.
  const projectsOf = (bounds: Record<string, string>) =>
    asOf ? undefined : listOf('projects', { ...bounds, unit, group, chain });
  return (
    <>
      <section className="filters filter-row" aria-label="筛选">
        <UnitSelect value={unit} onChange={(code) => change({ unit: code })} />
        {groups.length > 0 && (
          <SelectField
            name="专班"
            value={group}
            options={groups.map(({ code, name }) => [code, name])}
            onChange={(code) => change({ group: code })}
          />
        )}
        <TextField name="产业链" width={140} value={chain ?? ''} onChange={(text) => change({ chain: text })} />
        <AsOfPicker value={asOf} current={data?.asOf} onChange={(value) => change({ asOf: value })} />
        <PrintButton />
      </section>
      {!data || error ? (
        <NoSheet error={error} retry={refetch} />
      ) : (
        <Sheet title="全周期" asOf={data.asOf} chosen={!!asOf} stale={isPlaceholderData}>
          <div className="side-by-side">
            <PlaceTable
              name="项目阶段"
              investmentName="投资额"
              places={data.stages}
              linkOf={(stage) => projectsOf({ stage, standing: 'going' })}
              hasTotal
            />
            <div className="stack">
              <PlaceTable
                name="线索状态"
                investmentName="预计投资"
                places={data.leads}
                // The page of leads knows no chain.
                linkOf={(status) => (chain ? undefined : listOf('leads', { asOf, status, unit }))}
                hasTotal
              />
              <PlaceTable
                name="停滞与终结"
                investmentName="投资额"
                places={[data.halted, ...data.ended]}
                linkOf={(standing) => projectsOf({ standing })}
              />
              <p className="muted">停工的项目仍计在各自阶段；合同终止和查实虚假的不计在任何阶段。</p>
            </div>
          </div>
          <FunnelSection address={address} />
        </Sheet>
      )}
    </>
  );
}
