import { type VisitEvent } from './visit.events.js';

/** What happened, in a word, for whoever reads the event. */
export const VISIT_TITLES: Readonly<Record<VisitEvent['type'], string>> = {
  VisitLogged: '外出招商或来访接待',
  VisitCorrected: '外出或接待更正',
  VisitVoided: '外出或接待作废',
};
