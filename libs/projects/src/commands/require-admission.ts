import { type AdmissionStanding, admissionStanding } from '#libs/admission';
import { type CommandRunner } from '#libs/command-handling';
import { Refusal } from '#libs/eventsourcing';
import { type Day } from '#libs/values';

const REASONS: Partial<Record<AdmissionStanding, string>> = {
  refused: '准入评审未通过，须重新评审或由有权人特批',
  'not-reviewed': '签约日已执行准入规则，项目尚未作准入评审',
};

/**
 * Sees to it that the rules of admission (features.md L9) let a project sign on a day.
 * @throws Refusal PROJECT.NOT_ADMITTED, naming `field`, when they don't.
 */
export async function requireAdmission(
  runner: CommandRunner,
  projectId: string,
  day: Day,
  field = 'occurredOn',
): Promise<void> {
  const reason = REASONS[await admissionStanding(runner, projectId, day)];
  if (reason !== undefined) throw new Refusal('conflict', 'PROJECT.NOT_ADMITTED', reason, field);
}
