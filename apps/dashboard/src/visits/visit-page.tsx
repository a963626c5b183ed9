import { type Address, formatAddress } from '../address.js';
import { type History } from '../api.js';
import { HistoryTable } from '../events/history-table.js';
import { shortId } from '../format.js';
import { useAnswer, useHistory, useUnitNames } from '../queries.js';
import { FactList } from '../ui/fact-list.js';
import { MomentBar } from '../ui/moment-bar.js';
import { ProjectLink } from '../ui/project-link.js';
import { NoSheet, Sheet } from '../ui/sheet.js';
import { useVocabulary } from '../vocabulary.js';
import { inWords } from '../words.js';

/** What was logged. */
interface Logged {
  readonly unit: string;
  readonly kind: string;
  readonly leaderDuty?: string;
  readonly leader?: string;
  readonly place: string;
  readonly from: string;
  readonly to: string;
  readonly purpose?: string;
  readonly inPerson?: readonly string[];
  readonly enterprises?: readonly string[];
  readonly projects?: readonly string[];
  readonly leads?: readonly string[];
}

/** One visit: who went where for what, and its event. */
export function VisitPage({ id, address }: { id: string; address: Address }) {
  const { on, asOf } = address.params;
  const { data, error, refetch, isPlaceholderData } = useHistory<Pick<History, 'id' | 'asOf' | 'entries'>>(
    `visits/${encodeURIComponent(id)}`,
    { on, asOf },
  );
  const visit = data?.entries.at(-1)?.data as Logged | undefined;
  return (
    <>
      <MomentBar address={address} back={{ view: 'visits', name: '全部外出与接待' }} current={data?.asOf} />
      {!data || error ? (
        <NoSheet error={error} retry={refetch} />
      ) : (
        <Sheet
          title={visit ? (visit.purpose ?? `赴${visit.place}`) : '外出或接待'}
          asOf={data.asOf}
          chosen={!!asOf}
          stale={isPlaceholderData}
        >
          {visit ? <Facts visit={visit} /> : <p className="nothing">到这一时点为止，这次外出（接待）还没有登记。</p>}
          <HistoryTable entries={data.entries} on={on} />
        </Sheet>
      )}
    </>
  );
}

function Facts({ visit }: { visit: Logged }) {
  const wordsOf = useVocabulary();
  const unitName = useUnitNames();
  const { kind, unit, leaderDuty, leader, place, from, to, inPerson = [], enterprises = [] } = visit;
  return (
    <FactList
      facts={[
        ['类别', inWords(wordsOf('visitKinds'), kind)],
        ['单位', unitName(unit)],
        ['带队领导', leaderDuty],
        ['领导账号', leader],
        ['地点', place],
        ['日期', from === to ? from : `${from} 至 ${to}`],
        ['三个亲自', inPerson.map((act) => inWords(wordsOf('inPerson'), act)).join('、')],
        ['企业', enterprises.join('、')],
        [
          '项目',
          visit.projects && visit.projects.map((project) => <Named key={project} view="projects" id={project} />),
        ],
        ['线索', visit.leads && visit.leads.map((lead) => <Named key={lead} view="leads" id={lead} />)],
      ]}
    />
  );
}

interface Thing {
  readonly title?: string;
  readonly project?: { readonly name: string };
}

/** A project or lead by its name, as far as the reader may see it. */
function Named({ view, id }: { view: 'projects' | 'leads'; id: string }) {
  const { data } = useAnswer<Thing>(`${view}/${encodeURIComponent(id)}`);
  const name = data?.project?.name ?? data?.title ?? shortId(id);
  return (
    <div>
      {view === 'projects' ? (
        <ProjectLink id={id} name={name} />
      ) : (
        <a href={formatAddress({ path: [view, id], params: {} })}>{name}</a>
      )}
    </div>
  );
}
