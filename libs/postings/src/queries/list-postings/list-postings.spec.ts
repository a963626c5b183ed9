import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectStream, projectSummaryProjection } from '#libs/projects';
import { unitDirectoryProjection, unitStream } from '#libs/units';
import { visitStream } from '#libs/visits';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { postingsProjection } from '../../projections/postings/postings.projection.js';
import { type PostingsQuestion, listPostings } from './list-postings.query.js';

const PROOF = { evidence: [], grade: 'claimed' } as const;
const log = new Log();
for (const code of ['d1', 'd2'])
  log.append(unitStream(code), {
    type: 'UnitRegistered',
    data: { code, name: `名${code}`, kind: 'district', group: 'all', occurredOn: '2021-01-01' },
  });
for (const [id, unit, totalInvestment] of [
  ['a', 'd1', '100'],
  ['b', 'd2', '200.50'],
  ['c', 'd1', '300'],
] as const) {
  const stream = projectStream(id);
  log.append(stream, { type: 'ProjectOpened', data: { name: `项目${id}`, unit, occurredOn: '2022-01-01' } });
  log.append(stream, {
    type: 'ContractSigned',
    data: { totalInvestment, fixedAssetInvestment: '50', ...PROOF, occurredOn: `2022-0${id === 'c' ? 3 : 2}-01` },
  });
}
const beforeVoid = log.end;
const contract = log.events.find(({ stream, type }) => stream === projectStream('a') && type === 'ContractSigned');
log.append(projectStream('a'), {
  type: 'FigureVoided',
  data: { eventId: contract?.id, milestone: 'contract', finding: '不实', occurredOn: '2022-04-01' },
});
log.append(visitStream('v'), {
  type: 'VisitLogged',
  data: { unit: 'd1', kind: 'outing', place: '苏州', from: '2022-02-01', to: '2022-02-02', occurredOn: '2022-02-02' },
});

describe('the postings behind a number', () => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection, postingsProjection, projectSummaryProjection);
    await models.feed(log.events);
  });
  afterAll(() => models.drop());

  const ask = (question: Partial<PostingsQuestion> = {}) =>
    listPostings(models.sql, { asOf: log.end, limit: 100, ...question });
  const seqs = async (question?: Partial<PostingsQuestion>) => [
    ...new Set((await ask(question)).rows.map(({ seq }) => Number(seq))),
  ];

  it('name the unit, the project, the event and what they take back', async () => {
    const { rows } = await ask({ project: 'a' });
    expect(rows[0]).toEqual({
      seq: '4',
      line: 1,
      metric: 'signed-projects',
      unit: { code: 'd1', name: '名d1' },
      project: { id: 'a', name: '项目a' },
      day: '2022-02-01',
      quantity: '1',
      totalInvestment: '100',
      fixedAssetInvestment: '50',
      share: '1',
      grade: 'claimed',
      evidence: [],
      factId: contract?.id,
      eventId: contract?.id,
      stream: projectStream('a'),
    });
    expect(rows.map(({ metric, quantity }) => `${metric} ${quantity}`)).toEqual([
      'signed-projects 1',
      'signed-investment 100',
      'signed-fixed-assets 50',
      'signed-projects -1',
      'signed-investment -100',
      'signed-fixed-assets -50',
    ]);
    expect(rows[3]).toMatchObject({ seq: '9', factId: contract?.id, reverses: { seq: '4', line: 1 } });
    expect(rows[3]?.eventId).not.toBe(contract?.id);
  });

  it.each([
    [{}, [4, 6, 8, 9, 10]],
    [{ metric: 'outings' }, [10]],
    [{ unit: 'd2' }, [6]],
    [{ from: '2022-02-02' }, [8, 10]],
    [{ to: '2022-02-01' }, [4, 6, 9]],
    [{ minInvestment: '200.5' }, [6, 8]],
    [{ minFixedAssets: '50.01' }, []],
    [{ asOf: beforeVoid }, [4, 6, 8]],
    [{ visibleUnit: 'd1' }, [4, 8, 9, 10]],
    [{ visibleUnit: 'd1', unit: 'd2' }, []],
  ] as [Partial<PostingsQuestion>, number[]][])('are those asked for: %j', async (question, expected) => {
    expect(await seqs(question)).toEqual(expected);
  });

  it('come in pages that together are the whole, each row once', async () => {
    const pages: number[][] = [];
    let cursor: string | undefined;
    do {
      const page = await ask({ limit: 2, cursor });
      pages.push(page.rows.map(({ seq }) => Number(seq)));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(pages).toEqual([[4, 4], [4, 6], [6, 6], [8, 8], [8, 9], [9, 9], [10]]);
    expect(await ask({ limit: 13 })).not.toHaveProperty('next');
  });

  it.each(['', 'x', 'MQ', Buffer.from('1.2.3').toString('base64url'), Buffer.from('1.-2').toString('base64url')])(
    'refuse the cursor %j',
    async (cursor) => {
      await expect(ask({ cursor })).rejects.toMatchObject({ code: 'CURSOR.INVALID' });
    },
  );
});
