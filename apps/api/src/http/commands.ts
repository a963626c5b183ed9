import { type ExecutionContext, HttpCode, Injectable, applyDecorators, createParamDecorator } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiHeader, ApiOperation } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { type Permission } from '#libs/access';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandAnswer, type CommandBody } from '#libs/contract';
import { type Day, derivedId, digestOf } from '#libs/values';
import { type AuthenticatedRequest, Requires } from './access.guard.js';
import { correlationId, expectedRevision, idempotencyKey } from './command-headers.js';
import { type OwnWrites } from './own-writes.js';

/** The request and the reply of a command, for its headers. */
export interface Exchange {
  readonly request: AuthenticatedRequest;
  readonly reply: FastifyReply;
}

export const CurrentExchange = createParamDecorator((_: unknown, context: ExecutionContext): Exchange => {
  const http = context.switchToHttp();
  return { request: http.getRequest<AuthenticatedRequest>(), reply: http.getResponse<FastifyReply>() };
});

/** A route that takes a command: what it does in Chinese, and the permission that it needs. */
export const CommandRoute = (summary: string, permission: Permission) =>
  applyDecorators(
    HttpCode(201),
    Requires(permission),
    ApiOperation({ summary }),
    ApiHeader({ name: 'Idempotency-Key', required: true, description: '同一命令的每次尝试相同；办理一次' }),
    ApiHeader({ name: 'If-Match', required: false, description: '客户端所见的修订号（ETag）；不符则 412' }),
    ApiHeader({ name: 'X-Correlation-Id', required: false, description: '贯穿多个请求的关联编号（UUID）' }),
    ApiCreatedResponse({ type: CommandAnswer }),
  );

/** Sends commands to the bus with the context that the request gives, and answers with where they landed. */
@Injectable()
export class Commands {
  constructor(
    private readonly bus: CommandBus,
    private readonly today: () => Day,
    private readonly ownWrites: OwnWrites,
  ) {}

  /** `idOf` is given the id of a new thing: derived from the key, so that a repeat names the same one. */
  async send(
    { request, reply }: Exchange,
    body: CommandBody,
    commandOf: (context: CommandContext, newId: string) => Command<Answer>,
    locationOf: (id: string) => string,
  ): Promise<Answer> {
    const context = this.contextOf(request, body);
    const answer = await this.bus.execute(commandOf(context, derivedId('thing', context.commandId)));
    this.ownWrites.note(context.actor.id, BigInt(answer.position));
    void reply.header('location', locationOf(answer.id)).header('etag', `"${answer.revision}"`);
    return answer;
  }

  private contextOf(request: AuthenticatedRequest, { approvedBy, source }: CommandBody): CommandContext {
    const { actor, method, url } = request;
    const commandId = derivedId('command', actor.id, idempotencyKey(request));
    return {
      commandId,
      commandHash: digestOf({ method, url, body: contentOf(request.body) }),
      expectedRevision: expectedRevision(request),
      actor,
      approvedBy,
      source: source ? { kind: 'import', file: source.file, row: source.row } : { kind: 'api' },
      correlationId: correlationId(request) ?? commandId,
      causationId: commandId,
      today: this.today(),
    };
  }
}

/** The request without the file it came from: a row of a corrected file is the same command if the row is the same. */
const contentOf = (body: unknown): object => ({ ...(body as CommandBody), source: undefined });
