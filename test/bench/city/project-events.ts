import type {
  ConstructionStarted,
  ContractSigned,
  DesignCapacityReached,
  FigureVoided,
  LandSecured,
  Milestone,
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

const paper = (random: Random, kind: EvidenceKind): Evidence[] => [
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
      startBy: '2023-06-30',
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
