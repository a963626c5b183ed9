import { type Question, type Scheme, questionsOf } from '#libs/assessment';
import { isSubjectCode } from '#libs/values';
import { type Answer, type CaseSubject, type Scored, type Vector } from './assessment-cases.js';
import { type TestLedger } from './ledger.js';

const ON = { occurredOn: '2022-09-30' };
const COMMON = '';

type Kind = Parameters<typeof isSubjectCode>[0];

/** Codes of the form that the kind of subject has, in the same order as those of the file. */
function codesFor(kind: Kind, codes: readonly string[]): (code: string) => string {
  if (codes.every((code) => isSubjectCode(kind, code))) return (code) => code;
  const sorted = [...codes].sort();
  return (code) => {
    const place = String(sorted.indexOf(code) + 1);
    return kind === 'project' ? `00000000-0000-4000-8000-${place.padStart(12, '0')}` : `case-${place.padStart(4, '0')}`;
  };
}

const kindOf = ({ subjects }: Scheme): Kind => ('of' in subjects && subjects.of) || 'unit';

/** The scheme as it is published for one vector: under a code of its own, for that vector's subjects by name. */
function published(
  scheme: Scheme,
  { code, codeOf, members }: { code: string; codeOf: (code: string) => string; members: readonly CaseSubject[] },
): Scheme {
  const { subjects } = scheme;
  const text = JSON.stringify(scheme, (key, value: unknown) =>
    key === 'scheme' && typeof value === 'string' ? `${code}-below` : value,
  );
  const codesOf = (of: readonly CaseSubject[]) => of.map((subject) => codeOf(subject.code));
  return {
    ...(JSON.parse(text) as Scheme),
    code,
    version: 1,
    subjects:
      subjects.kind === 'groups'
        ? {
            ...subjects,
            groups: subjects.groups.map(({ name }) => {
              const codes = codesOf(members.filter(({ group }) => group === name));
              return codes.length > 0 ? { name, codes } : { name };
            }),
          }
        : { kind: 'list', of: kindOf(scheme) as 'unit', codes: codesOf(members) },
  };
}

/** A group without a member of the vector stands open to whoever is registered in it. */
const isOpen = ({ subjects }: Scheme): boolean =>
  subjects.kind === 'groups' && subjects.of === 'unit' && subjects.groups.some(({ codes }) => codes === undefined);

const registered = new WeakMap<TestLedger, Set<string>>();

async function register(ledger: TestLedger, code: string): Promise<void> {
  const known = registered.get(ledger) ?? new Set<string>();
  registered.set(ledger, known);
  if (!known.has(code)) await ledger.unit(code, code);
  known.add(code);
}

type Entry = Readonly<Record<string, unknown>> & { readonly input: string };

type Items = Extract<Answer, readonly unknown[]>;

const isItems = (answer: Answer): answer is Items => Array.isArray(answer);

/** What a unit certifies for an answer of the file. @throws Error where no input can say it. */
function contentOf(kind: Question['kind'], answer: Exclude<Answer, null>): object {
  if (typeof answer === 'string')
    return kind === 'discretionary' ? { points: answer, reason: '按方案酌情' } : { value: answer };
  if (isItems(answer)) return { items: answer.map(({ unrecognised: _, ...item }) => item) };
  if ('panels' in answer) {
    const sheets = Object.entries(answer.panels);
    return { scores: sheets.flatMap(([panel, scores]) => scores.map((score) => ({ panel, score }))) };
  }
  throw new Error(`no unit can certify ${JSON.stringify(answer)}`);
}

