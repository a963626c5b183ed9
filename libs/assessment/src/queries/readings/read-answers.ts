import { type Reading } from '../../domain/figures.js';
import { type Question } from '../../domain/sources/question.js';
import { type Answers, type Asked, type Asking } from './asking.js';
import { certifiedAnswers, readCertified } from './certified.js';
import { metricAnswers } from './metrics.js';
import { rollUpAnswers } from './roll-ups.js';
import { targetAnswers } from './targets.js';

/**
 * Answers every question of a scheme for every subject: the ledger is read once for all metrics, the registers of inputs
 * and targets once each, other schemes once each, whatever the number of subjects and indicators.
 * @returns the answers of each subject, in the order of the subjects, by the questions' keys.
 */
export async function readAnswers(
  questions: ReadonlyMap<string, Question>,
  asking: Asking,
): Promise<ReadonlyMap<string, Reading>[]> {
  const answers = await answersByKind(questions, asking);
  return asking.subjects.map(
    ({ code }) => new Map([...questions].map(([key, { kind }]) => [key, answers[kind](key, code)])),
  );
}

async function answersByKind(
  questions: ReadonlyMap<string, Question>,
  asking: Asking,
): Promise<Record<Question['kind'], Answers>> {
  const certified = await readCertified(asking);
  const fromInputs = certifiedAnswers(ofKind(questions, 'certified', 'items', 'panel', 'discretionary'), certified);
  return {
    metric: await metricAnswers(ofKind(questions, 'metric'), asking),
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
