import { grouped } from '../format.js';
import { DataTable } from '../ui/data-table.js';
import { FactList } from '../ui/fact-list.js';
import { ShareBar } from '../ui/share-bar.js';
import { inWords } from '../words.js';
import { type Review } from './answers.js';
import { FACTS, OUTCOMES } from './words.js';

/** One review: what it was told, how every check came out, and how quality was scored. */
export function ReviewSection({ review }: { review: Review }) {
  const { facts, results, quality, verdict, occurredOn, policyVersion } = review;
  return (
    <>
      <FactList
        facts={[
          ['评审结论', inWords(OUTCOMES, verdict)],
          ['评审日', occurredOn],
          ['规则版本', policyVersion],
          ...Object.entries(facts).map(([name, value]) => [inWords(FACTS, name), grouped(value)] as const),
        ]}
      />
      <div className="side-by-side">
        <section aria-labelledby="checks">
          <h2 id="checks">逐项审查</h2>
          <DataTable
            caption="逐项审查"
            className="checks"
            columns={[
              { name: '事项', as: 'head', cell: ({ name }) => name },
              { name: '结论', cell: ({ passed }) => (passed ? '通过' : <span className="late">不通过</span>) },
              { name: '测算值', as: 'number', cell: ({ value }) => value && grouped(value) },
              { name: '不低于', as: 'number', cell: ({ atLeast }) => atLeast && grouped(atLeast) },
              { name: '说明', cell: ({ note }) => note },
            ]}
            rows={results}
            keyOf={({ check }) => check}
          />
        </section>
        <section aria-labelledby="quality">
          <h2 id="quality">
            质量评分 {quality.total} 分，{quality.passScore} 分合格
          </h2>
          <DataTable
            caption="质量评分"
            className="checks"
            columns={[
              { name: '方面', as: 'head', cell: ({ name }) => name },
              { name: '得分/满分', as: 'number', cell: ({ score, max }) => `${score}/${max}` },
              { name: '', as: 'bar', cell: ({ score, max }) => <ShareBar part={score / Math.max(1, max)} /> },
              { name: '说明', cell: ({ note }) => note },
            ]}
            rows={quality.scores}
            keyOf={({ criterion }) => criterion}
          />
        </section>
      </div>
    </>
  );
}
