import { type ReserveEvent } from '#libs/reserve';
import { type Books } from '../books.js';
import { type RulesOf } from './rule.js';
import { takeBack, undo } from './take-back.js';

/** The entry as it was planned: every count of it knows the same bands. */
const planOf = (books: Books, stream: string) =>
  books.standing(stream).find(({ metric }) => metric === 'planned-projects');

/** A plan counts on the day it was registered, for the unit that is to bring it about; a project that comes of it too. */
export const reserveRules: RulesOf<ReserveEvent> = {
  ProjectPlanned: (event, books) => {
    const { unit, chain = null, plannedInvestment: totalInvestment, occurredOn: day } = event.data;
    books.post(event, [{ metric: 'planned-projects', unit, day, quantity: '1', totalInvestment, chain }]);
  },
  ReserveEntered: (event, books) => {
    const plan = planOf(books, event.stream);
    if (!plan) return;
    const { holder: unit, totalInvestment, chain } = plan;
    const day = event.data.occurredOn;
    books.post(event, [{ metric: 'reserve-projects', unit, day, quantity: '1', totalInvestment, chain }]);
  },
  ReserveDropped: takeBack,
  ZombieCleared: takeBack,
  ReserveStepVoided: undo,
};
