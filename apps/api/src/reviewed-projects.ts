import { type ReviewedProjects } from '#libs/admission';
import { type CommandRunner } from '#libs/command-handling';
import { type Sql } from '#libs/database';
import { projectDecider, projectRowsAt, projectStream } from '#libs/projects';

/** The projects' module as the module of admission asks for it. */
export const reviewedProjectsOn = (runner: CommandRunner, sql: Sql): ReviewedProjects => ({
  async find(projectId) {
    const { state: project } = await runner.read(projectStream(projectId), projectDecider);
    return project && { unit: project.unit, name: project.name, fake: !!project.fake };
  },

  async findKnown(projectId, asOf) {
    const [project] = await projectRowsAt(sql, [projectId], asOf);
    return project && { unit: project.unit, name: project.name };
  },
});
