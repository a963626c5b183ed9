import { type Source, type StoredEvent } from '#libs/eventsourcing';
import { type NamedUnit, type UnitNaming } from '#libs/units';
import { type Day } from '#libs/values';
import { type ProjectEvent } from '../../domain/project.events.js';

/** One fact of a project's history: who recorded it, when, on whose word, and what it says. */
export interface HistoryEntry {
  readonly revision: string;
  /** The event's ordinal in the log; null until the projector has numbered it. */
  readonly seq: string | null;
  readonly eventId: string;
  readonly type: ProjectEvent['type'];
  readonly title: string;
  /** The business day on which it happened. */
  readonly occurredOn: Day;
  /** When it became known. */
  readonly recordedAt: string;
  readonly actor: string;
  readonly actingUnit: NamedUnit;
  readonly role: string;
  readonly approvedBy?: string;
  readonly source: Source;
  readonly data: object;
  /** The event by which this one is void, as far as known then. */
  readonly voidedBy?: string;
}

const TITLES: Record<ProjectEvent['type'], string> = {
  ProjectOpened: '立项登记',
  ProjectDetailsChanged: '项目信息变更',
  KeyProjectDesignated: '列为重点项目',
  NegotiationRecorded: '洽谈',
  LetterOfIntentSigned: '签订意向书',
  ContractSigned: '签约',
  ContractAmended: '合同变更',
  ContractTerminated: '合同终止',
  EnterpriseRegistered: '企业注册',
  LandSecured: '拿地',
  ConstructionStarted: '开工',
  ConstructionCompleted: '竣工',
  AcceptancePassed: '竣工验收',
  AssetsHandedOver: '资产移交',
  ProductionStarted: '投产',
  DesignCapacityReached: '达产',
  ProgressReported: '进度月报',
  CapitalArrived: '资金到位',
  OutputReported: '年度产出',
  ProjectSuspended: '停工',
  ProjectResumed: '复工',
  HandedOver: '责任单位移交',
  GroupAssigned: '归口专班',
  ResponsibilityFixed: '六定落实',
  LeaderAttached: '领导挂钩',
  LeaderDetached: '解除挂钩',
  CreditShared: '利益分享',
  EvidenceSupplied: '补充证据',
  MilestoneVerified: '现场核实',
  MilestoneRefuted: '核查不实',
  FigureVoided: '记录作废',
  FraudFound: '弄虚作假认定',
  ContractCorrected: '签约更正',
  RegistrationCorrected: '企业注册更正',
  LandCorrected: '拿地更正',
  StartCorrected: '开工更正',
  CompletionCorrected: '竣工更正',
  AcceptanceCorrected: '竣工验收更正',
  HandoverCorrected: '资产移交更正',
  ProductionCorrected: '投产更正',
  CapacityCorrected: '达产更正',
  ProgressCorrected: '进度更正',
  CapitalCorrected: '资金到位更正',
  OutputCorrected: '年度产出更正',
};

/** Which events are void, and by which event, among those given. */
export function voidsAmong(events: readonly StoredEvent<ProjectEvent>[]): ReadonlyMap<string, string> {
  const voids = new Map<string, string>();
  for (const event of events)
    if (event.type === 'FigureVoided' && 'eventId' in event.data) voids.set(event.data.eventId, event.id);
  return voids;
}

/** An event as a line of the history. */
export function entryOf(
  event: StoredEvent<ProjectEvent>,
  seq: bigint | undefined,
  voidedBy: string | undefined,
  unitOf: UnitNaming,
): HistoryEntry {
  const { actor, actingUnit, role, approvedBy, source } = event.metadata;
  return {
    revision: String(event.revision),
    seq: seq === undefined ? null : String(seq),
    eventId: event.id,
    type: event.type,
    title: TITLES[event.type],
    occurredOn: event.data.occurredOn,
    recordedAt: event.recordedAt.toISOString(),
    actor,
    actingUnit: unitOf(actingUnit),
    role,
    approvedBy,
    source,
    data: event.data,
    voidedBy,
  };
}
