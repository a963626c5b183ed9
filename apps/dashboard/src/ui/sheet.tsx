import { type ReactNode } from 'react';
import { type AsOf } from '../api.js';
import { AsOfLine } from './as-of-line.js';
import { Loading } from './loading.js';
import { PageTitle } from './page-title.js';
import { ProblemNote } from './problem-note.js';

interface Props {
  readonly title: string;
  /** Beside the title: where the thing stands, and what is wrong with it. */
  readonly marks?: ReactNode;
  readonly scope?: ReactNode;
  readonly asOf: AsOf;
  readonly chosen?: boolean;
  readonly stale: boolean;
  readonly children: ReactNode;
}

/** A sheet of a view: its title, what it is about, as of when, and its tables. */
export function Sheet({ title, marks, scope, asOf, chosen = false, stale, children }: Props) {
  return (
    <article className="sheet" aria-busy={stale}>
      <header className="sheet-head">
        <PageTitle>{title}</PageTitle>
        <h1>
          {title} {marks}
        </h1>
        {scope && <p className="scope">{scope}</p>}
        <AsOfLine asOf={asOf} chosen={chosen} stale={stale} />
      </header>
      {children}
    </article>
  );
}

/** What stands in place of a sheet until there is an answer. */
export function NoSheet({ error, retry }: { error: Error | null; retry: () => unknown }) {
  return error ? <ProblemNote error={error} retry={retry} /> : <Loading rows={14} />;
}
