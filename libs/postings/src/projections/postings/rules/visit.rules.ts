import { type VisitEvent } from '#libs/visits';
import { type RulesOf } from './rule.js';

const METRIC = {
  outing: 'outings',
  reception: 'receptions',
  resident: 'residences',
  enterprise: 'enterprise-visits',
} as const;

/** One visit is one 批次, on its last day. */
export const visitRules: RulesOf<VisitEvent> = {
  VisitLogged: (event, books) => {
    const { kind, unit, occurredOn: day } = event.data;
    books.post(event, [{ metric: METRIC[kind], unit, day, quantity: '1' }]);
  },
};
