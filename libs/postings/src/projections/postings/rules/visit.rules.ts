import { type VisitEvent, type VisitLogged } from '#libs/visits';
import { type Draft } from '../draft.js';
import { type RulesOf } from './rule.js';
import { reversal, takeBack } from './take-back.js';

const METRIC = {
  outing: 'outings',
  'small-team': 'outings',
  reception: 'receptions',
  resident: 'residences',
  enterprise: 'enterprise-visits',
} as const;

/** One visit is one 批次, on its last day. */
const countOf = ({ kind, unit, occurredOn: day }: VisitLogged['data']): Draft => ({
  metric: METRIC[kind],
  unit,
  day,
  quantity: '1',
});

export const visitRules: RulesOf<VisitEvent> = {
  VisitLogged: (event, books) => books.post(event, [countOf(event.data)]),
  VisitCorrected: (event, books) =>
    books.post(event, [...books.standing(event.stream).map(reversal), countOf(event.data)]),
  VisitVoided: takeBack,
};
