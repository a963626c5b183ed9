import { type Introducer } from '../api.js';
import { ProjectLink } from './project-link.js';

/** The enterprise that brought another in, by its project or its code. */
export function IntroducerName({
  introducer: { creditCode, project },
  asOf,
}: {
  introducer: Introducer;
  asOf?: string;
}) {
  return project ? <ProjectLink id={project.id} name={project.name} asOf={asOf} /> : <>{creditCode}</>;
}
