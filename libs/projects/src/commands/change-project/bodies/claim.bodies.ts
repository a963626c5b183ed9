import { DayField, EvidenceField, TextField } from '#libs/contract';
import { type Day, type Evidence } from '#libs/values';
import { type Claim } from '../../../domain/project.commands.js';

/** When a milestone was reached, and the papers that prove it. */
export class ClaimBody implements Claim {
  @DayField('发生日期') occurredOn: Day;
  @EvidenceField() evidence?: Evidence[];
}

/** When it was decided or agreed, and nothing else. */
export class DatedBody {
  @DayField('发生日期') occurredOn: Day;
}

/** Why something was changed that had been recorded otherwise. */
export class ReasonBody {
  @TextField('原因', 1000) reason: string;
}
