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

/** @throws Refusal PROJECT.UNKNOWN */
export async function requireReviewedProject(projects: ReviewedProjects, projectId: string): Promise<ReviewedProject> {
  const project = await projects.find(projectId);
  refuseUnless(project, 'not-found', 'PROJECT.UNKNOWN', '没有这个项目');
  return project;
}
