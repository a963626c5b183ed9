import { type UseQueryResult, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import {
  type History,
  type LeagueTable,
  type Metric,
  type Page,
  type RecordedEvent,
  type SchemeName,
  type Scores,
  type Unit,
  type UnitName,
} from './api.js';
import { type Query, ask } from './http.js';

/** The metrics that have league tables. */
export const useMetrics = (): UseQueryResult<readonly Metric[]> =>
  useQuery({
    queryKey: ['metrics'],
    queryFn: async ({ signal }) => (await ask<{ metrics: Metric[] }>('league-tables', {}, signal)).metrics,
    staleTime: Infinity,
  });

/** Every unit, in the order of the register. */
export const useUnits = (): UseQueryResult<readonly Unit[]> =>
  useQuery({
    queryKey: ['units'],
    queryFn: async ({ signal }) => (await ask<Page<Unit>>('units', {}, signal)).rows,
  });

/** The groups and task forces (专班) that look after projects. */
export const useGroups = (): UseQueryResult<readonly UnitName[]> =>
  useQuery({
    queryKey: ['groups'],
    queryFn: async ({ signal }) => (await ask<Page<UnitName>>('groups', {}, signal)).rows,
  });

/** Names a unit by its code; a code that the register lacks stands for itself. */
export function useUnitNames(): (code: string) => string {
  const { data = [] } = useUnits();
  return (code) => data.find((unit) => unit.code === code)?.name ?? code;
}

/** A league table. The last one stays until the next arrives: it says itself what it is and as of when. */
export const useLeagueTable = (metric: string, query: Query): UseQueryResult<LeagueTable> =>
  useQuery({
    queryKey: ['league-tables', metric, query],
    queryFn: ({ signal }) => ask<LeagueTable>(`league-tables/${encodeURIComponent(metric)}`, query, signal),
    placeholderData: keepPreviousData,
  });

/** The published 考核 schemes. */
export const useSchemes = (): UseQueryResult<readonly SchemeName[]> =>
  useQuery({
    queryKey: ['assessments'],
    queryFn: async ({ signal }) => (await ask<Page<SchemeName>>('assessments', {}, signal)).rows,
  });

/** A scheme's scorecards. */
export const useScores = (scheme: string | undefined, asOf: string | undefined): UseQueryResult<Scores> =>
  useQuery({
    queryKey: ['scores', scheme, asOf],
    queryFn: ({ signal }) => ask<Scores>(`assessments/${encodeURIComponent(scheme ?? '')}/scores`, { asOf }, signal),
    enabled: scheme !== undefined,
    placeholderData: keepPreviousData,
  });

/**
 * The events of the thing at a path, and what it was on a business day, as known at `asOf`. One thing's last answer stays
 * until the next arrives; another thing's does not.
 */
export const useHistory = <Answer extends { readonly id: string } = History>(
  path: string,
  { on, asOf }: { readonly on?: string; readonly asOf?: string },
): UseQueryResult<Answer> =>
  useQuery({
    queryKey: ['history', path, on, asOf],
    queryFn: ({ signal }) => ask<Answer>(`${path}/history`, { on, asOf }, signal),
    placeholderData: (last, query) => (query?.queryKey[1] === path ? last : undefined),
  });

/** One event. What is recorded never changes, so it is read once. */
export const useEvent = (id: string): UseQueryResult<RecordedEvent> =>
  useQuery({
    queryKey: ['events', id],
    queryFn: ({ signal }) => ask<RecordedEvent>(`events/${encodeURIComponent(id)}`, {}, signal),
    staleTime: Infinity,
  });

/** One answer of the API. The last one stays until the next arrives: it says itself what it is and as of when. */
export const useAnswer = <Answer>(path: string, query: Query = {}): UseQueryResult<Answer> =>
  useQuery({
    queryKey: ['answer', path, query],
    queryFn: ({ signal }) => ask<Answer>(path, query, signal),
    placeholderData: keepPreviousData,
  });

/** A list that is read page by page. */
export const usePages = <Row>(path: string, query: Query) =>
  useInfiniteQuery({
    queryKey: [path, query],
    queryFn: ({ pageParam, signal }) => ask<Page<Row>>(path, { ...query, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

/** A whole list, however many pages it takes; without a path nothing is asked. */
export const useWholeList = <Row>(path: string | undefined, query: Query): UseQueryResult<readonly Row[]> =>
  useQuery({
    queryKey: ['whole', path, query],
    enabled: path !== undefined,
    queryFn: async ({ signal }) => {
      const rows: Row[] = [];
      let cursor: string | undefined;
      do {
        const page: Page<Row> = await ask<Page<Row>>(path!, { ...query, cursor }, signal);
        rows.push(...page.rows);
        cursor = page.next;
      } while (cursor);
      return rows;
    },
  });
