import { AddGroupMemberHandler } from './commands/add-group-member/add-group-member.handler.js';
import { AppointPersonHandler } from './commands/appoint-person/appoint-person.handler.js';
import { MergeUnitHandler } from './commands/merge-unit/merge-unit.handler.js';
import { PlaceUnitHandler } from './commands/place-unit/place-unit.handler.js';
import { RegisterUnitHandler } from './commands/register-unit/register-unit.handler.js';
import { RegroupUnitHandler } from './commands/regroup-unit/regroup-unit.handler.js';
import { RelievePersonHandler } from './commands/relieve-person/relieve-person.handler.js';
import { RemoveGroupMemberHandler } from './commands/remove-group-member/remove-group-member.handler.js';
import { RenameUnitHandler } from './commands/rename-unit/rename-unit.handler.js';
import { SplitUnitHandler } from './commands/split-unit/split-unit.handler.js';
import { VoidUnitEndHandler } from './commands/void-unit-end/void-unit-end.handler.js';
import { GetGroupHandler } from './queries/group-by-code/get-group.js';
import { GetGroupsHandler } from './queries/list-groups/get-groups.js';
import { GetUnitsHandler } from './queries/list-units/get-units.js';
import { GetUnitHandler } from './queries/unit-by-code/get-unit.js';

export * from './commands/add-group-member/add-group-member.command.js';
export * from './commands/appoint-person/appoint-person.command.js';
export * from './commands/merge-unit/merge-unit.command.js';
export * from './commands/place-unit/place-unit.command.js';
export * from './commands/register-unit/register-unit.command.js';
export * from './commands/regroup-unit/regroup-unit.command.js';
export * from './commands/relieve-person/relieve-person.command.js';
export * from './commands/remove-group-member/remove-group-member.command.js';
export * from './commands/rename-unit/rename-unit.command.js';
export * from './commands/require-unit.js';
export * from './commands/split-unit/split-unit.command.js';
export * from './commands/void-unit-end/void-unit-end.command.js';
export * from './domain/hierarchy.events.js';
export * from './domain/titles.js';
export * from './domain/unit.events.js';
export * from './projections/unit-directory/unit-directory.projection.js';
export * from './queries/group-by-code/get-group.js';
export * from './queries/list-groups/get-groups.js';
export * from './queries/list-units/get-units.js';
export * from './queries/list-units/list-units.query.js';
export { type Moment } from './queries/moment.js';
export * from './queries/successors/successors.query.js';
export * from './queries/tenures/tenures.query.js';
export * from './queries/unit-by-code/get-unit.js';
export * from './queries/unit-names/unit-names.query.js';

export const unitCommandHandlers = [
  RegisterUnitHandler,
  RenameUnitHandler,
  RegroupUnitHandler,
  PlaceUnitHandler,
  MergeUnitHandler,
  SplitUnitHandler,
  VoidUnitEndHandler,
  AddGroupMemberHandler,
  RemoveGroupMemberHandler,
  AppointPersonHandler,
  RelievePersonHandler,
];
export const unitQueryHandlers = [GetUnitsHandler, GetUnitHandler, GetGroupsHandler, GetGroupHandler];
