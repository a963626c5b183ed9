import { type Day } from '#libs/values';
import { refuseUnless } from './refusal.js';

/** What has happened can't lie after `today`, the day on which the command was given. @throws Refusal DAY.IN_FUTURE */
export const refuseFuture = (day: Day, today: Day, field = 'occurredOn'): void =>
  refuseUnless(day <= today, 'invalid', 'DAY.IN_FUTURE', `发生日期 ${day} 晚于今天 ${today}`, field);

/** @throws Refusal DAY.BEFORE_PREVIOUS when `day` lies before the day of what must come first. */
export const refuseBefore = (day: Day, earlier: Day, what: string, field = 'occurredOn'): void =>
  refuseUnless(day >= earlier, 'invalid', 'DAY.BEFORE_PREVIOUS', `日期 ${day} 早于${what}日期 ${earlier}`, field);
