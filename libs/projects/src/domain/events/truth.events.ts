import { type DomainEvent } from '#libs/eventsourcing';
import { type Day, type Evidence, type UnitCode } from '#libs/values';
import { type LetterOfIntentSigned } from './before-signing.events.js';
import { type DesignCapacityReached, type OutputReported } from './afterwards.events.js';
import {
  type AcceptancePassed,
  type AssetsHandedOver,
  type CapitalArrived,
  type ConstructionCompleted,
  type ConstructionStarted,
  type ProductionStarted,
  type ProgressReported,
} from './building.events.js';
import { type ContractAmended, type ContractSigned } from './contract.events.js';
import { type EnterpriseRegistered, type LandSecured } from './landing.events.js';
import { type Milestone } from './proof.js';
import { type CreditShared, type HandedOver } from './responsibility.events.js';

/** More papers for a milestone that stands: what was claimed is documented from now on. */
export type EvidenceSupplied = DomainEvent<
  'EvidenceSupplied',
  { milestone: Milestone; eventId: string; evidence: Evidence[]; occurredOn: Day }
>;
/** An inspector has seen it: the milestone is inspected from now on. */
export type MilestoneVerified = DomainEvent<
  'MilestoneVerified',
  { milestone: Milestone; eventId: string; inspectionId?: string; finding: string; occurredOn: Day }
>;
/** An inspector has not seen it: the milestone is void from now on. */
export type MilestoneRefuted = DomainEvent<
  'MilestoneRefuted',
  { milestone: Milestone; eventId: string; inspectionId?: string; finding: string; occurredOn: Day }
>;
/**
 * A recorded fact is void from now on, for every count; what was known before stays visible. `answering` is who answers
 * for the project from now on, where the fact was a handoff.
 */
export type FigureVoided = DomainEvent<
  'FigureVoided',
  { eventId: string; milestone?: Milestone; finding: string; answering?: UnitCode; occurredOn: Day }
>;

/** 数据造假, 进度造假, 假项目, 假开工 (002 五(三)). */
export const FRAUD_KINDS = ['data', 'progress', 'project', 'start'] as const;
export type FraudKind = (typeof FRAUD_KINDS)[number];

/** Every event in `eventIds` is void from now on: those that the finding names, and what rested on them. */
export type FraudFound = DomainEvent<
  'FraudFound',
  { kind: FraudKind; eventIds: string[]; finding: string; approver: string; occurredOn: Day }
>;

/** The fact anew, whole: `occurredOn` and all else are as the corrected event should have said. */
type Correction<Type extends string, Fact extends DomainEvent> = DomainEvent<
  Type,
  Fact['data'] & { correctsEventId: string; reason: string }
>;

export type ContractCorrected = Correction<'ContractCorrected', ContractSigned>;
export type RegistrationCorrected = Correction<'RegistrationCorrected', EnterpriseRegistered>;
export type LandCorrected = Correction<'LandCorrected', LandSecured>;
export type StartCorrected = Correction<'StartCorrected', ConstructionStarted>;
export type CompletionCorrected = Correction<'CompletionCorrected', ConstructionCompleted>;
export type AcceptanceCorrected = Correction<'AcceptanceCorrected', AcceptancePassed>;
export type HandoverCorrected = Correction<'HandoverCorrected', AssetsHandedOver>;
export type ProductionCorrected = Correction<'ProductionCorrected', ProductionStarted>;
export type CapacityCorrected = Correction<'CapacityCorrected', DesignCapacityReached>;
export type ProgressCorrected = Correction<'ProgressCorrected', ProgressReported>;
export type CapitalCorrected = Correction<'CapitalCorrected', CapitalArrived>;
export type OutputCorrected = Correction<'OutputCorrected', OutputReported>;

/** The same for facts that may have a reason of their own: `correctionReason` is why they are said anew. */
type FactCorrection<Type extends string, Fact extends DomainEvent> = DomainEvent<
  Type,
  Fact['data'] & { correctsEventId: string; correctionReason: string }
>;

export type AmendmentCorrected = FactCorrection<'AmendmentCorrected', ContractAmended>;
/** `answering` is who answers for the project from now on. */
export type HandoffCorrected = DomainEvent<
  'HandoffCorrected',
  FactCorrection<'HandoffCorrected', HandedOver>['data'] & { answering: UnitCode }
>;
export type SharingCorrected = FactCorrection<'SharingCorrected', CreditShared>;
export type IntentCorrected = FactCorrection<'IntentCorrected', LetterOfIntentSigned>;

export type FactCorrectionEvent = AmendmentCorrected | HandoffCorrected | SharingCorrected | IntentCorrected;

export type CorrectionEvent =
  | ContractCorrected
  | RegistrationCorrected
  | LandCorrected
  | StartCorrected
  | CompletionCorrected
  | AcceptanceCorrected
  | HandoverCorrected
  | ProductionCorrected
  | CapacityCorrected
  | ProgressCorrected
  | CapitalCorrected
  | OutputCorrected;

export type TruthEvent =
  | EvidenceSupplied
  | MilestoneVerified
  | MilestoneRefuted
  | FigureVoided
  | FraudFound
  | CorrectionEvent
  | FactCorrectionEvent;
