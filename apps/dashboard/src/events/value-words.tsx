import { type ReactNode } from 'react';
import { formatAddress } from '../address.js';
import { FACTS } from '../admission/words.js';
import { grouped, percent, shortId } from '../format.js';
import { type WordsOf } from '../vocabulary.js';
import { inWords, stageName } from '../words.js';
import { EVIDENCE, codeInWords } from './code-words.js';

/** Fields of event data that hold an amount of money. */
const AMOUNTS: ReadonlySet<string> = new Set([
  'totalInvestment',
  'fixedAssetInvestment',
  'plannedInvestment',
  'intendedInvestment',
  'expectedInvestment',
  'outputPerYear',
  'investment',
  'amount',
  'output',
  'tax',
  'price',
  'capital',
]);

/** Fields that name a unit by its code. */
const UNITS: ReadonlySet<string> = new Set([
  'unit',
  'localUnit',
  'fromUnit',
  'answering',
  'toUnit',
  'group',
  'department',
  'agentUnit',
]);

/** Fields that name an event. */
const EVENT_IDS: ReadonlySet<string> = new Set(['eventId', 'eventIds', 'correctsEventId', 'taskEventId', 'carries']);

/** Fields that name a thing with a page of its own, and the view that it is in. */
const VIEWS: Readonly<Record<string, string>> = {
  projectId: 'projects',
  parentProjectId: 'projects',
  projects: 'projects',
  leadId: 'leads',
  leads: 'leads',
  into: 'leads',
  reserveId: 'reserve',
};

/** A field of an event, and the names that only the server knows. */
export interface Field {
  readonly type: string;
  readonly name: string;
  readonly unitName: (code: string) => string;
  readonly wordsOf: WordsOf;
}

/** A field's value as people read it. */
export function valueWords(field: Field, value: unknown): ReactNode {
  if (Array.isArray(value)) return value.length === 0 ? '无' : listed(value.map((each) => valueWords(field, each)));
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return textWords(field, value);
  return itemWords(field, value as Item) ?? JSON.stringify(value);
}

function textWords({ type, name, unitName, wordsOf }: Field, value: string): ReactNode {
  const view = VIEWS[name];
  if (view) return <a href={formatAddress({ path: [view, value], params: {} })}>{shortId(value)}</a>;
  if (AMOUNTS.has(name)) return grouped(value);
  if (UNITS.has(name) || (type.endsWith('ReportedUp') && name === 'to')) return unitName(value);
  if (name === 'milestone') return stageName(value);
  if (EVENT_IDS.has(name)) return shortId(value);
  return codeInWords(type, name, value, wordsOf);
}

type Item = Readonly<Record<string, string | undefined>>;

/** One of a list, or a value of several parts: a paper, a share, an instalment, a check, a node of a plan. */
function itemWords({ type, name: field, unitName, wordsOf }: Field, item: Item): string | undefined {
  const { kind, number, unit, share, by, amount, name, plannedOn } = item;
  if (field === 'evidence') return [inWords(EVIDENCE, kind ?? 'other'), number].filter(Boolean).join(' ');
  if (unit && share) return `${unitName(unit)} ${percent(share)}`;
  if (by && amount) return `${by} 前 ${grouped(amount)} 万元`;
  if (name && plannedOn) return `${name} ${plannedOn}`;
  if (field === 'results') return `${name} ${item['passed'] ? '通过' : '不通过'}`;
  if (field === 'facts')
    return Object.entries(item)
      .map(([fact, value]) => `${inWords(FACTS, fact)} ${grouped(value ?? '')}`)
      .join('、');
  if (type === 'ApprovalListPublished') return item['paper'] ?? inWords(wordsOf('approvalKinds'), kind ?? '');
  if (field === 'listed') return `第 ${item['version']} 版`;
  if (field === 'project') return name;
  if (field === 'missing') return `${(item['papers'] as unknown as string[]).join('、')}，${by} 前补齐`;
  if (field === 'quality') return `${item['total']} 分，${item['passScore']} 分合格`;
  return undefined;
}

const listed = (items: readonly ReactNode[]): ReactNode =>
  items.map((item, index) => (
    // The parts of a recorded value never change places.
    <span key={index}>
      {index > 0 && '、'}
      {item}
    </span>
  ));