/** Publishes a vector's scheme, certifies its inputs and reads the scores, all through HTTP. */
export async function scoredOverHttp(
  ledger: TestLedger,
  given: Scheme,
  vector: Vector,
  code: string,
): Promise<Scored[]> {
  const { subjects, common = {} } = vector;
  const kind = kindOf(given);
  const codeOf = codesFor(
    kind,
    subjects.map((subject) => subject.code),
  );
  const scheme = published(given, { code, codeOf, members: subjects });
  if (isOpen(scheme)) for (const subject of subjects) await register(ledger, codeOf(subject.code));
  const send = async (path: string, by: string, body: object) =>
    ledger
      .post(`/v1/assessments/${path}`, { ...body, approvedBy: 'account-9' }, 'department', {
        authorization: `Bearer ${await ledger.token('department', by)}`,
      })
      .expect(({ status, body }) => {
        if (status !== 201) throw new Error(`${code}: ${JSON.stringify(body)}`);
      });
  const publish = (scheme: Scheme) =>
    ledger.post('/v1/schemes', { scheme }, 'administrator').expect(({ status, body }) => {
      if (status !== 201) throw new Error(`${code}: ${JSON.stringify(body)}`);
    });

  const entries = new Map<string, Entry[]>();
  const decisions = new Map<string, object[]>();
  const add = <T>(to: Map<string, T[]>, by: string, ...more: T[]) => to.set(by, [...(to.get(by) ?? []), ...more]);
  for (const question of questionsOf(scheme).values()) {
    if (question.kind === 'metric' || question.kind === 'entries' || question.kind === 'register')
      throw new Error(`${code}: a ${question.kind}`);
    if (question.kind === 'scheme') {
      const results = resultsBelow(question, given, subjects, codeOf);
      await publish(
        schemeBelow(
          `${code}-below`,
          scheme,
          results.map(({ subject }) => subject),
        ),
      );
      await send(`${code}-below/inputs`, 'office', { inputs: results.map(({ weight: _, ...entry }) => entry) });
      for (const { subject, weight } of results)
        if (weight && question.of.kind === 'members' && question.of.weight)
          add(entries, question.of.weight.by, { input: question.of.weight.input, subject, value: weight, ...ON });
      continue;
    }
    const { input, by } = question;
    const isCommon = question.kind === 'certified' && question.common === true;
    const asked: [string, Answer | undefined][] = isCommon
      ? [[COMMON, common[input]]]
      : subjects.map(({ code, inputs }) => [codeOf(code), inputs[input]]);
    for (const [subject, answer] of asked) {
      if (answer === null || answer === undefined) continue;
      const place = subject === COMMON ? { input } : { input, subject };
      add(entries, by, { ...place, ...contentOf(question.kind, answer), ...ON });
      for (const { id, unrecognised } of isItems(answer) ? answer : [])
        if (unrecognised !== undefined)
          add(decisions, by, { ...place, item: id, counts: false, reason: unrecognised, ...ON });
    }
  }
  await publish(scheme);
  for (const [by, inputs] of entries) await send(`${code}/inputs`, by, { inputs });
  for (const [by, decided] of decisions) await send(`${code}/recognitions`, by, { decisions: decided });
  const answer = await ledger.get(`/v1/assessments/${code}/scores`).expect(200);
  const names = new Map(subjects.map((subject) => [codeOf(subject.code), subject.code]));
  return (answer.body as { rows: Scored[] }).rows.map((card) => ({
    ...card,
    unit: { ...card.unit, code: names.get(card.unit.code) ?? card.unit.code },
  }));
}

/** More than any rank; whoever has one fewer has the best grade, two fewer the second. */
const BEST = 1000;

type Result = Entry & { readonly subject: string; readonly weight?: string };

/** What the scheme below has to certify so that it comes to the results that the file gives. */
function resultsBelow(
  { scheme: below, take, of }: Extract<Question, { kind: 'scheme' }>,
  given: Scheme,
  subjects: readonly CaseSubject[],
  codeOf: (code: string) => string,
): Result[] {
  const [name = ''] = [...questionsOf(given).values()].flatMap((question) =>
    question.kind === 'scheme' ? [question.scheme] : [],
  );
  return subjects.flatMap(({ code, inputs }): Result[] => {
    const answer = inputs[name];
    if (answer === null || answer === undefined) return [];
    if (typeof answer === 'string') {
      // The better the rank or the grade, the more points.
      const value = take === 'rank' || take === 'grade' ? String(BEST - Number(answer)) : answer;
      return [{ input: 'result', subject: codeOf(code), value, ...ON }];
    }
    if ('members' in answer && of.kind === 'members' && of.members !== 'children') {
      const codes = of.members[code] ?? [];
      return answer.members.map(({ result, weight }, index) => ({
        input: 'result',
        subject: codes[index] ?? '',
        value: result,
        weight,
        ...ON,
      }));
    }
    throw new Error(`no result of ${below} can be made of ${JSON.stringify(answer)}`);
  });
}

/** A scheme whose total is what was certified. */
const schemeBelow = (code: string, { period }: Scheme, codes: readonly string[]): Scheme => ({
  code,
  name: '下级方案',
  version: 1,
  period,
  subjects: { kind: 'list', of: 'unit', codes },
  points: '100',
  rounding: { stage: 'total', places: 2, mode: 'half-up' },
  notApplicable: 'leave-out',
  ties: { compare: 'exact', breakers: [], next: 'skip' },
  outcome: {
    grades: {
      by: 'total',
      bands: [1, 2, 3].map((place) => ({ grade: `第 ${place} 等`, limit: String(BEST - place) })),
      otherwise: '末等',
      vacancies: 'kept',
    },
  },
  indicators: [
    {
      code: 'result',
      name: '得分',
      role: 'scored',
      points: '100',
      cap: 'none',
      floor: 'none',
      source: { kind: 'certified', input: 'result', by: 'office', missing: 'refuse' },
      shape: { kind: 'as-given' },
    },
  ],
});
