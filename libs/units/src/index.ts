import { RegisterUnitHandler } from './commands/register-unit/register-unit.handler.js';

export * from './commands/register-unit/register-unit.command.js';
export * from './commands/require-unit.js';
export * from './domain/unit.events.js';

export const unitCommandHandlers = [RegisterUnitHandler];
