import { type Project } from '../api.js';
import { useAnswer, useWholeList } from '../queries.js';
import { ProjectLink } from '../ui/project-link.js';
import { type ProjectShown } from './answers.js';
import { EndTags } from './end-tags.js';
import { StageTag } from './stage-tag.js';

interface Props {
  readonly id: string;
  readonly parentId?: string;
  /** The enterprise's. */
  readonly creditCode?: string;
  readonly asOf?: string;
}

/** The project that this one expands, the expansions of this one, and what its enterprise brought in (以商引商). */
export function Family({ id, parentId, creditCode, asOf }: Props) {
  const { data: expansions = [] } = useWholeList<Project>('projects', { parent: id, asOf, limit: '100' });
  const { data: byProject = [] } = useWholeList<Project>('projects', { introducer: id, asOf, limit: '100' });
  const { data: byCode = [] } = useWholeList<Project>(creditCode && 'projects', {
    introducer: creditCode,
    asOf,
    limit: '100',
  });
  const broughtIn = [...byProject, ...byCode];
  if (!parentId && expansions.length + broughtIn.length === 0) return null;
  return (
    <section aria-labelledby="family">
      <h2 id="family">原项目、扩建与引荐</h2>
      <ul className="family">
        {parentId && <Parent id={parentId} />}
        {expansions.map((expansion) => (
          <Member key={expansion.id} relation="扩建" project={expansion} />
        ))}
        {broughtIn.map((project) => (
          <Member key={project.id} relation="引荐" project={project} />
        ))}
      </ul>
    </section>
  );
}

function Parent({ id }: { id: string }) {
  const { data } = useAnswer<ProjectShown>(`projects/${id}`);
  return data ? <Member relation="原项目" project={data.project} /> : null;
}

function Member({ relation, project }: { relation: string; project: Project }) {
  return (
    <li>
      <span className="muted">{relation}</span> <ProjectLink id={project.id} name={project.name} />{' '}
      <StageTag stage={project.stage} />
      <EndTags project={project} />
    </li>
  );
}
