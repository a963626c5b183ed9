import { type ProjectState } from '../api.js';
import { daysBetween } from '../periods.js';
import { GRADES, MILESTONES, STAGES, inWords } from '../words.js';

/** Steps that a project may skip: shown where they were taken. */
const OPTIONAL: readonly string[] = ['negotiation', 'intent'];

interface Step {
  readonly code: string;
  readonly name: string;
  readonly day: string | undefined;
  readonly grade: string | undefined;
}

/** The steps from the first day to output: the day of each, how far it is proved, and the days since the one before. */
export function Timeline({ project }: { project: ProjectState }) {
  const steps = stepsOf(project);
  const furthest = steps.findLastIndex(({ day }) => day);
  return (
    <ol className="timeline" aria-label="项目进程">
      {steps.map(({ code, name, day, grade }, index) => {
        const before = steps.slice(0, index).findLast((step) => step.day)?.day;
        return (
          <li key={code} className={day ? `reached ${grade ?? ''}` : undefined}>
            <span className="step-gap">{day && before && `${daysBetween(before, day)} 天`}</span>
            <span className="step-mark" aria-hidden />
            <span className="step-name">{code === 'opened' && project.leadId ? '线索转立项' : name}</span>
            <span className="step-day">{day ?? (index < furthest ? '未登记' : '未到')}</span>
            {grade && <span className="step-grade">{inWords(GRADES, grade)}</span>}
          </li>
        );
      })}
    </ol>
  );
}

function stepsOf(project: ProjectState): Step[] {
  const graded = new Set<string>(MILESTONES.map(({ code }) => code));
  return STAGES.filter(({ code, day }) => project[day] ?? !OPTIONAL.includes(code)).map(({ code, name, day }) => ({
    code,
    name,
    day: project[day],
    grade: graded.has(code) ? project.grades[code as keyof ProjectState['grades']] : undefined,
  }));
}
