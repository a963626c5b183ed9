import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '#libs/eventsourcing';
import { PostingRow, postingsProjection } from '#libs/postings';
import { type Project, projectDecider, projectStream, projectSummaryProjection } from '#libs/projects';
import { tableOf } from '#libs/read-models';
import { unitStream } from '#libs/units';
import { Decimal, derivedId } from '#libs/values';
import { Log } from '../support/log.js';
import { arbitraryLife, liveProject } from '../support/project-commands.js';
import { type ReadModels, openReadModels } from '../support/read-models.js';

const POSTING = tableOf(PostingRow).name;

const STREAM = projectStream('p1');
const idOf = (index: number) => derivedId(STREAM, String(index));
/** How far along a life, in per cent. */
const along = fc.integer({ min: 0, max: 100 });
/** Units that merge, each recorded somewhere along a life, some of them by mistake. */
const arbitraryMergers = fc
  .record({
    d1: fc.option(fc.record({ from: fc.constantFrom('2022-01-01', '2022-04-01', '2022-09-01'), at: along })),
    d2: fc.option(fc.record({ from: fc.constantFrom('2022-03-01', '2022-06-01', '2023-01-01'), at: along })),
    mistake: fc.option(fc.record({ unit: fc.constantFrom('d1' as const, 'd2' as const), at: along })),
  })
  .map(({ d1, d2, mistake }) => {
    const ends = [
      ...(d1 ? [{ unit: 'd1', type: 'UnitMerged', from: d1.from, into: 'd2', at: d1.at }] : []),
      ...(d2 ? [{ unit: 'd2', type: 'UnitMerged', from: d2.from, into: 'd3', at: d2.at }] : []),
    ];
    const wrong = ends.find(({ unit }) => unit === mistake?.unit);
    const undone = wrong && mistake ? [{ ...wrong, type: 'UnitEndVoided', at: Math.max(wrong.at, mistake.at) }] : [];
    return [...ends, ...undone].toSorted((a, b) => a.at - b.at);
  });
type Mergers = typeof arbitraryMergers extends fc.Arbitrary<infer Value> ? Value : never;

/** Who answers for a unit's matters on a day, after those mergers. */
const heirs =
  (mergers: Mergers) =>
  (unit: string, day: string): string => {
    const last = mergers.findLast((merger) => merger.unit === unit);
    const merged = last?.type === 'UnitMerged' && last.from <= day;
    return merged ? heirs(mergers)(last.into, day) : unit;
  };

const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 });

describe('the ledger of a project', () => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(postingsProjection, projectSummaryProjection);
  });
  afterAll(() => models.drop());

  it('sums to what a recount of its standing facts gives, however the log is cut, at every seq', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLife, arbitraryMergers, sizes, async (life, mergers, batches) => {
        const { events, project } = liveProject(life, idOf);
        const log = new Log();
        for (const code of ['d1', 'd2', 'd3'])
          log.append(unitStream(code), {
            type: 'UnitRegistered',
            data: { code, name: code, kind: 'district', group: 'all', occurredOn: '2021-01-01' },
          });
        const middle = Math.floor(events.length / 2);
        let [then, merged] = [log.end, 0];
        const mergeUntil = (reached: number) => {
          for (; mergers[merged] && mergers[merged]!.at <= reached; merged++) {
            const { unit, type, at, ...data } = mergers[merged]!;
            log.append(unitStream(unit), { type, data: { ...data, occurredOn: '2022-01-01' } });
          }
        };
        let mergedThen = 0;
        for (const [index, event] of events.entries()) {
          if (index === middle) [then, mergedThen] = [log.end, merged];
          mergeUntil((100 * index) / events.length);
          log.append(STREAM, event);
        }
        mergeUntil(100);
        await models.clear();
        await models.feed(log.events, [1]);
        const oneByOne = await models.dump();
        await models.clear();
        await models.feed(log.events, batches);
        expect(await models.dump()).toEqual(oneByOne);

        expect(await sums(log.end)).toEqual(project ? recount(project, heirs(mergers)) : []);
        const known = fold(projectDecider, events.slice(0, middle));
        if (known) expect(await sums(then)).toEqual(recount(known, heirs(mergers.slice(0, mergedThen))));
      }),
      { numRuns: 30 },
    );
  });

  /** What the ledger as of a seq holds for each metric, unit and day. */
  const sums = async (asOf: bigint) => {
    const rows = await models.sql.query<{ line: string; sum: string }[]>(
      `select metric || ' ' || unit || ' ' || day as line, sum(quantity) as sum from ${POSTING}
       where seq <= $1 group by metric, unit, day having sum(quantity) <> 0`,
      [asOf],
    );
    return rows.map(({ line, sum }) => `${line} ${new Decimal(sum).toFixed()}`).sort();
  };
});

