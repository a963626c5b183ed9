import { type History } from '../api.js';
import { useHistory } from '../queries.js';
import { Loading } from '../ui/loading.js';
import { ProblemNote } from '../ui/problem-note.js';
import { HistoryTable } from './history-table.js';

interface Props {
  /** Where the thing stands in the API. */
  readonly path: string;
  readonly moment: { readonly on?: string; readonly asOf?: string };
  readonly title?: string;
}

/** Every event of a thing whose answer holds none itself; nothing where there is none. */
export function ThingHistory({ path, moment, title }: Props) {
  const { data, error, refetch } = useHistory<Pick<History, 'id' | 'entries'>>(path, moment);
  if (error) return <ProblemNote error={error} retry={refetch} />;
  if (!data) return <Loading rows={4} />;
  return data.entries.length > 0 && <HistoryTable entries={data.entries} on={moment.on} title={title} />;
}
