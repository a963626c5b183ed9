import { approvalDecider, approvalStream } from '#libs/approvals';
import { type CommandRunner } from '#libs/command-handling';
import { type GrantedPermits } from '#libs/projects';
import { digestOf } from '#libs/values';

/** Approvals as the projects' module asks for them. A grant without a file is named by the hash of what was decided. */
export const grantedPermitsOn = (runner: CommandRunner): GrantedPermits => ({
  async find(approvalId) {
    const { state } = await runner.read(approvalStream(approvalId), approvalDecider);
    if (state?.kind !== 'construction-permit' || state.status !== 'granted') return undefined;
    const { projectId, number, decision, file } = state;
    const sha256 = file ?? digestOf({ approvalId, decision, number });
    return { projectId, paper: { kind: 'construction-permit', sha256, number, approvalId } };
  },
});
