import { type AdmissionStanding, admissionStanding } from '#libs/admission';
import { type CommandRunner } from '#libs/command-handling';
import { Refusal } from '#libs/eventsourcing';
import { type Day } from '#libs/values';

const REASONS: Partial<Record<AdmissionStanding, string>> = {
  refused: '准入评审未通过，须重新评审或由有权人特批',
  'not-reviewed': '签约日已执行准入规则，项目尚未作准入评审',
};

/**
 * Whether the rules of admission (features.md L9) let a project sign on a day. Looked up before the command is decided
 * and answered within it, so that a request sent again gets the answer it had.
 * @returns throws Refusal PROJECT.NOT_ADMITTED, naming `field`, when they don't.
 */
export async function admissionOf(
  runner: CommandRunner,
  projectId: string,
  day: Day,
  field = 'occurredOn',
): Promise<() => void> {
  const reason = REASONS[await admissionStanding(runner, projectId, day)];
  return () => {
    if (reason !== undefined) throw new Refusal('conflict', 'PROJECT.NOT_ADMITTED', reason, field);
  };
}
