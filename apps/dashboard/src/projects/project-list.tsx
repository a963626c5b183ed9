import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { type Address, withParams } from '../address.js';
import { type Project } from '../api.js';
import { usePages, useUnits } from '../queries.js';
import { AsOfLine } from '../ui/as-of-line.js';
import { Loading } from '../ui/loading.js';
import { PageTitle } from '../ui/page-title.js';
import { ProblemNote } from '../ui/problem-note.js';
import { replaceBy } from '../use-address.js';
import { STAGES } from '../words.js';
import { ProjectTable } from './project-table.js';

/** How long typing must rest before the search follows, in milliseconds. */
const TYPING_REST = 250;

/** Every project that the reader may see, found by name, unit and stage. */
export function ProjectList({ address }: { address: Address }) {
  const { q, unit, stage } = address.params;
  const units = useUnits().data ?? [];
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = usePages<Project>(
    'projects',
    { q, unit, stage, limit: '100' },
  );
  const change = (changes: Record<string, string | undefined>) => replaceBy(withParams(address, changes));
  const projects = data?.pages.flatMap(({ rows }) => rows) ?? [];
  return (
    <>
      <section className="filters filter-row" aria-label="筛选">
        <SearchField key={address.path.join()} value={q ?? ''} onChange={(text) => change({ q: text })} />
        <span className="field">
          <span className="field-name">单位</span>
          <Select
            aria-label="单位"
            style={{ width: 148 }}
            value={unit ?? ''}
            options={[{ value: '', label: '全部' }, ...units.map(({ code, name }) => ({ value: code, label: name }))]}
            onChange={(code) => change({ unit: code })}
          />
        </span>
        <span className="field">
          <span className="field-name">阶段</span>
          <Select
            aria-label="阶段"
            style={{ width: 108 }}
            value={stage ?? ''}
            options={[{ value: '', label: '全部' }, ...STAGES.map(({ code, name }) => ({ value: code, label: name }))]}
            onChange={(code) => change({ stage: code })}
          />
        </span>
      </section>
      {error ? (
        <ProblemNote error={error} retry={refetch} />
      ) : !data ? (
        <Loading rows={16} />
      ) : (
        <article className="sheet" aria-busy={isPlaceholderData}>
          <header className="sheet-head">
            <PageTitle>项目</PageTitle>
            <h1>项目</h1>
            <AsOfLine asOf={data.pages[0]!.asOf} chosen={false} stale={isPlaceholderData} />
          </header>
          <ProjectTable projects={projects} />
          <p className="list-end">
            {projects.length === 0
              ? '没有符合条件的项目'
              : `已列 ${projects.length} 个${hasNextPage ? '' : '，已全部列出'}`}
            {hasNextPage && (
              <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                更多
              </Button>
            )}
          </p>
        </article>
      )}
    </>
  );
}

function SearchField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text === value) return;
    const rest = setTimeout(() => onChange(text), TYPING_REST);
    return () => clearTimeout(rest);
  });
  return (
    <span className="field">
      <label className="field-name" htmlFor="search">
        名称
      </label>
      <Input
        id="search"
        type="search"
        allowClear
        placeholder="项目名称"
        style={{ width: 220 }}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </span>
  );
}
