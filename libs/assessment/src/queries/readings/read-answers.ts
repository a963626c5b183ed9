import { type Reading } from '../../domain/figures.js';
import { type Question } from '../../domain/sources/question.js';
import { type Answers, type Asked, type Asking } from './asking.js';
import { NOTHING_CERTIFIED, certifiedAnswers, readCertified } from './certified.js';
import { entriesAnswers } from './entries.js';
import { metricAnswers } from './metrics.js';
import { rollUpAnswers } from './roll-ups.js';
import { targetAnswers } from './targets.js';

/**
 * Answers every question of a scheme for every subject: the ledger is read once for all metrics, the registers of inputs
 * and targets once each, other schemes once each, whatever the number of subjects and indicators.
 * @returns the answers of each subject, in the order of the subjects, by the questions' keys, and how many postings were
 * added up for them.
 */
export async function readAnswers(
  questions: ReadonlyMap<string, Question>,
  asking: Asking,
): Promise<{ answers: ReadonlyMap<string, Reading>[]; postings: number }> {
  const metrics = await metricAnswers(ofKind(questions, 'metric'), asking);
  const answersOf = await answersByKind(questions, metrics.answers, asking);
  const answers = asking.subjects.map(
    ({ code }) => new Map([...questions].map(([key, { kind }]) => [key, answersOf[kind](key, code)])),
  );
  return { answers, postings: metrics.postings };
}

const FROM_ELSEWHERE: readonly Question['kind'][] = ['metric', 'entries', 'register'];

async function answersByKind(
  questions: ReadonlyMap<string, Question>,
  metric: Answers,
  asking: Asking,
): Promise<Record<Question['kind'], Answers>> {
  const isAsked = [...questions.values()].some(({ kind }) => !FROM_ELSEWHERE.includes(kind));
  const certified = isAsked ? await readCertified(asking) : NOTHING_CERTIFIED;
  const fromInputs = certifiedAnswers(ofKind(questions, 'certified', 'items', 'panel', 'discretionary'), certified);
  return {
    metric,
    entries: await entriesAnswers(ofKind(questions, 'entries'), asking),
    certified: fromInputs,
    items: fromInputs,
    panel: fromInputs,
    discretionary: fromInputs,
    register: await targetAnswers(ofKind(questions, 'register'), asking),
    scheme: await rollUpAnswers(ofKind(questions, 'scheme'), certified, asking),
  };
}

function ofKind<Kind extends Question['kind']>(
  questions: ReadonlyMap<string, Question>,
  ...kinds: readonly Kind[]
): Asked<Kind> {
  const isOfKind = (entry: [string, Question]): entry is [string, Extract<Question, { kind: Kind }>] =>
    (kinds as readonly string[]).includes(entry[1].kind);
  return new Map([...questions].filter(isOfKind));
}
