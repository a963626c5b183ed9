import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { upcast } from '#libs/eventsourcing';
import { projectStream } from '#libs/projects';
import { selectRows } from '#libs/read-models';
import { unitStream } from '#libs/units';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { resolveAsOf } from '../../queries/resolve-as-of/resolve-as-of.query.js';
import { shownAsOf } from '../../queries/resolve-as-of/shown-as-of.js';
import { seqsOfStream } from '../../queries/seqs-of-stream/seqs-of-stream.query.js';
import { AuditEntryRow } from './audit-entry.entity.js';
import { auditTrailProjection } from './audit-trail.projection.js';

const STREAM = projectStream('p1');
const log = new Log();
log.append(
  unitStream('d1'),
  {
    type: 'UnitRegistered',
    data: { code: 'd1', name: '一区', kind: 'district', group: 'all', occurredOn: '2021-01-01' },
  },
  { recordedAt: new Date('2022-03-01T10:00:00+08:00') },
);
log.append(
  STREAM,
  { type: 'ProjectOpened', data: { name: '项目', unit: 'd1', occurredOn: '2022-02-01' } },
  { recordedAt: new Date('2022-03-05T23:59:59.999+08:00') },
);
const signed = log.append(
  STREAM,
  { type: 'ContractSigned', data: { occurredOn: '2022-02-30' } },
  { recordedAt: new Date('2022-03-06T00:00:00+08:00'), actingUnit: 'city' },
);
const TODAY = '2022-03-10';

describe.each([[1], [100]])('the audit trail (batches of %d)', (size) => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(auditTrailProjection);
    await models.feed(log.events, [size]);
  });
  afterAll(() => models.drop());

  const asOf = (text?: string) => resolveAsOf(models.sql, text, TODAY);

  it('says of each event where it stands, who recorded it and when', async () => {
    const [, , entry] = await selectRows(models.sql, AuditEntryRow, 'true order by seq');
    expect(entry).toEqual({
      seq: '3',
      position: '300',
      eventId: signed.id,
      stream: STREAM,
      revision: '1',
      type: 'ContractSigned',
      unit: 'd1',
      actor: 'account-1',
      actingUnit: 'city',
      role: 'reporter',
      source: { kind: 'api' },
      occurredOn: null,
      recordedAt: signed.recordedAt,
    });
  });

  it('gives an event to the unit that it names, else to that of the beginning of its stream', async () => {
    const rows = await selectRows(models.sql, AuditEntryRow, 'true order by seq');
    expect(rows.map(({ unit }) => unit)).toEqual(['d1', 'd1', 'd1']);
    expect(rows.map(({ occurredOn }) => occurredOn)).toEqual(['2021-01-01', '2022-02-01', null]);
  });

  it('takes the present when no as-of is asked for', async () => {
    expect(await asOf()).toEqual({ seq: 3n, recordedAt: signed.recordedAt });
  });

  it.each([
    ['2', 2n],
    ['0', 0n],
    ['2022-02-28', 0n],
    ['2022-03-01', 1n],
    ['2022-03-04', 1n],
    ['2022-03-05', 2n],
    ['2022-03-06', 3n],
    [TODAY, 3n],
  ])('resolves %s to seq %d, with the time at which that became known', async (text, seq) => {
    const recordedAt = log.events[Number(seq) - 1]?.recordedAt ?? null;
    expect(await asOf(text)).toEqual({ seq, recordedAt });
  });

  it.each(['4', '-1', '1.5', '99999999999999999999', '2022-03-11', '2022-02-30', 'yesterday', ''])(
    'refuses the as-of %j',
    async (text) => {
      await expect(asOf(text)).rejects.toMatchObject({ kind: 'invalid', code: 'AS_OF.UNKNOWN', field: 'asOf' });
    },
  );

  it('says how many events before then are set aside', async () => {
    const [first, second] = log.events;
    await models.sql.transaction(async (sql) => {
      for (const { seq, stream, revision, position, id, type } of [first!, second!])
        await sql.query(
          `insert into ledger.parked_event (projection, version, seq, stream, revision, position, event_id, type, attempts)
           values ('audit-trail', 1, $1, $2, $3, $4, $5, $6, 1)`,
          [seq, stream, revision, position, id, type],
        );
      await sql.query('update ledger.projection_checkpoint set parked = 2');
    });
    expect(shownAsOf(await asOf())).toMatchObject({ seq: '3', incomplete: { parked: 2 } });
    expect(shownAsOf(await asOf('1'))).toMatchObject({ seq: '1', incomplete: { parked: 1 } });
    expect(shownAsOf(await asOf('0'))).not.toHaveProperty('incomplete');
    await models.sql.query('delete from ledger.parked_event');
    await models.sql.query('update ledger.projection_checkpoint set parked = 0');
    expect(shownAsOf(await asOf())).not.toHaveProperty('incomplete');
  });

  it('is the index from revisions to seqs', async () => {
    expect([...(await seqsOfStream(models.sql, STREAM))]).toEqual([
      [0n, 2n],
      [1n, 3n],
    ]);
    expect((await seqsOfStream(models.sql, STREAM, 'd2')).size).toBe(0);
  });

  it('shows an event of a later build with its unit and day, as that build will', async () => {
    const { metadata } = signed;
    const later = upcast({
      ...signed,
      ...{ id: '00000000-0000-4000-8000-000000000005', stream: projectStream('p2'), revision: 0n },
      data: { unit: 'd2', occurredOn: '2022-03-01' },
      metadata: { ...metadata, schemaVersion: 99 },
    });
    await models.feed([{ ...later, seq: 5n }]);
    const [entry] = await selectRows(models.sql, AuditEntryRow, 'seq = 5');
    expect(entry).toMatchObject({ type: 'ContractSigned', unit: 'd2', occurredOn: '2022-03-01' });
  });

  it('takes in an event that another program wrote without saying who', async () => {
    const foreign = { ...signed, seq: 4n, id: '00000000-0000-4000-8000-000000000004', stream: 'other-1', revision: 0n };
    await models.feed([{ ...foreign, data: {}, metadata: {} as never }]);
    const [entry] = await selectRows(models.sql, AuditEntryRow, 'seq = 4');
    expect(entry).toMatchObject({ unit: null, actor: null, source: null, occurredOn: null });
  });
});
