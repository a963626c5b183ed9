import { beforeEach, describe, expect, it } from '@jest/globals';
import { type CommandContext, CommandRunner } from '#libs/command-handling';
import { digestOf } from '#libs/values';
import { leaf, scheme } from '../../../../../test/support/assessment-scheme.js';
import { MemoryEventStore } from '../../../../../test/support/memory-event-store.js';
import { PublishScheme } from './publish-scheme.command.js';
import { PublishSchemeHandler } from './publish-scheme.handler.js';

const contextOf = (commandId: string, body: object): CommandContext => ({
  commandId,
  commandHash: digestOf(body),
  actor: { id: 'account-1', unit: 'city', role: 'administrator' },
  source: { kind: 'api' },
  correlationId: commandId,
  causationId: commandId,
  today: '2022-01-10',
});

describe('publishing a scheme', () => {
  let store: MemoryEventStore;
  let handler: PublishSchemeHandler;
  beforeEach(() => {
    store = new MemoryEventStore();
    handler = new PublishSchemeHandler(new CommandRunner(store));
  });

  const publish = (content: object, commandId = 'c1') =>
    handler.execute(new PublishScheme({ scheme: content }, contextOf(commandId, content)));

  it('appends the whole scheme on the day it is published, and answers a repeat with the same place', async () => {
    const answer = await publish(scheme());
    expect(answer).toMatchObject({ id: 'example', revision: '0' });
    expect(store.events).toMatchObject([
      {
        stream: 'scheme-example',
        type: 'SchemePublished',
        data: { code: 'example', version: 1, scheme: scheme(), occurredOn: '2022-01-10' },
      },
    ]);
    expect(await publish(scheme())).toEqual(answer);
    expect(store.events).toHaveLength(1);
  });

  it('refuses another scheme under a version that is taken', async () => {
    await publish(scheme());
    await expect(publish(scheme({ name: '另一方案' }), 'c2')).rejects.toMatchObject({ code: 'SCHEME.VERSION_TAKEN' });
    expect(store.events).toHaveLength(1);
  });

  it('refuses a faulty scheme with every fault and its place in the request, and appends nothing', async () => {
    const faulty = scheme({ points: '99', indicators: [leaf({ cap: '1', floor: '2' })] });
    await expect(publish(faulty)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'SCHEME.INVALID',
      field: 'scheme.points',
      message:
        '方案有 2 处错误：scheme.points：基础分与计分指标的分值合计 10，与规定的 99 不符；scheme.indicators[0].cap：封顶 1 低于保底 2',
      problems: [
        { field: 'scheme.points', code: 'SCHEME.POINTS_SUM' },
        { field: 'scheme.indicators[0].cap', code: 'SCHEME.CAP_BELOW_FLOOR' },
      ],
    });
    expect(store.events).toEqual([]);
  });
});
