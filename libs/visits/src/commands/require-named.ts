import { type CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { leadDecider, leadStream } from '#libs/leads';
import { projectDecider, projectStream } from '#libs/projects';
import { requireUnit } from '#libs/units';
import { type VisitBody } from './log-visit/log-visit.command.js';

/** The unit, projects and leads that a visit names have to exist. @throws Refusal UNIT.UNKNOWN, PROJECT.UNKNOWN, LEAD.UNKNOWN */
export async function requireNamed(
  runner: CommandRunner,
  { unit, to, projects = [], leads = [] }: VisitBody,
): Promise<void> {
  await requireUnit(runner, unit, 'unit', to);
  for (const [index, id] of projects.entries()) {
    const { state } = await runner.load(projectStream(id), projectDecider);
    refuseUnless(state, 'invalid', 'PROJECT.UNKNOWN', `没有项目 ${id}`, `projects.${index}`);
  }
  for (const [index, id] of leads.entries()) {
    const { state } = await runner.load(leadStream(id), leadDecider);
    refuseUnless(state, 'invalid', 'LEAD.UNKNOWN', `没有线索 ${id}`, `leads.${index}`);
  }
}
