import type { Random } from '../city/random.js';
import { LAST_DAY, YEAR, after, group, leader, past, unit } from './parts.js';
import type { Known, Question } from './question.js';

const CHAIN = encodeURIComponent('绿色食品');
const PRODUCTS = ['精密铸件', '锂电池隔膜', '光学薄膜', '智能家电', '预制菜', '中药饮片'] as const;
const anyMonth = (random: Random): string => `2022-${String(1 + random.below(12)).padStart(2, '0')}`;
/** About one name in ninety, and one in five hundred. */
const common = (random: Random): string => encodeURIComponent(`${10 + random.below(90)}万件`);
const seldom = (random: Random): string => encodeURIComponent(`${10 + random.below(90)}万件${random.pick(PRODUCTS)}`);

/** What a list is asked by. */
type Filters = Readonly<Record<string, (known: Known) => string>>;

/** A list by each of its filters, page by page, and by the same as known then. Few of them can be sure to find something. */
const listsBy = (list: string, path: string, filters: Filters): Question[] =>
  Object.entries(filters).flatMap(([name, filter]) => {
    const asked = (known: Known): string => `/v1/${path}limit=50${filter(known)}`;
    const rare = name !== 'page';
    return [
      { name: `${list}-${name}`, path: (known) => asked(known) + after(known.next), rare },
      { name: `${list}-${name}-past`, path: (known) => `${asked(known)}&asOf=${past(known)}`, rare },
    ];
  });

const ofUnit = ({ random }: Known): string => `&unit=${unit(random)}`;

export const LISTS: readonly Question[] = [
  ...listsBy('projects', 'projects?', {
    page: () => '',
    'of-unit': (known) => `${ofUnit(known)}&stage=start`,
    'of-unit-rare-stage': (known) => `${ofUnit(known)}&stage=completion`,
    'of-rare-stage': () => '&stage=completion',
    'of-stage-going': () => '&standing=going&stage=contract',
    suspended: () => '&standing=suspended',
    terminated: () => '&standing=terminated',
    'of-chain': () => `&chain=${CHAIN}`,
    'of-chain-unit': (known) => `${ofUnit(known)}&chain=${CHAIN}&stage=output`,
    'of-no-such-chain': () => `&chain=${encodeURIComponent('没有这条链')}`,
    'of-kind': () => '&kind=acquisition',
    'of-group': ({ random }) => `&group=${group(random)}`,
    'of-class': () => '&class=major',
    'of-parent': ({ random, projects }) => `&parent=${random.pick(projects)}`,
    'of-introducer': ({ random, projects }) => `&introducer=${random.pick(projects)}`,
    'by-name': ({ random }) => `&q=${common(random)}`,
    'by-rare-name': ({ random }) => `&q=${seldom(random)}`,
    'by-name-of-unit': (known) => `${ofUnit(known)}&q=${seldom(known.random)}`,
    'by-no-such-name': () => `&q=${encodeURIComponent('没有这个项目')}`,
    'by-latin-name': () => '&q=robot',
  }),
  ...listsBy('responsibilities', 'responsibilities?', {
    page: () => '',
    'of-unit': ofUnit,
    'of-leader': ({ random }) => `&leader=${leader(random)}`,
    'handed-over': () => '&handedOver=true',
  }),
  ...listsBy('overdue', 'overdue?on=2022-07-15&', {
    page: () => '',
    'of-unit': ofUnit,
    'of-holder': ({ random }) => `&holder=unit-0${1 + random.below(9)}`,
    'of-project': ({ random, projects }) => `&project=${random.pick(projects)}`,
  }),
  ...listsBy('leads', 'leads?', {
    page: () => '',
    'of-unit': (known) => `${ofUnit(known)}&status=qualified`,
    'of-month': ({ random }) => `&month=${anyMonth(random)}`,
    'of-chain': (known) => `${ofUnit(known)}&chain=${CHAIN}`,
    'of-class': () => '&class=major',
    'of-tier': () => '&tier=world-500',
    'reported-to': () => '&reportedTo=city',
  }),
  ...listsBy('visits', 'visits?', {
    page: () => '',
    'of-unit': (known) => `${ofUnit(known)}&kind=reception`,
    'of-leader': ({ random }) => `&leader=${leader(random)}`,
    'of-month': ({ random }) => `&month=${anyMonth(random)}`,
    'of-project': ({ random, projects }) => `&project=${random.pick(projects)}`,
  }),
  ...listsBy('visits-in-person', `visits/in-person?${YEAR}&`, {
    key: () => '',
    major: ({ random }) => `&minInvestment=${random.pick(['20000', '95000', '99990'])}`,
  }),
  ...listsBy('reserve', `reserve?on=${LAST_DAY}&`, {
    page: () => '',
    idle: (known) => `${ofUnit(known)}&stage=reserve&idleDays=30`,
    flagged: () => '&flagged=true',
    major: (known) => `${ofUnit(known)}&minInvestment=90000`,
    'by-rare-name': ({ random }) => `&q=${seldom(random)}`,
    planned: ({ random }) => `&plannedFrom=${anyMonth(random)}-01&plannedTo=2022-12-28&stage=ready`,
  }),
  ...listsBy('batches', `batches?on=${LAST_DAY}&`, {
    page: () => '',
    'of-unit': (known) => `${ofUnit(known)}&kind=start`,
    'of-time': ({ random }) => `&from=${anyMonth(random)}-01`,
  }),
  ...listsBy('stewardships', 'stewardships?', {
    page: () => '',
    'of-unit': (known) => `${ofUnit(known)}&kind=enterprise`,
    'of-leader': ({ random }) => `&leader=${leader(random)}`,
    'of-code': ({ random }) => `&kind=district&code=${unit(random)}`,
    detached: (known) => `${ofUnit(known)}&detached=true`,
    'of-purpose': () => '&purpose=first-responsible&kind=park',
  }),
  ...listsBy('admissions', 'admissions?', {
    page: () => '',
    'of-unit': ofUnit,
    overridden: (known) => `${ofUnit(known)}&outcome=overridden`,
    refused: () => '&outcome=refused',
  }),
  ...listsBy('approvals', `approvals?on=2022-07-15&`, {
    page: () => '',
    pending: () => '&filter=pending',
    overdue: (known) => `${ofUnit(known)}&filter=overdue`,
    granted: () => '&filter=granted&kind=construction-permit',
    'of-department': ({ random }) => `&department=unit-0${1 + random.below(9)}&filter=pending`,
    'of-project': ({ random, projects }) => `&project=${random.pick(projects)}`,
    'of-case': () => '&jointCase=no-such-case',
  }),
];
