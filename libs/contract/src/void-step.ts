import { type Day } from '#libs/values';
import { CommandBody } from './command-body.js';
import { DayField, IdField, TextField } from './fields.js';

/** Takes the last step of something back that was recorded by mistake. */
export class VoidStepBody extends CommandBody {
  @IdField('所作废的事件：须属最后一步；不填即最后一步', { optional: true }) eventId?: string;
  @TextField('作废的原因', 1000) reason: string;
  @DayField('作废日期') occurredOn: Day;
}
