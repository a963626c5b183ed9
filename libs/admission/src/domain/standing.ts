import { type Day } from '#libs/values';
import { type AdmissionState } from './admission.decider.js';
import { type AdmissionRulesState, admissionRulesOn } from './rules.events.js';

/** Whether a project may sign on a day. */
export type AdmissionStanding = 'not-required' | 'admitted' | 'refused' | 'not-reviewed';

/** By what was done up to the day: the last review, by the rules of its own day, or the override of it. */
export function standingOn(rules: AdmissionRulesState, admission: AdmissionState, day: Day): AdmissionStanding {
  if (!admissionRulesOn(rules, day)) return 'not-required';
  const last = admission.findLast(({ data }) => data.occurredOn <= day);
  if (!last) return 'not-reviewed';
  return last.kind === 'override' ? 'admitted' : last.data.verdict;
}
