import { type CommandRunner } from '#libs/command-handling';
import { type ClassRules, type Day } from '#libs/values';
import { classRulesDecider, rulesOn } from '../domain/class-rules.decider.js';
import { CLASS_RULES_STREAM } from '../domain/class-rules.events.js';

/** The rules of classing in force on a day. */
export async function classRulesOn(runner: CommandRunner, day: Day): Promise<ClassRules | undefined> {
  const { state } = await runner.loadRecent(CLASS_RULES_STREAM, classRulesDecider);
  return rulesOn(state, day);
}
