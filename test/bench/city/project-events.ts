import type {
  CapitalArrived,
  ConstructionCompleted,
  ConstructionStarted,
  ContractSigned,
  DesignCapacityReached,
  EnterpriseRegistered,
  FigureVoided,
  LandSecured,
  Milestone,
  OutputReported,
  ProductionStarted,
  ProgressReported,
  ProjectOpened,
} from '#libs/projects';
import { type Day, type Evidence, type EvidenceKind, sha256 } from '#libs/values';
import type { Random } from './random.js';

export const PLACES = ['合肥市', '苏州市', '杭州市', '深圳市', '上海市松江区', '宁波市'] as const;
export const CHAINS = ['汽车零部件', '新型显示', '高端装备', '绿色食品', '铁基新材料', '医药健康'] as const;
const PRODUCTS = ['精密铸件', '锂电池隔膜', '光学薄膜', '智能家电', '预制菜', '中药饮片'] as const;
const FINDINGS = ['现场核查未见设备进场，达产认定不实', '产值凭证与纳税记录不符，予以作废'] as const;

/** A project's name as a city would register it. */
export const projectName = (random: Random): string =>
  `年产${10 + random.below(90)}万件${random.pick(PRODUCTS)}生产基地项目`;

const amount = (random: Random): number => 10_000 + random.below(90_000);

export const paper = (random: Random, kind: EvidenceKind): Evidence[] => [
  { kind, sha256: sha256(String(random.below(1_000_000))), number: `皖投〔2022〕${100 + random.below(900)}号` },
];

export const opened = (random: Random, unit: string, occurredOn: Day, leadId?: string): ProjectOpened => ({
  type: 'ProjectOpened',
  data: {
    name: projectName(random),
    unit,
    place: random.pick(PLACES),
    chain: random.pick(CHAINS),
    ...(leadId !== undefined && { leadId }),
    occurredOn,
  },
});

/** The last day of a month so many months later. */
export const laterThan = (day: Day, months: number): Day => {
  const month = Number(day.slice(5, 7)) + months;
  return `${Number(day.slice(0, 4)) + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-28`;
};

export function signed(random: Random, occurredOn: Day): ContractSigned {
  const total = amount(random);
  return {
    type: 'ContractSigned',
    data: {
      occurredOn,
      contractNo: `HT-2022-${1000 + random.below(9000)}`,
      enterprise: `${random.pick(PLACES)}某某${random.pick(PRODUCTS)}有限公司`,
      totalInvestment: String(total),
      fixedAssetInvestment: String(Math.floor(total * 0.8)),
      startBy: laterThan(occurredOn, 2 + random.below(10)),
      completeBy: laterThan(occurredOn, 12 + random.below(12)),
      evidence: paper(random, 'contract'),
      grade: 'documented',
    },
  };
}

export const landSecured = (random: Random, occurredOn: Day): LandSecured => ({
  type: 'LandSecured',
  data: {
    parcel: `LA2022-${100 + random.below(900)}`,
    mu: String(20 + random.below(200)),
    occurredOn,
    evidence: paper(random, 'land-document'),
    grade: 'documented',
  },
});

export const started = (random: Random, occurredOn: Day): ConstructionStarted => ({
  type: 'ConstructionStarted',
  data: { occurredOn, evidence: paper(random, 'construction-permit'), grade: 'documented' },
});

export const outputReached = (random: Random, occurredOn: Day): DesignCapacityReached => ({
  type: 'DesignCapacityReached',
  data: {
    outputPerYear: String(amount(random)),
    occurredOn,
    evidence: paper(random, 'tax-record'),
    grade: 'documented',
  },
});

export const voided = (random: Random, milestone: Milestone, eventId: string, occurredOn: Day): FigureVoided => ({
  type: 'FigureVoided',
  data: { eventId, milestone, finding: random.pick(FINDINGS), occurredOn },
});

export const registered = (random: Random, occurredOn: Day): EnterpriseRegistered => ({
  type: 'EnterpriseRegistered',
  data: {
    enterprise: `${random.pick(PLACES)}某某${random.pick(PRODUCTS)}有限公司`,
    capital: String(1000 + random.below(9000)),
    occurredOn,
    evidence: [],
    grade: 'claimed',
  },
});

export const progressReported = (random: Random, occurredOn: Day): ProgressReported => ({
  type: 'ProgressReported',
  data: {
    month: occurredOn.slice(0, 7),
    investment: String(100 + random.below(3000)),
    physicalPercent: random.below(101),
    occurredOn,
  },
});

export const capitalArrived = (random: Random, occurredOn: Day): CapitalArrived => ({
  type: 'CapitalArrived',
  data: {
    amount: String(100 + random.below(5000)),
    currency: 'CNY',
    rate: '1',
    origin: 'domestic',
    evidence: paper(random, 'payment'),
    occurredOn,
  },
});

export const completed = (random: Random, occurredOn: Day): ConstructionCompleted => ({
  type: 'ConstructionCompleted',
  data: { occurredOn, evidence: paper(random, 'acceptance-report'), grade: 'documented' },
});

export const producing = (random: Random, occurredOn: Day): ProductionStarted => ({
  type: 'ProductionStarted',
  data: { occurredOn, evidence: paper(random, 'photo'), grade: 'documented' },
});

export const outputReported = (random: Random, occurredOn: Day): OutputReported => ({
  type: 'OutputReported',
  data: {
    year: Number(occurredOn.slice(0, 4)),
    output: String(amount(random)),
    tax: String(100 + random.below(5000)),
    jobs: 20 + random.below(800),
    evidence: paper(random, 'tax-record'),
    occurredOn,
  },
});
