import { PublishClassRulesHandler } from './commands/publish-class-rules/publish-class-rules.handler.js';
import { GetClassRulesHandler } from './queries/class-rules/get-class-rules.js';

export * from './commands/class-rules-on.js';
export * from './commands/publish-class-rules/publish-class-rules.command.js';
export * from './domain/class-rules.events.js';
export * from './domain/titles.js';
export * from './queries/class-rules/get-class-rules.js';

export const classRuleCommandHandlers = [PublishClassRulesHandler];
export const classRuleQueryHandlers = [GetClassRulesHandler];
