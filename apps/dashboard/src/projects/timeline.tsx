import { type ProjectState } from '../api.js';
import { daysBetween } from '../periods.js';
import { STAGES } from '../words.js';

/** The steps from lead to output with the day of each, and the days that lie between those reached. */
export function Timeline({ project }: { project: ProjectState }) {
  const furthest = STAGES.findLastIndex(({ day }) => project[day]);
  const steps = STAGES.map(({ code, name, day }) => ({ code, name, day: project[day] }));
  return (
    <ol className="timeline" aria-label="项目进程">
      {steps.map(({ code, name, day }, index) => {
        const before = steps.slice(0, index).findLast((step) => step.day)?.day;
        return (
          <li key={code} className={day ? 'reached' : undefined}>
            <span className="step-gap">{day && before && `${daysBetween(before, day)} 天`}</span>
            <span className="step-mark" aria-hidden />
            <span className="step-name">{code === 'opened' && project.leadId ? '线索转立项' : name}</span>
            <span className="step-day">{day ?? (index < furthest ? '未登记' : '未到')}</span>
          </li>
        );
      })}
    </ol>
  );
}
