import { IntersectionType } from '@nestjs/swagger';
import {
  ChoiceField,
  CommandBody,
  DayField,
  EvidenceBody,
  FlagField,
  IdField,
  IdListField,
  ListField,
  TextField,
} from '#libs/contract';
import { type Day, type Evidence } from '#libs/values';
import { FRAUD_KINDS, type FraudKind, type Milestone, MILESTONES } from '../../../domain/project.events.js';
import { PermitBody } from './claim.bodies.js';

const MOST_PAPERS = 20;
const MOST_EVENTS = 200;

/** More papers for a milestone that stands. */
export class SupplyEvidenceBody extends IntersectionType(PermitBody, CommandBody) {
  @ChoiceField('节点', MILESTONES) milestone: Milestone;
  @ListField('证据', () => EvidenceBody, MOST_PAPERS) evidence: Evidence[];
  @DayField('补充日期') occurredOn: Day;
}

/** What an inspector saw on site. */
export class InspectMilestoneBody extends CommandBody {
  @ChoiceField('节点', MILESTONES) milestone: Milestone;
  @FlagField('现场核查属实') seen: boolean;
  @IdField('督查编号', { optional: true }) inspectionId?: string;
  @TextField('核查结论', 1000) finding: string;
  @DayField('核查日期') occurredOn: Day;
}

/** A finding by which a recorded fact counts no more: a milestone by its name, anything by its event. */
export class VoidFigureBody extends CommandBody {
  @ChoiceField('作废的节点', MILESTONES, { optional: true }) milestone?: Milestone;
  @IdField('作废的事件', { optional: true }) eventId?: string;
  @TextField('核查结论', 1000) finding: string;
  @DayField('认定日期') occurredOn: Day;
}

/** 弄虚作假: fake data, progress, project or start. */
export class FindFraudBody extends CommandBody {
  @ChoiceField('造假种类', FRAUD_KINDS) kind: FraudKind;
  @IdListField('不实的事件', MOST_EVENTS, { optional: true }) eventIds?: string[];
  @TextField('认定结论', 1000) finding: string;
  @TextField('批准人（职务或账号）', 100) approver: string;
  @DayField('认定日期') occurredOn: Day;
}
