import { Refusal } from '#libs/eventsourcing';
import { type Evidence } from '#libs/values';
import { type ProjectChange } from '../../domain/project.commands.js';

/** A construction permit in force, as the paper that it is. */
export interface GrantedPermit {
  readonly projectId: string;
  readonly paper: Evidence;
}

/**
 * Finds a construction permit that was granted. Approvals are of projects, so this module can't ask theirs back:
 * whoever composes the two provides this.
 */
export abstract class GrantedPermits {
  /** `undefined` unless the approval is a construction permit that stands. */
  abstract find(approvalId: string): Promise<GrantedPermit | undefined>;
}

/** The change proved by a granted permit as well as by its own papers. @throws Refusal EVIDENCE.NO_PERMIT */
export async function withPermit(
  permits: GrantedPermits,
  projectId: string,
  change: ProjectChange,
  approvalId: string,
): Promise<ProjectChange> {
  const permit = await permits.find(approvalId);
  if (permit?.projectId !== projectId)
    throw new Refusal('conflict', 'EVIDENCE.NO_PERMIT', '所指审批不是本项目有效的施工许可', 'permit');
  switch (change.kind) {
    case 'supply-evidence':
      return { ...change, evidence: [...change.evidence, permit.paper] };
    case 'reach-milestone':
    case 'correct-milestone': {
      const terms = { ...change.terms, evidence: [...(change.terms.evidence ?? []), permit.paper] };
      return { ...change, terms } as ProjectChange;
    }
    default:
      return change;
  }
}
