import { type Decider, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type Given, reachOutput, secureLand, signContract, startConstruction, voidFigure } from './milestones.js';
import { type OpenProject, type ProjectCommand } from './project.commands.js';
import { type ProjectEvent } from './project.events.js';
import { type Project, type ProjectState, evolveProject } from './project.state.js';

/** The rules of a project's life (features.md P1, P2, P12): contract, then land and start in either order, then output. */
export const projectDecider: Decider<ProjectCommand, ProjectState, ProjectEvent> = {
  initialState: undefined,

  decide(command, state) {
    if (command.kind === 'open-project') {
      refuseUnless(!state, 'conflict', 'PROJECT.ALREADY_OPENED', '该项目已登记');
      return openProject(command, command.today);
    }
    refuseUnless(state, 'not-found', 'PROJECT.UNKNOWN', '没有这个项目');
    const given: Given = { project: state, today: command.today, at: '' };
    switch (command.kind) {
      case 'sign-contract':
        return signContract(command.contract, given);
      case 'secure-land':
        return secureLand(command.land, given);
      case 'start-construction':
        return startConstruction(command.start, given);
      case 'reach-output':
        return reachOutput(command.output, given);
      case 'void-figure':
        return voidFigure(command, given);
    }
  },

  evolve: evolveProject,
};

function openProject({ project, contract, land, start }: OpenProject, today: string): ProjectEvent[] {
  refuseFuture(project.occurredOn, today);
  const events: ProjectEvent[] = [];
  let state: ProjectState;
  const record = (more: ProjectEvent[]) => {
    for (const event of more) state = evolveProject(state, { ...event, id: 'to be recorded' });
    events.push(...more);
  };
  const given = (at: string): Given => ({ project: state as Project, today, at });
  record([{ type: 'ProjectOpened', data: project }]);
  if (contract) record(signContract(contract, given('contract.')));
  if (land) record(secureLand(land, given('land.')));
  if (start) record(startConstruction(start, given('start.')));
  return events;
}
