import { type LeadEvent } from '#libs/leads';
import { type RulesOf } from './rule.js';
import { takeBack, undo } from './take-back.js';

/**
 * A lead counts for the unit that captured it, on the day it was captured and again on the day it was qualified; not any
 * more once it turns out to be the same as an earlier one, or untrue.
 */
export const leadRules: RulesOf<LeadEvent> = {
  LeadCaptured: (event, books) => {
    const { unit, chain = null, occurredOn: day } = event.data;
    books.addSubject({ stream: event.stream, unit, chain });
    books.post(event, [{ metric: 'leads', unit, day, quantity: '1', chain }]);
  },
  LeadQualified: (event, books) => {
    const lead = books.subject(event.stream);
    if (!lead) return;
    const { unit, chain } = lead;
    books.post(event, [{ metric: 'qualified-leads', unit, day: event.data.occurredOn, quantity: '1', chain }]);
  },
  LeadMerged: takeBack,
  LeadVoided: takeBack,
  LeadStepVoided: undo,
};
