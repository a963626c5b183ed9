import { type Address, withParams } from '../address.js';
import { StageTag } from '../projects/stage-tag.js';
import { useGroups, usePages } from '../queries.js';
import { AsOfPicker } from '../ui/as-of-picker.js';
import { type Column, DataTable } from '../ui/data-table.js';
import { PagedSheet } from '../ui/paged-sheet.js';
import { PrintButton } from '../ui/print-button.js';
import { ProjectLink } from '../ui/project-link.js';
import { SelectField, UnitSelect } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import { replaceBy } from '../use-address.js';
import { type Responsibility } from './answers.js';
import { FixedTaskWords } from './fixed-task.js';
import { ResponsibilitySides } from './sides.js';

const HANDED_OVER = [['true', '移交过']] as const;

/** 责任: which unit, group and leader answer for each project, and who answered before. */
export function ResponsibilitiesPage({ address }: { address: Address }) {
  const { unit, group, leader, handedOver, asOf } = address.params;
  const groups = useGroups().data ?? [];
  const answer = usePages<Responsibility>('responsibilities', { unit, group, leader, handedOver, asOf, limit: '100' });
  const change = (changes: Record<string, string | undefined>) => replaceBy(withParams(address, changes));
  return (
    <>
      <section className="filters filter-row" aria-label="筛选">
        <ResponsibilitySides current="projects" />
        <UnitSelect name="责任单位" value={unit} onChange={(code) => change({ unit: code })} />
        {groups.length > 0 && (
          <SelectField
            name="专班"
            value={group}
            options={groups.map(({ code, name }) => [code, name])}
            onChange={(code) => change({ group: code })}
          />
        )}
        <TextField
          name="领导"
          placeholder="账号"
          width={132}
          value={leader ?? ''}
          onChange={(text) => change({ leader: text })}
        />
        <SelectField
          name="移交"
          width={84}
          value={handedOver}
          options={HANDED_OVER}
          onChange={(code) => change({ handedOver: code })}
        />
        <AsOfPicker value={asOf} current={answer.data?.pages[0]?.asOf} onChange={(value) => change({ asOf: value })} />
        <PrintButton />
      </section>
      <PagedSheet
        title="项目责任"
        scope={() => '谁对哪个项目负责，新登记的项目在前'}
        answer={answer}
        chosen={!!asOf}
        measure="个"
        nothing="没有符合条件的项目"
      >
        {(rows) => (
          <DataTable caption="项目责任" columns={columnsAt(asOf)} rows={rows} keyOf={({ project }) => project.id} />
        )}
      </PagedSheet>
    </>
  );
}

const columnsAt = (asOf: string | undefined): readonly Column<Responsibility>[] => [
  { name: '项目', as: 'head', cell: ({ project }) => <ProjectLink {...project} asOf={asOf} /> },
  { name: '阶段', as: 'short', cell: ({ stage }) => <StageTag stage={stage} /> },
  { name: '责任单位', as: 'short', cell: ({ tenures, unit }) => <Tenures tenures={tenures} unit={unit.name} /> },
  { name: '第一责任单位', as: 'short', cell: ({ localUnit }) => localUnit.name },
  { name: '专班', cell: ({ group }) => group?.name },
  {
    name: '挂钩领导',
    cell: ({ leaders }) =>
      leaders.map(({ account, duty, from }) => (
        <div key={account}>
          {account} <span className="muted">{`${duty}，${from} 起`}</span>
        </div>
      )),
  },
  {
    name: '六定事项',
    cell: ({ responsibility: fixed }) => fixed && <FixedTaskWords task={fixed} />,
  },
  { name: '办结时间', as: 'day', cell: ({ responsibility: fixed }) => fixed?.due },
  { name: '办结', as: 'day', cell: ({ responsibility: fixed }) => fixed?.done?.on },
];

/** Who answers now, and before it those who handed it over. */
function Tenures({ tenures, unit }: { tenures: Responsibility['tenures']; unit: string }) {
  if (tenures.length < 2) return unit;
  return (
    <ol className="tenures">
      {tenures.map((tenure) => (
        <li key={tenure.from + tenure.unit.code}>
          {tenure.unit.name} <span className="muted">{tenure.from} 起</span>
        </li>
      ))}
    </ol>
  );
}
