import { CommandBody, DayField, EvidenceField } from '#libs/contract';
import { type Day, type Evidence } from '#libs/values';

/** A step of an approval: the day it was taken, and the papers that prove it. */
export class StepBody extends CommandBody {
  @DayField('办理日期') occurredOn: Day;
  @EvidenceField() evidence?: Evidence[];
}
