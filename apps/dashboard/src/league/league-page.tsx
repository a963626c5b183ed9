import { Suspense, lazy, useEffect } from 'react';
import { type Address, withParams } from '../address.js';
import { type LeagueTable as Answer } from '../api.js';
import { boundWords, longPeriod } from '../format.js';
import { useLeagueTable, useSchemes } from '../queries.js';
import { AsOfLine } from '../ui/as-of-line.js';
import { Loading } from '../ui/loading.js';
import { PageTitle } from '../ui/page-title.js';
import { ProblemNote } from '../ui/problem-note.js';
import { goTo, replaceBy } from '../use-address.js';
import { FactsDrawer } from './facts-drawer.js';
import { LeagueFilters } from './league-filters.js';
import { type LeagueQuery, completed, leagueQueryOf, tableParams } from './league-query.js';
import { LeagueTable } from './league-table.js';

const loadChart = () => import('./league-chart.js');
const LeagueChart = lazy(loadChart);

/** 成绩单: one metric of every unit over a period, with what each figure is made of. */
export default function LeaguePage({ address }: { address: Address }) {
  const query = leagueQueryOf(address);
  const { data: schemes = [], isPending } = useSchemes();
  useEffect(() => {
    // What the reader left open is written into the address, so that a copied link says it.
    if (!query && !isPending) replaceBy(completed(address, schemes));
  });
  // The chart's code is fetched beside the figures, not after them.
  useEffect(() => void loadChart(), []);
  return query ? <League address={address} query={query} /> : <Loading />;
}

function League({ address, query }: { address: Address; query: LeagueQuery }) {
  const { data, error, refetch, isPlaceholderData } = useLeagueTable(query.metric, tableParams(query));
  const open = (facts: string | undefined) => goTo(withParams(address, { facts }));
  return (
    <>
      <LeagueFilters address={address} query={query} current={data?.asOf} />
      {error ? (
        <ProblemNote error={error} retry={refetch} />
      ) : !data ? (
        <Loading rows={11} />
      ) : (
        <article className="sheet" aria-busy={isPlaceholderData}>
          <Heading answer={data} chosen={!!query.asOf} stale={isPlaceholderData} />
          <div className="table-and-chart">
            <LeagueTable answer={data} onOpen={open} />
            <Suspense fallback={<div className="chart" />}>
              <LeagueChart answer={data} onOpen={open} />
            </Suspense>
          </div>
          <p className="definition">
            <b>口径</b> {data.metric.definition}
          </p>
        </article>
      )}
      {data && address.params['facts'] && (
        <FactsDrawer answer={data} subject={address.params['facts']} onClose={() => open(undefined)} />
      )}
    </>
  );
}

function Heading({ answer, chosen, stale }: { answer: Answer; chosen: boolean; stale: boolean }) {
  const { minInvestment, minFixedAssets, group } = answer.filters;
  const scope = [
    longPeriod(answer.period),
    group && `分组 ${group}`,
    minInvestment && `总投资 ≥ ${boundWords(minInvestment)}`,
    minFixedAssets && `固定资产投资 ≥ ${boundWords(minFixedAssets)}`,
  ];
  return (
    <header className="sheet-head">
      <PageTitle>{`${answer.metric.name}成绩单 ${longPeriod(answer.period)}`}</PageTitle>
      <h1>{answer.metric.name}成绩单</h1>
      <p className="scope">{scope.filter(Boolean).join(' · ')}</p>
      <AsOfLine asOf={answer.asOf} chosen={chosen} stale={stale} />
    </header>
  );
}
