import { type ProjectState } from '../api.js';

const ENDS = [
  { day: 'suspendedOn', name: '停工' },
  { day: 'terminatedOn', name: '合同终止' },
  { day: 'foundFakeOn', name: '查实虚假' },
] as const;

/** What holds a project up or has ended it, since when. */
export function EndTags({ project, withDay = false }: { project: ProjectState; withDay?: boolean }) {
  return ENDS.filter(({ day }) => project[day]).map(({ day, name }) => (
    <span key={day} className="tag" title={`${project[day]} 起`}>
      {name}
      {withDay && ` ${project[day]} 起`}
    </span>
  ));
}
