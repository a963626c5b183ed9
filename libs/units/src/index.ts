import { RegisterUnitHandler } from './commands/register-unit/register-unit.handler.js';
import { GetUnitsHandler } from './queries/list-units/get-units.js';
import { GetUnitHandler } from './queries/unit-by-code/get-unit.js';

export * from './commands/register-unit/register-unit.command.js';
export * from './commands/require-unit.js';
export * from './domain/unit.events.js';
export * from './projections/unit-directory/unit-directory.projection.js';
export * from './queries/list-units/get-units.js';
export * from './queries/list-units/list-units.query.js';
export * from './queries/unit-by-code/get-unit.js';
export * from './queries/unit-by-code/unit-by-code.query.js';
export * from './queries/unit-names/unit-names.query.js';

export const unitCommandHandlers = [RegisterUnitHandler];
export const unitQueryHandlers = [GetUnitsHandler, GetUnitHandler];
