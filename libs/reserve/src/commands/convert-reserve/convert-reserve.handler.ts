import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, type CommandContext, CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { openConvertedReserve } from '#libs/projects';
import { requireUnit } from '#libs/units';
import { derivedId } from '#libs/values';
import { reserveDecider } from '../../domain/reserve.decider.js';
import { type ReserveConverted, reserveStream } from '../../domain/reserve.events.js';
import { ConvertReserve, type ConvertReserveBody } from './convert-reserve.command.js';

/**
 * Two streams change, in two appends: the entry says what it becomes, then the project opens under an id of its own.
 * Should the process die between them, `openConvertedReserves` (a reaction in the projector) makes the second.
 */
@CommandHandler(ConvertReserve)
export class ConvertReserveHandler implements ICommandHandler<ConvertReserve> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ reserveId, body, context }: ConvertReserve): Promise<Answer> {
    const { state: entry } = await this.runner.runPrepared({
      stream: reserveStream(reserveId),
      decider: reserveDecider,
      command: async () => ({
        kind: 'convert-reserve' as const,
        facts: await this.conversion(reserveId, body, context),
        today: context.today,
      }),
      context,
    });
    const conversion = entry?.conversion;
    refuseUnless(conversion, 'conflict', 'RESERVE.WRONG_STAGE', '储备项目尚未转为项目');
    return openConvertedReserve(this.runner, reserveId, conversion, context);
  }

  private async conversion(
    reserveId: string,
    { name, unit, place, occurredOn }: ConvertReserveBody,
    { actor }: CommandContext,
  ): Promise<ReserveConverted['data']> {
    const { state: entry } = await this.runner.load(reserveStream(reserveId), reserveDecider);
    refuseUnless(entry, 'not-found', 'RESERVE.UNKNOWN', '没有这个储备项目');
    requireReach(actor, entry.unit);
    const project = {
      name: name ?? entry.name,
      unit: unit ?? entry.unit,
      place: place ?? entry.place,
      chain: entry.chain,
      plannedInvestment: entry.plannedInvestment,
    };
    await requireUnit(this.runner, project.unit, 'unit', occurredOn);
    return { projectId: derivedId('project-of-reserve', reserveId), project, occurredOn };
  }
}
