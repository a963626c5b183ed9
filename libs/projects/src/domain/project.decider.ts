import { type Decider, refuseUnless } from '#libs/eventsourcing';
import { evolveProject } from './evolve/evolve-project.js';
import { type ProjectChange, type ProjectCommand } from './project.commands.js';
import { type ProjectEvent } from './project.events.js';
import { type ProjectState } from './project.state.js';
import {
  changeDetails,
  designateKeyProject,
  openProject,
  recordNegotiation,
  signLetterOfIntent,
} from './rules/before-signing.js';
import { amendContract, terminateContract } from './rules/contract.js';
import { correctFact } from './rules/corrections.js';
import { correctFigure, reportFigure } from './rules/figures.js';
import { type Given } from './rules/given.js';
import { correctIntroducer } from './rules/introducer.js';
import { correctMilestone, reachMilestone } from './rules/milestones.js';
import {
  assignGroup,
  attachLeader,
  detachLeader,
  finishResponsibility,
  fixResponsibility,
  handOver,
  shareCredit,
} from './rules/responsibility.js';
import { resumeProject, suspendProject } from './rules/suspension.js';
import { PROJECT_TITLES } from './titles.js';
import { findFraud, inspectMilestone, supplyEvidence, voidFigure } from './rules/truth.js';

/** The rules of a project's life (features.md P1, P2, P9, P10, P12, P13); README.md has them as a picture. */
export const projectDecider: Decider<ProjectCommand, ProjectState, ProjectEvent> = {
  knows: PROJECT_TITLES,
  initialState: undefined,

  decide(command, state) {
    if (command.kind === 'open-project') {
      refuseUnless(!state, 'conflict', 'PROJECT.ALREADY_OPENED', '该项目已登记');
      return openProject(command, command.today, command.rules);
    }
    refuseUnless(state, 'not-found', 'PROJECT.UNKNOWN', '没有这个项目');
    return change(command, { project: state, today: command.today, at: '', rules: command.rules });
  },

  evolve: evolveProject,
};

function change(command: ProjectChange, given: Given): ProjectEvent[] {
  switch (command.kind) {
    case 'reach-milestone':
      return reachMilestone(command, given);
    case 'correct-milestone':
      return correctMilestone(command, given);
    case 'report-figure':
      return reportFigure(command, given);
    case 'correct-figure':
      return correctFigure(command, given);
    case 'correct-fact':
      return correctFact(command, given);
    case 'supply-evidence':
      return supplyEvidence(command, given);
    case 'inspect-milestone':
      return inspectMilestone(command, given);
    case 'void-figure':
      return voidFigure(command, given);
    case 'find-fraud':
      return findFraud(command, given);
    case 'change-details':
      return changeDetails(command.facts, given);
    case 'correct-introducer':
      return correctIntroducer(command.facts, given);
    case 'designate-key-project':
      return designateKeyProject(command.facts, given);
    case 'record-negotiation':
      return recordNegotiation(command.facts, given);
    case 'sign-letter-of-intent':
      return signLetterOfIntent(command.facts, given);
    case 'amend-contract':
      return amendContract(command.facts, given);
    case 'terminate-contract':
      return terminateContract(command.facts, given);
    case 'suspend-project':
      return suspendProject(command, given);
    case 'resume-project':
      return resumeProject(command.facts, given);
    case 'hand-over':
      return handOver(command, given);
    case 'assign-group':
      return assignGroup(command.facts, given);
    case 'fix-responsibility':
      return fixResponsibility(command.facts, given);
    case 'finish-responsibility':
      return finishResponsibility(command.facts, given);
    case 'attach-leader':
      return attachLeader(command.facts, given);
    case 'detach-leader':
      return detachLeader(command.facts, given);
    case 'share-credit':
      return shareCredit(command.facts, given);
  }
}
