import { DataTable } from '../ui/data-table.js';
import { inWords } from '../words.js';
import { type ReserveState } from './answers.js';
import { WORKS, WORK_STATES } from './words.js';

/** 前期工作: how far each work has come; those that nothing was reported of are left out. */
export function EarlyWorks({ works }: { works: ReserveState['earlyWorks'] }) {
  const reported = Object.keys(WORKS).flatMap((work) => {
    const report = works[work];
    return report ? [{ work, ...report }] : [];
  });
  if (reported.length === 0) return null;
  return (
    <section aria-labelledby="early-works">
      <h2 id="early-works">前期工作</h2>
      <DataTable
        caption="前期工作"
        className="early-works"
        columns={[
          { name: '工作', as: 'head', cell: ({ work }) => inWords(WORKS, work) },
          { name: '状态', cell: ({ state }) => <span className={`work ${state}`}>{inWords(WORK_STATES, state)}</span> },
          { name: '自', as: 'day', cell: ({ on }) => on },
        ]}
        rows={reported}
        keyOf={({ work }) => work}
      />
    </section>
  );
}
