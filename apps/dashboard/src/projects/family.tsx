import { type Project } from '../api.js';
import { useAnswer, useWholeList } from '../queries.js';
import { ProjectLink } from '../ui/project-link.js';
import { type ProjectShown } from './answers.js';
import { EndTags } from './end-tags.js';
import { StageTag } from './stage-tag.js';

/** The project that this one expands, and the expansions of this one. */
export function Family({ id, parentId, asOf }: { id: string; parentId?: string; asOf?: string }) {
  const { data: expansions = [] } = useWholeList<Project>('projects', { parent: id, asOf, limit: '100' });
  if (!parentId && expansions.length === 0) return null;
  return (
    <section aria-labelledby="family">
      <h2 id="family">原项目与扩建</h2>
      <ul className="family">
        {parentId && <Parent id={parentId} />}
        {expansions.map((expansion) => (
          <Member key={expansion.id} relation="扩建" project={expansion} />
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
