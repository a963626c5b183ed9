import { type CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { projectDecider } from '../domain/project.decider.js';
import { projectStream } from '../domain/project.events.js';
import { type Project } from '../domain/project.state.js';

/** The project as it is now, read from the log: for a command on another stream. @throws Refusal PROJECT.UNKNOWN */
export async function requireProject(runner: CommandRunner, projectId: string): Promise<Project> {
  const { state } = await runner.read(projectStream(projectId), projectDecider);
  refuseUnless(state, 'not-found', 'PROJECT.UNKNOWN', '没有这个项目');
  return state;
}
