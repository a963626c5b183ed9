import { Refusal } from '#libs/eventsourcing';
import { type SchemeProblem } from '../../domain/checks.js';

const TOLD = 5;

/** `SCHEME.INVALID`: `problems` holds every fault, with its place inside the request; the message tells the first few. */
export class InvalidScheme extends Refusal {
  readonly problems: readonly SchemeProblem[];

  constructor(found: readonly SchemeProblem[]) {
    const problems = found.map((problem) => ({ ...problem, field: inRequest(problem.field) }));
    super('invalid', 'SCHEME.INVALID', summary(problems), problems[0]?.field);
    this.problems = problems;
  }
}

const inRequest = (field: string): string => (field === '' ? 'scheme' : `scheme.${field}`);

function summary(problems: readonly SchemeProblem[]): string {
  const told = problems.slice(0, TOLD).map(({ field, message }) => `${field}：${message}`);
  const rest = problems.length > TOLD ? '；等' : '';
  return `方案有 ${problems.length} 处错误：${told.join('；')}${rest}`;
}
