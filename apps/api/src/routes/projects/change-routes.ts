import { Body, Param, Post, type Type } from '@nestjs/common';
import { type Permission } from '#libs/access';
import { type Answer } from '#libs/command-handling';
import { type CommandBody, factsOf } from '#libs/contract';
import { type PermitBody, type ProjectChange } from '#libs/projects';
import { CommandRoute, CurrentExchange, type Exchange } from '../../http/commands.js';
import { IdPipe } from '../../http/id.pipe.js';
import { type ProjectRoutes } from './project-routes.js';

/** What is said of the project, as against what a request says of itself and of its proof. */
type Facts<Taken extends CommandBody> = Omit<Taken, keyof CommandBody | keyof PermitBody>;

/** A route that changes a project: what it is called, what it takes, and which change that is. */
export interface ChangeRoute<Taken extends CommandBody> {
  /** The method's name, and so part of the operation's. */
  readonly name: string;
  readonly path: string;
  readonly summary: string;
  readonly permission: Permission;
  readonly body: Type<Taken>;
  changeOf(this: void, facts: Facts<Taken>): ProjectChange;
}

/** Gives a controller one route more: what the decorators of a written method would, from data. */
export function addRoute<Taken extends CommandBody>(
  { prototype }: Type<ProjectRoutes>,
  { name, path, summary, permission, body, changeOf }: ChangeRoute<Taken>,
): void {
  const target = prototype as object;
  function route(this: ProjectRoutes, exchange: Exchange, id: string, taken: Taken): Promise<Answer> {
    const { permit, ...facts } = factsOf<Taken & PermitBody>(taken);
    return this.send(exchange, id, taken, changeOf(facts as Facts<Taken>), permit);
  }
  // By its name the document's generator finds what the route takes.
  const value = Object.defineProperty(route, 'name', { value: name });
  const descriptor = { value, writable: true, configurable: true };
  Object.defineProperty(target, name, descriptor);
  Reflect.defineMetadata('design:paramtypes', [Object, String, body], target, name);
  CurrentExchange()(target, name, 0);
  Param('id', IdPipe)(target, name, 1);
  Body()(target, name, 2);
  for (const decorate of [Post(path), CommandRoute(summary, permission)]) decorate(target, name, descriptor);
}
