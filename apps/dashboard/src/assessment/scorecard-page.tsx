import { Button, Select } from 'antd';
import { useEffect } from 'react';
import { type Address, withParams } from '../address.js';
import { type Scores } from '../api.js';
import { longPeriod } from '../format.js';
import { latestScheme } from '../latest-scheme.js';
import { useSchemes, useScores } from '../queries.js';
import { AsOfLine } from '../ui/as-of-line.js';
import { AsOfPicker } from '../ui/as-of-picker.js';
import { Loading } from '../ui/loading.js';
import { PageTitle } from '../ui/page-title.js';
import { ProblemNote } from '../ui/problem-note.js';
import { goTo, replaceBy } from '../use-address.js';
import { ReceiptDrawer } from './receipt-drawer.js';
import { ScorecardTable } from './scorecard-table.js';

/** 考核: a scheme's scores of every unit, each opening to the arithmetic and the events behind it. */
export default function ScorecardPage({ address }: { address: Address }) {
  const schemes = useSchemes();
  const latest = latestScheme(schemes.data ?? [])?.code;
  const code = address.path[1] ?? latest;
  const { asOf, unit, indicator } = address.params;
  const { data, error, refetch, isPlaceholderData } = useScores(code, asOf);
  const change = (changes: Record<string, string | undefined>) =>
    goTo(withParams({ path: ['assessments', code ?? ''], params: address.params }, changes));
  const close = { unit: undefined, indicator: undefined };
  useEffect(() => {
    // What the reader left open is written into the address, so that a copied link says it.
    if (!address.path[1] && latest) replaceBy({ path: ['assessments', latest], params: address.params });
  });
  const failure = schemes.error ?? error;
  return (
    <>
      <section className="filters filter-row" aria-label="筛选">
        <span className="field">
          <span className="field-name">方案</span>
          <Select
            aria-label="方案"
            style={{ width: 320 }}
            value={code}
            options={schemes.data?.map((scheme) => ({ value: scheme.code, label: scheme.name }))}
            onChange={(next: string) => goTo({ path: ['assessments', next], params: asOf ? { asOf } : {} })}
          />
        </span>
        <AsOfPicker value={asOf} current={data?.asOf} onChange={(value) => change({ asOf: value, ...close })} />
        <Button className="print-button" onClick={() => print()}>
          打印
        </Button>
      </section>
      {failure ? (
        <ProblemNote error={failure} retry={schemes.error ? schemes.refetch : refetch} />
      ) : schemes.data && !code ? (
        <p className="nothing">还没有发布考核方案。</p>
      ) : !data ? (
        <Loading rows={11} />
      ) : (
        <article className="sheet" aria-busy={isPlaceholderData}>
          <Heading scores={data} chosen={!!asOf} stale={isPlaceholderData} />
          <ScorecardTable scores={data} onOpen={(cell) => change(cell)} />
        </article>
      )}
      {data && unit && <ReceiptDrawer scores={data} unit={unit} indicator={indicator} onClose={() => change(close)} />}
    </>
  );
}

function Heading({ scores, chosen, stale }: { scores: Scores; chosen: boolean; stale: boolean }) {
  const { name, version, period, note } = scores.scheme;
  return (
    <header className="sheet-head">
      <PageTitle>{name}</PageTitle>
      <h1>{name}</h1>
      <p className="scope">
        {longPeriod(period)} · 方案第 {version} 版
      </p>
      <AsOfLine asOf={scores.asOf} chosen={chosen} stale={stale} />
      {note && <p className="note">{note}</p>}
    </header>
  );
}
