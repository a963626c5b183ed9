import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  SetMetadata,
  UnauthorizedException,
  createParamDecorator,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyRequest } from 'fastify';
import { type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { type Actor, type Permission, requirePermission, verifyToken } from '#libs/access';
import { Refusal } from '#libs/eventsourcing';

const PUBLIC = 'access:public';
const PERMISSION = 'access:permission';
const VERIFIED_FOR_MS = 60_000;

/** A route that needs no token. */
export const Public = () => SetMetadata(PUBLIC, true);
/** A route whose actor's role must have the permission. */
export const Requires = (permission: Permission) => SetMetadata(PERMISSION, permission);

export type AuthenticatedRequest = FastifyRequest & { actor: Actor };

/** The actor whom the request's token names. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<AuthenticatedRequest>().actor,
);

/** Every route asks for a bearer token unless it is public; what changes something asks for a permission too. */
@Injectable()
export class AccessGuard implements CanActivate {
  /** Verified tokens, for a minute: an Ed25519 check costs more than the rest of most requests. */
  private readonly verified = new LRUCache<string, Actor>({ max: 10_000, ttl: VERIFIED_FOR_MS });

  constructor(
    private readonly reflector: Reflector,
    private readonly keys: JWTVerifyGetKey,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    request.actor = await this.authenticate(request.headers.authorization);
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(PERMISSION, targets);
    if (permission) requirePermission(request.actor, permission);
    else if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new Refusal('forbidden', 'ACCESS.ROLE_FORBIDDEN', '您的角色无权进行此项操作');
    return true;
  }

  private async authenticate(header: string | undefined): Promise<Actor> {
    const token = /^Bearer ([\w.-]+)$/i.exec(header ?? '')?.[1];
    if (!token) throw new UnauthorizedException();
    const known = this.verified.get(token);
    if (known) return known;
    const actor = await verifyToken(token, this.keys);
    if (!actor) throw new UnauthorizedException();
    this.verified.set(token, actor);
    return actor;
  }
}
