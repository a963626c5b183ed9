import { AsOfRequest, DayField } from '#libs/contract';
import { type Day } from '#libs/values';

/** What every history can be asked for: what was known when, and how things stood on which day. */
export class HistoryRequest extends AsOfRequest {
  @DayField('业务日：该日的状态', { optional: true }) on?: Day;
}
