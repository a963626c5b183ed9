import { type Address, formatAddress, withParams } from '../address.js';
import { ThingHistory } from '../events/thing-history.js';
import { useAnswer } from '../queries.js';
import { AsOfPicker } from '../ui/as-of-picker.js';
import { type Column, DataTable } from '../ui/data-table.js';
import { daysAfter } from '../ui/day-scale.js';
import { FactList } from '../ui/fact-list.js';
import { OnField } from '../ui/moment-bar.js';
import { PrintButton } from '../ui/print-button.js';
import { NoSheet, Sheet } from '../ui/sheet.js';
import { StatusTag } from '../ui/status-tag.js';
import { goTo } from '../use-address.js';
import { type PublishedList, type PublishedLists } from './answers.js';
import { ListedItems } from './listed-items.js';
import { ApprovalSides } from './sides.js';

/** 审批事项清单: what the version of a day says, who published it, every other version, and every event. */
export function ListedPage({ address }: { address: Address }) {
  const { on, asOf } = address.params;
  const { data, error, refetch, isPlaceholderData } = useAnswer<PublishedLists>('approval-list', { on, asOf });
  const change = (changes: Record<string, string | undefined>) => goTo(withParams(address, changes));
  const list = data?.versions.find(({ version }) => version === data.inForce);
  return (
    <>
      <section className="filters filter-row" aria-label="时点">
        <ApprovalSides current="list" />
        <OnField value={on ?? data?.on} onChange={(day) => change({ on: day })} />
        <AsOfPicker value={asOf} current={data?.asOf} onChange={(value) => change({ asOf: value })} />
        <PrintButton />
      </section>
      {!data || error ? (
        <NoSheet error={error} retry={refetch} />
      ) : (
        <Sheet
          title="审批事项清单"
          marks={list && <StatusTag tone="open">{`第 ${list.version} 版`}</StatusTag>}
          scope={`${data.on} 施行的版本`}
          asOf={data.asOf}
          chosen={!!asOf}
          stale={isPlaceholderData}
        >
          {list ? (
            <>
              <Publication list={list} versions={data.versions} />
              <ListedItems items={list.items} asOf={asOf} />
            </>
          ) : (
            <p className="nothing">这一天没有施行的审批事项清单：申请审批时须写明时限，材料由审批部门告知。</p>
          )}
          <Versions shown={data} params={address.params} />
          <ThingHistory path="approval-list" moment={{ asOf }} />
        </Sheet>
      )}
    </>
  );
}

function Publication({ list, versions }: { list: PublishedList; versions: readonly PublishedList[] }) {
  const [end] = laterThan(list, versions)
    .map(({ from }) => from)
    .toSorted();
  return (
    <FactList
      facts={[
        ['发布单位', list.publishedBy.name],
        ['经办', list.actor],
        ['发布', list.publishedOn],
        ['施行', end ? `${list.from} 至 ${daysAfter(end, -1)}` : `${list.from} 起`],
        ['事项（项）', list.items.length],
      ]}
    />
  );
}

const laterThan = ({ version }: PublishedList, versions: readonly PublishedList[]) =>
  versions.filter((other) => other.version > version);

/** Of a version that isn't in force. One that was said anew before it began never will be. */
const standingOf = (list: PublishedList, versions: readonly PublishedList[], on: string): string =>
  list.from <= on || laterThan(list, versions).some(({ from }) => from <= list.from) ? '不再施行' : '尚未施行';

/** Each version, and the day on which to look at it. */
function Versions({ shown: { on, versions, inForce }, params }: { shown: PublishedLists; params: Address['params'] }) {
  if (versions.length === 0) return null;
  const columns: readonly Column<PublishedList>[] = [
    {
      name: '版本',
      as: 'head',
      cell: ({ version, from }) => (
        <a href={formatAddress(withParams({ path: ['approvals', 'list'], params }, { on: from }))}>第 {version} 版</a>
      ),
    },
    { name: '施行日', as: 'day', cell: ({ from }) => from },
    {
      name: '状态',
      as: 'short',
      cell: (list) => (list.version === inForce ? '施行' : standingOf(list, versions, on)),
    },
    { name: '事项（项）', as: 'number', cell: ({ items }) => items.length },
    { name: '发布日', as: 'day', cell: ({ publishedOn }) => publishedOn },
    { name: '发布单位', as: 'short', cell: ({ publishedBy }) => publishedBy.name },
  ];
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">各版本</h2>
      <DataTable
        caption="清单各版本"
        className="list versions"
        columns={columns}
        rows={versions.toReversed()}
        keyOf={({ version }) => String(version)}
      />
    </section>
  );
}
