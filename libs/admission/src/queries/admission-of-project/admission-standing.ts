import { type CommandRunner } from '#libs/command-handling';
import { type Day } from '#libs/values';
import { admissionDecider } from '../../domain/admission.decider.js';
import { admissionStream } from '../../domain/admission.events.js';
import { admissionRulesDecider } from '../../domain/rules.decider.js';
import { ADMISSION_RULES_STREAM } from '../../domain/rules.events.js';
import { type AdmissionStanding, standingOn } from '../../domain/standing.js';

/** Whether a project may sign on a day, read from the log: what another process recorded just now counts. */
export async function admissionStanding(
  runner: Pick<CommandRunner, 'read'>,
  projectId: string,
  day: Day,
): Promise<AdmissionStanding> {
  const { state: rules } = await runner.read(ADMISSION_RULES_STREAM, admissionRulesDecider);
  if (rules.length === 0) return 'not-required';
  const { state: admission } = await runner.read(admissionStream(projectId), admissionDecider);
  return standingOn(rules, admission, day);
}
