import { type Address, withParams } from '../address.js';
import { type Project } from '../api.js';
import { useGroups, usePages } from '../queries.js';
import { AsOfPicker } from '../ui/as-of-picker.js';
import { ListEnd } from '../ui/list-end.js';
import { PrintButton } from '../ui/print-button.js';
import { SelectField, UnitSelect } from '../ui/select-field.js';
import { NoSheet, Sheet } from '../ui/sheet.js';
import { TextField } from '../ui/text-field.js';
import { replaceBy } from '../use-address.js';
import { PROJECT_KINDS, STAGES, STANDINGS } from '../words.js';
import { ProjectTable } from './project-table.js';

/** Every project that the reader may see, found by name, unit, stage, standing, kind, chain and group. */
export function ProjectList({ address }: { address: Address }) {
  const { q, unit, stage, standing, kind, chain, group, asOf } = address.params;
  const groups = useGroups().data ?? [];
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = usePages<Project>(
    'projects',
    { q, unit, stage, standing, kind, chain, group, asOf, limit: '100' },
  );
  const change = (changes: Record<string, string | undefined>) => replaceBy(withParams(address, changes));
  const projects = data?.pages.flatMap(({ rows }) => rows) ?? [];
  return (
    <>
      <section className="filters filter-row" aria-label="筛选">
        <TextField name="名称" placeholder="项目名称" value={q ?? ''} onChange={(text) => change({ q: text })} />
        <UnitSelect value={unit} onChange={(code) => change({ unit: code })} />
        <SelectField
          name="阶段"
          width={108}
          value={stage}
          options={STAGES.map(({ code, name }) => [code, name])}
          onChange={(code) => change({ stage: code })}
        />
        <SelectField
          name="状态"
          width={108}
          value={standing}
          options={Object.entries(STANDINGS)}
          onChange={(code) => change({ standing: code })}
        />
        <SelectField
          name="性质"
          width={84}
          value={kind}
          options={Object.entries(PROJECT_KINDS)}
          onChange={(code) => change({ kind: code })}
        />
        <TextField name="产业链" width={120} value={chain ?? ''} onChange={(text) => change({ chain: text })} />
        {groups.length > 0 && (
          <SelectField
            name="专班"
            value={group}
            options={groups.map(({ code, name }) => [code, name])}
            onChange={(code) => change({ group: code })}
          />
        )}
        <AsOfPicker value={asOf} current={data?.pages[0]?.asOf} onChange={(value) => change({ asOf: value })} />
        <PrintButton />
      </section>
      {!data || error ? (
        <NoSheet error={error} retry={refetch} />
      ) : (
        <Sheet title="项目" asOf={data.pages[0]!.asOf} chosen={!!asOf} stale={isPlaceholderData}>
          <ProjectTable projects={projects} asOf={asOf} />
          <ListEnd
            count={projects.length}
            measure="个"
            nothing="没有符合条件的项目"
            hasMore={hasNextPage}
            isLoading={isFetchingNextPage}
            onMore={fetchNextPage}
          />
        </Sheet>
      )}
    </>
  );
}
