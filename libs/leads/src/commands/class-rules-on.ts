import { type CommandRunner } from '#libs/command-handling';
import { type Day } from '#libs/values';
import { classRulesDecider, rulesOn } from '../domain/class-rules.decider.js';
import { CLASS_RULES_STREAM, type ClassRules } from '../domain/class-rules.js';

/** The rules of classing in force on a day. */
export async function classRulesOn(runner: CommandRunner, day: Day): Promise<ClassRules | undefined> {
  const { state } = await runner.loadRecent(CLASS_RULES_STREAM, classRulesDecider);
  return rulesOn(state, day);
}
