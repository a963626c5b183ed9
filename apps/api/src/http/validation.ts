import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { type MetadataStorage, getMetadataStorage } from 'class-validator';
import { type FieldProblem } from '#libs/contract';
import { InvalidRequest } from './problem.js';

/** Checks bodies and query strings against their classes; what a class doesn't name is refused. */
export function requestValidation(): ValidationPipe {
  rememberConstraints();
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new InvalidRequest(errors.flatMap((error) => problemsOf(error, ''))),
  });
}

/**
 * What a class demands is settled once it is defined, but class-validator looks through all the classes there are, for
 * each object that it checks: half of a request's validation.
 */
function rememberConstraints(): void {
  const storage = getMetadataStorage();
  if (Object.hasOwn(storage, 'getTargetValidationMetadatas')) return;
  const look = storage.getTargetValidationMetadatas.bind(storage);
  const known = new WeakMap<object, ReturnType<MetadataStorage['getTargetValidationMetadatas']>>();
  storage.getTargetValidationMetadatas = (target, ...options) => {
    // The pipe above has no options; and an object's `constructor` may be anything that the request says.
    if (options.some(Boolean) || typeof target !== 'function') return look(target, ...options);
    const found = known.get(target) ?? look(target, ...options);
    known.set(target, found);
    return found;
  };
}

function problemsOf({ property, constraints = {}, children = [] }: ValidationError, parent: string): FieldProblem[] {
  const field = parent === '' ? property : `${parent}.${property}`;
  const own = children.length > 0 ? [] : Object.entries(constraints).map((broken) => problemOf(field, ...broken));
  return [...own, ...children.flatMap((child) => problemsOf(child, field))];
}

const problemOf = (field: string, constraint: string, message: string): FieldProblem =>
  constraint === 'whitelistValidation'
    ? { field, code: 'FIELD.UNKNOWN', message: `不认识的字段 ${field}` }
    : { field, code: constraint === 'isDefined' ? 'FIELD.MISSING' : 'FIELD.INVALID', message };
