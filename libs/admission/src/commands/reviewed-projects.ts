import { type Actor, requireReach } from '#libs/access';
import { refuseUnless } from '#libs/eventsourcing';
import { type ReviewedProject } from '../domain/admission.decider.js';

/**
 * Finds the project that is reviewed. Signing asks this module whether a project is admitted, so this module can't ask
 * the projects' module back: whoever composes the two provides this.
 */
export abstract class ReviewedProjects {
  abstract find(projectId: string): Promise<ReviewedProject | undefined>;

  /** The project as it was known at the seq `asOf`. */
  abstract findKnown(projectId: string, asOf: bigint): Promise<ReviewedProject | undefined>;
}

/**
 * The project, for a command of someone who can act for the unit that answers for it. One found fake (features.md P12) is
 * neither reviewed nor let in.
 * @throws Refusal PROJECT.UNKNOWN, ACCESS.UNIT_FORBIDDEN, PROJECT.FOUND_FAKE
 */
export async function requireReviewedProject(
  projects: ReviewedProjects,
  projectId: string,
  actor: Actor,
): Promise<ReviewedProject> {
  const project = await projects.find(projectId);
  refuseUnless(project, 'not-found', 'PROJECT.UNKNOWN', '没有这个项目');
  requireReach(actor, project.unit);
  refuseUnless(!project.fake, 'conflict', 'PROJECT.FOUND_FAKE', '该项目已被认定为虚假项目，不能评审准入');
  return project;
}
