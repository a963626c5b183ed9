import { type ProjectState } from '../api.js';
import { type Step, Steps } from '../ui/steps.js';
import { GRADES, MILESTONES, STAGES, inWords } from '../words.js';

/** Steps that a project may skip: shown where they were taken. */
const OPTIONAL: readonly string[] = ['negotiation', 'intent'];
const GRADED: ReadonlySet<string> = new Set(MILESTONES.map(({ code }) => code));

/** The steps from the first day to output, and how far each is proved. */
export const Timeline = ({ project }: { project: ProjectState }) => <Steps name="项目进程" steps={stepsOf(project)} />;

function stepsOf(project: ProjectState): Step[] {
  return STAGES.filter(({ code, day }) => project[day] ?? !OPTIONAL.includes(code)).map(({ code, name, day }) => {
    const grade = GRADED.has(code) ? project.grades[code as keyof ProjectState['grades']] : undefined;
    return {
      code,
      name: code === 'opened' && project.leadId ? '线索转立项' : name,
      day: project[day],
      grade,
      note: grade && inWords(GRADES, grade),
    };
  });
}
