import { type Address, withParams } from '../address.js';
import { type UnitName } from '../api.js';
import { grouped } from '../format.js';
import { useAnswer, usePages } from '../queries.js';
import { ListEnd } from '../ui/list-end.js';
import { PrintButton } from '../ui/print-button.js';
import { ProjectLink } from '../ui/project-link.js';
import { SelectField, UnitSelect } from '../ui/select-field.js';
import { NoSheet, Sheet } from '../ui/sheet.js';
import { TextField } from '../ui/text-field.js';
import { replaceBy } from '../use-address.js';

interface Lead {
  readonly id: string;
  readonly title: string;
  readonly unit: UnitName;
  readonly enterprise: string;
  readonly status: string;
  readonly tiers: readonly string[];
  readonly channel: string;
  readonly class?: string;
  readonly chain?: string;
  readonly expectedInvestment: string;
  readonly capturedOn: string;
  readonly qualifiedOn?: string;
  readonly convertedOn?: string;
  readonly conversion?: { readonly projectId: string };
}

interface Word {
  readonly code: string;
  readonly name: string;
}
type Vocabulary = Readonly<Record<'channels' | 'methods' | 'tiers' | 'statuses', readonly Word[]>>;

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** 线索: every lead that the reader may see, newest first, and what became of it. */
export default function LeadsPage({ address }: { address: Address }) {
  const { unit, status, tier, month } = address.params;
  const { data: words } = useAnswer<Vocabulary>('lead-vocabulary');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = usePages<Lead>(
    'leads',
    { unit, status, tier, month: month && MONTH.test(month) ? month : undefined, limit: '100' },
  );
  const change = (changes: Record<string, string | undefined>) => replaceBy(withParams(address, changes));
  const leads = data?.pages.flatMap(({ rows }) => rows) ?? [];
  return (
    <>
      <section className="filters filter-row" aria-label="筛选">
        <UnitSelect value={unit} onChange={(code) => change({ unit: code })} />
        <SelectField
          name="状态"
          value={status}
          options={pairsOf(words?.statuses)}
          onChange={(code) => change({ status: code })}
        />
        <SelectField
          name="企业层级"
          value={tier}
          options={pairsOf(words?.tiers)}
          onChange={(code) => change({ tier: code })}
        />
        <TextField
          name="登记月份"
          placeholder="2022-09"
          width={104}
          value={month ?? ''}
          onChange={(text) => change({ month: text })}
        />
        <PrintButton />
      </section>
      {!data || error ? (
        <NoSheet error={error} retry={refetch} />
      ) : (
        <Sheet title="线索" asOf={data.pages[0]!.asOf} stale={isPlaceholderData}>
          <LeadTable leads={leads} words={words} />
          <ListEnd
            count={leads.length}
            measure="条"
            nothing="没有符合条件的线索"
            hasMore={hasNextPage}
            isLoading={isFetchingNextPage}
            onMore={fetchNextPage}
          />
        </Sheet>
      )}
    </>
  );
}

const pairsOf = (words: readonly Word[] = []) => words.map(({ code, name }) => [code, name] as const);

function LeadTable({ leads, words }: { leads: readonly Lead[]; words: Vocabulary | undefined }) {
  const nameOf = (kind: keyof Vocabulary, code: string) =>
    words?.[kind].find((word) => word.code === code)?.name ?? code;
  return (
    <table className="grid list">
      <caption className="unseen">线索列表</caption>
      <thead>
        <tr>
          <th scope="col">线索</th>
          <th scope="col">企业</th>
          <th scope="col">企业层级</th>
          <th scope="col">来源</th>
          <th scope="col">产业链</th>
          <th scope="col">责任单位</th>
          <th scope="col">状态</th>
          <th scope="col">登记</th>
          <th scope="col">认定有效</th>
          <th scope="col">转为项目</th>
          <th scope="col" className="number">
            预计投资（万元）
          </th>
        </tr>
      </thead>
      <tbody>
        {leads.map((lead) => (
          <tr key={lead.id}>
            <th scope="row">
              {lead.conversion ? <ProjectLink id={lead.conversion.projectId} name={lead.title} /> : lead.title}
            </th>
            <td>{lead.enterprise}</td>
            <td>{lead.tiers.map((tier) => nameOf('tiers', tier)).join('、')}</td>
            <td>{nameOf('channels', lead.channel)}</td>
            <td>{lead.chain}</td>
            <td>{lead.unit.name}</td>
            <td>{nameOf('statuses', lead.status)}</td>
            <td className="day">{lead.capturedOn}</td>
            <td className="day">{lead.qualifiedOn}</td>
            <td className="day">{lead.convertedOn}</td>
            <td className="number">{grouped(lead.expectedInvestment)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
