import { type ReactNode } from 'react';
import { type Page } from '../api.js';
import { type usePages } from '../queries.js';
import { ListEnd } from './list-end.js';
import { NoSheet, Sheet } from './sheet.js';

interface Props<Row> {
  readonly title: string;
  /** What the list is about, by its first page. */
  readonly scope?: (first: Page<Row>) => string | undefined;
  readonly answer: ReturnType<typeof usePages<Row>>;
  /** Whether the reader chose the moment it is known at. */
  readonly chosen?: boolean;
  /** What is counted, as `个`. */
  readonly measure: string;
  readonly nothing: string;
  readonly children: (rows: readonly Row[], first: Page<Row>) => ReactNode;
}

/** A list that is read page by page, on a sheet. */
export function PagedSheet<Row>({ title, scope, answer, chosen, measure, nothing, children }: Props<Row>) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = answer;
  const [first] = data?.pages ?? [];
  if (!data || !first || error) return <NoSheet error={error} retry={refetch} />;
  const rows = data.pages.flatMap((page) => page.rows);
  return (
    <Sheet title={title} scope={scope?.(first)} asOf={first.asOf} chosen={chosen} stale={isPlaceholderData}>
      {children(rows, first)}
      <ListEnd
        count={rows.length}
        measure={measure}
        nothing={nothing}
        hasMore={hasNextPage}
        isLoading={isFetchingNextPage}
        onMore={fetchNextPage}
      />
    </Sheet>
  );
}
