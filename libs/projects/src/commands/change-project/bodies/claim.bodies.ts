import { DayField, EvidenceField, IdField, TextField } from '#libs/contract';
import { type Day, type Evidence } from '#libs/values';
import { type Claim } from '../../../domain/project.commands.js';

/** When a milestone was reached, and the papers that prove it. */
export class ClaimBody implements Claim {
  @DayField('发生日期') occurredOn: Day;
  @EvidenceField() evidence?: Evidence[];
}

/** A construction permit that was granted here proves as a paper does. */
export class PermitBody {
  @IdField('已批准的施工许可（审批编号），作为施工许可证证据', { optional: true }) permit?: string;
}

/** When it was decided or agreed, and nothing else. */
export class DatedBody {
  @DayField('发生日期') occurredOn: Day;
}

/** Why something was changed that had been recorded otherwise. */
export class ReasonBody {
  @TextField('原因', 1000) reason: string;
}
