import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type QueryBus } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner } from '#libs/command-handling';
import { digestOf } from '#libs/values';
import { MemoryEventStore } from '../../../../../test/support/memory-event-store.js';
import { reserveDecider } from '../../domain/reserve.decider.js';
import { reserveStream } from '../../domain/reserve.events.js';
import { ReviewIdle } from './review-idle.command.js';
import { ReviewIdleHandler } from './review-idle.handler.js';

const contextOf = (commandId: string): CommandContext => ({
  commandId,
  commandHash: digestOf(commandId),
  actor: { id: 'account-1', unit: 'city', role: 'supervisor' },
  source: { kind: 'api' },
  correlationId: commandId,
  causationId: commandId,
  today: '2022-09-30',
});

let store: MemoryEventStore;
let found: string[];
const review = () => {
  const queries = { execute: () => Promise.resolve(found) } as unknown as QueryBus;
  const handler = new ReviewIdleHandler(new CommandRunner(store), queries);
  return handler.execute(new ReviewIdle('review-1', { on: '2022-09-01', idleDays: 90 }, contextOf('review')));
};
const flagged = () => store.events.flatMap(({ type, stream }) => (type === 'ZombieFlagged' ? [stream] : []));

beforeEach(async () => {
  store = new MemoryEventStore();
  found = ['a', 'b', 'c'];
  for (const id of found)
    await new CommandRunner(store).run({
      stream: reserveStream(id),
      decider: reserveDecider,
      command: {
        kind: 'plan-project',
        facts: {
          ...{ name: id, unit: 'luan-01', idea: '思路', funding: 'fiscal', plannedInvestment: '1' },
          // The last one has moved since the list of the idle was made.
          occurredOn: id === 'c' ? '2022-08-01' : '2022-01-01',
        },
        today: '2022-09-30',
      },
      context: contextOf(`plan-${id}`),
    });
});
afterEach(() => store.close());

it('flags what it found, but for what has moved since', async () => {
  await review();
  expect(flagged()).toEqual(['reserve-a', 'reserve-b']);
});

it('sent again after it was cut off, flags the rest of what it found the first time, and nothing twice', async () => {
  const append = store.append.bind(store);
  store.append = (stream, ...rest) =>
    stream === 'reserve-b' ? Promise.reject(new Error('cut off')) : append(stream, ...rest);
  await expect(review()).rejects.toThrow('cut off');
  expect(flagged()).toEqual(['reserve-a']);
  store.append = append;
  found = [];
  const answer = await review();
  expect(flagged()).toEqual(['reserve-a', 'reserve-b']);
  expect(await review()).toEqual(answer);
  expect(flagged()).toHaveLength(2);
});
