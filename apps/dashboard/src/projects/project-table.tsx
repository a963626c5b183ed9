import { type Project } from '../api.js';
import { grouped } from '../format.js';
import { ProjectLink } from '../ui/project-link.js';
import { STAGES } from '../words.js';
import { EndTags } from './end-tags.js';
import { StageTag } from './stage-tag.js';

/** The stages that every project is expected to pass; a list has no room for all. */
const LISTED: readonly string[] = ['opened', 'contract', 'land', 'start', 'completion', 'production', 'output'];
const COLUMNS = STAGES.filter(({ code }) => LISTED.includes(code));

/** One line per project: how far it was, the day of each step, and its amounts. */
export function ProjectTable({ projects, asOf }: { projects: readonly Project[]; asOf?: string }) {
  return (
    <table className="grid projects">
      <caption className="unseen">项目列表</caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">责任单位</th>
          <th scope="col">阶段</th>
          {COLUMNS.map(({ code, name }) => (
            <th key={code} scope="col">
              {name}
            </th>
          ))}
          <th scope="col" className="number">
            总投资（万元）
          </th>
          <th scope="col" className="number">
            固投（万元）
          </th>
        </tr>
      </thead>
      <tbody>
        {projects.map((project) => (
          <tr key={project.id}>
            <th scope="row">
              <ProjectLink id={project.id} name={project.name} asOf={asOf} />
            </th>
            <td>{project.unit.name}</td>
            <td>
              <StageTag stage={project.stage} />
              <EndTags project={project} />
            </td>
            {COLUMNS.map(({ code, day }) => (
              <td key={code} className="day">
                {project[day]}
              </td>
            ))}
            <td className="number">{project.totalInvestment && grouped(project.totalInvestment)}</td>
            <td className="number">{project.fixedAssetInvestment && grouped(project.fixedAssetInvestment)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
