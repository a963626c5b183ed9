import { type ReviewedProjects } from '#libs/admission';
import { type CommandRunner } from '#libs/command-handling';
import { projectDecider, projectStream } from '#libs/projects';

/** The projects' module as the module of admission asks for it. */
export const reviewedProjectsOn = (runner: CommandRunner): ReviewedProjects => ({
  async find(projectId) {
    const { state: project } = await runner.read(projectStream(projectId), projectDecider);
    return project && { unit: project.unit, name: project.name };
  },
});
