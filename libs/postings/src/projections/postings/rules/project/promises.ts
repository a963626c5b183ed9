import { type Fact, type Milestone, type Project, inYuan, versionsOf } from '#libs/projects';
import { type Day, Decimal } from '#libs/values';
import { type Count, amountCount, reachedCount } from './count.js';
import { CONTRACT, type Part, wholePart } from './part.js';

const TERMS = [
  { item: 'registration', by: 'registerBy' },
  { item: 'start', by: 'startBy' },
  { item: 'completion', by: 'completeBy' },
  { item: 'production', by: 'produceBy' },
] as const satisfies { item: Milestone; by: string }[];

/** All that says what was promised, and until when. */
const PROMISED = [...CONTRACT, ({ terminated }: Project) => terminated];

/** What the contract promised by the days that it fell due, and what has been kept of it. */
export const promiseParts: readonly Part[] = [
  ...TERMS.map((term) =>
    wholePart([...PROMISED, ({ reached }) => reached[term.item]], (project) => termCounts(project, term)),
  ),
  wholePart([...PROMISED, ({ capital }) => capital], capitalCounts),
];

/**
 * A promise falls due on its day if the contract still said so on that day: an amendment moves only what was not yet
 * due, and a contract that has ended promises nothing more.
 */
function inForce(project: Project) {
  const versions = versionsOf(project);
  return versions.map((version, index) => {
    const until = versions[index + 1]?.on ?? project.terminated?.on;
    return { ...version, covers: (day: Day) => day >= version.on && (until === undefined || day < until) };
  });
}

function termCounts(project: Project, { item, by }: (typeof TERMS)[number]): Count[] {
  const due = inForce(project).find(({ terms, covers }) => terms[by] !== undefined && covers(terms[by]));
  const day = due?.terms[by];
  if (!due || day === undefined) return [];
  const met = project.reached[item];
  return [
    ...amountCount('terms-due', { on: day, eventId: due.eventId }, 1, { item }),
    ...(met ? [reachedCount('terms-met', met, item)] : []),
  ];
}

interface Due extends Fact {
  readonly amount: Decimal;
}

/** Capital that has arrived pays for the instalments in the order in which they fall due. */
function capitalCounts(project: Project): Count[] {
  const dues: Due[] = inForce(project).flatMap(({ eventId, terms, covers }) =>
    (terms.capitalSchedule ?? [])
      .filter(({ by }) => covers(by))
      .map(({ by, amount }) => ({ eventId, on: by, amount: new Decimal(amount) })),
  );
  if (dues.length === 0) return [];
  const counts = dues.flatMap((due) => amountCount('capital-due', due, due.amount, { item: due.on }));
  const owed = dues.map(({ amount }) => amount);
  for (const arrival of project.capital.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))) {
    let left = new Decimal(inYuan(arrival));
    for (const [index, due] of dues.entries()) {
      const paid = Decimal.min(left, owed[index] ?? 0);
      counts.push(...amountCount('capital-met', arrival, paid, { ...arrival, item: due.on }));
      owed[index] = (owed[index] ?? paid).minus(paid);
      left = left.minus(paid);
    }
  }
  return counts;
}