/** The naive recount: no code of the ledger's own, facts in, sums out. */
function recount(project: Project, heirOf: ReturnType<typeof heirs>): string[] {
  const sums = new Map<string, Decimal>();
  const count = (metric: string, day: string | undefined, amount: Decimal.Value) => {
    if (day === undefined) return;
    for (const [unit, share] of creditedOn(project, metric, day)) {
      const key = `${metric} ${heirOf(unit, day)} ${day}`;
      sums.set(key, (sums.get(key) ?? new Decimal(0)).plus(new Decimal(amount).times(share)));
    }
  };
  const { contract, registration, land, start, completion, production, output } = project.reached;
  count('signed-projects', contract?.on, 1);
  count('registered-projects', registration?.on, 1);
  count('land-secured-projects', land?.on, 1);
  count('started-projects', start?.on, 1);
  count('completed-projects', completion?.on, 1);
  count('producing-projects', production?.on, 1);
  count('output-reached-projects', output?.on, 1);
  if (registration && land) count('landed-projects', [registration.on, land.on].sort()[1], 1);

  let [total, fixed] = ['0', '0'];
  const versions =
    contract && project.signed ? [{ on: contract.on, terms: project.signed }, ...project.amendments] : [];
  for (const { on, terms } of versions) {
    count('signed-investment', on, new Decimal(terms.totalInvestment).minus(total));
    count('signed-fixed-assets', on, new Decimal(terms.fixedAssetInvestment).minus(fixed));
    [total, fixed] = [terms.totalInvestment, terms.fixedAssetInvestment];
  }
  const yuan = ({ amount, rate }: { amount: string; rate: string }) => new Decimal(amount).times(rate);
  for (const capital of project.capital) {
    count('capital-arrived', capital.on, yuan(capital));
    if (capital.origin === 'foreign') count('foreign-capital-arrived', capital.on, yuan(capital));
  }
  for (const { on, investment } of project.progress) count('investment-completed', on, investment);
  let employed = 0;
  for (const year of project.outputs.toSorted((a, b) => a.year - b.year)) {
    count('output', year.on, year.output);
    count('tax', year.on, year.tax);
    count('jobs', year.on, year.jobs - employed);
    employed = year.jobs;
  }
  countPromises(project, versions, count);
  return [...sums]
    .filter(([, sum]) => !sum.isZero())
    .map(([key, sum]) => `${key} ${sum.toFixed()}`)
    .sort();
}

type Versions = readonly { on: string; terms: NonNullable<Project['signed']> }[];

/** Day by day: what the contract said on the day that it names. */
function countPromises(
  project: Project,
  versions: Versions,
  count: (metric: string, day: string | undefined, amount: Decimal.Value) => void,
): void {
  /** Signed or amended on the same day, the last holds. */
  const inForceOn = (day: string) =>
    project.terminated && day >= project.terminated.on ? undefined : versions.findLast(({ on }) => on <= day);
  const promised = [
    ['registerBy', project.reached.registration],
    ['startBy', project.reached.start],
    ['completeBy', project.reached.completion],
    ['produceBy', project.reached.production],
  ] as const;
  for (const [promise, met] of promised) {
    const due = versions
      .map(({ terms }) => terms[promise])
      .find((day) => day && inForceOn(day)?.terms[promise] === day);
    if (due === undefined) continue;
    count('terms-due', due, 1);
    if (met) count('terms-met', met.on, 1);
  }
  const dues = versions
    .flatMap((version) => (version.terms.capitalSchedule ?? []).map((instalment) => ({ ...instalment, version })))
    .filter(({ by, version }) => inForceOn(by) === version);
  for (const { by, amount } of dues) count('capital-due', by, amount);
  let toPay = dues.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
  for (const { on, amount, rate } of project.capital.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const paid = Decimal.min(toPay, new Decimal(amount).times(rate));
    count('capital-met', on, paid);
    toPay = toPay.minus(paid);
  }
}

/** Who is credited with what part: shares if any are in force, and the unit of the day for what the old one had. */
function creditedOn({ tenures, divisions }: Project, metric: string, day: string): [string, string][] {
  const answering = (on: string) => {
    let unit = tenures[0]?.unit ?? '';
    for (const tenure of tenures) if (tenure.from <= on) ({ unit } = tenure);
    return unit;
  };
  let found: [string, string][] = [[answering(day), '1']];
  for (const { shares, from, until, metrics } of divisions)
    if (from <= day && day <= (until ?? '9999-12-31') && (!metrics || metrics.includes(metric)))
      found = shares.map(({ unit, share }) => [unit === answering(from) ? answering(day) : unit, share]);
  return found;
}
