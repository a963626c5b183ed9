import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type CheckedFile, LedgerClient, readCheckedFile, sendFile } from '#apps/ledger';
import { type Actor } from '#libs/access';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

/** A client whose machine goes down after so many requests. */
class FailingClient extends LedgerClient {
  constructor(
    url: string,
    private requestsLeft: number,
  ) {
    super(url);
  }

  override send(...request: Parameters<LedgerClient['send']>): ReturnType<LedgerClient['send']> {
    if ((this.requestsLeft -= 1) < 0) return Promise.reject(new Error('the machine is down'));
    return super.send(...request);
  }
}

describe('an import', () => {
  let ledger: TestLedger;
  let file: CheckedFile;
  const tokenOf = ({ role, unit }: Actor) => ledger.token(role, unit);
  const send = (checked: CheckedFile, client = new LedgerClient(ledger.url)) =>
    sendFile(client, checked.file, checked.hash, tokenOf);
  const signed = async () => {
    const { body } = await ledger.get('/v1/league-tables/signed-projects?from=2022-01-01&to=2022-09-30').expect(200);
    return (body as { total: { value: string } }).total.value;
  };

  beforeEach(async () => {
    ledger = await startTestLedger();
    const { file: whole, hash } = await readCheckedFile('cases/luan-2022-01-09.import.json');
    file = { hash, file: { ...whole, projects: whole.projects.slice(0, 30), outings: whole.outings.slice(0, 10) } };
  });
  afterEach(() => ledger.stop());

  it('makes one append of one row', async () => {
    const { accepted, refused, position } = await send(file);
    expect({ accepted, refused }).toEqual({ accepted: 8 + 30 + 10, refused: [] });
    ledger.noteWritten(position);
    const { body } = await ledger.get('/v1/projects?limit=500').expect(200);
    const projects = (body as { rows: { startedOn?: string; revision: string }[] }).rows;
    expect(projects.map(({ revision }) => revision)).toEqual(projects.map(({ startedOn }) => (startedOn ? '2' : '1')));
  });

  it('says who brought a project in', async () => {
    const introducer = { creditCode: '91350100M000100Y43' };
    const projects = [{ ...file.file.projects[0]!, introducer }];
    const { position } = await send({ ...file, file: { ...file.file, projects, outings: [] } });
    ledger.noteWritten(position);
    const { rows } = (await ledger.get('/v1/projects').expect(200)).body as { rows: { id: string }[] };
    expect((await ledger.get(`/v1/projects/${rows[0]?.id}`).expect(200)).body).toMatchObject({ introducer });
  });

  it('goes on where it was cut off, and changes nothing when all is done', async () => {
    await expect(send(file, new FailingClient(ledger.url, 25))).rejects.toThrow('the machine is down');
    const { accepted, refused, position } = await send(file);
    expect({ accepted, refused }).toEqual({ accepted: 8 + 30 + 10, refused: [] });
    ledger.noteWritten(position);
    expect(await signed()).toBe('30');
    const end = await ledger.logEnd();
    await send(file);
    expect(await ledger.logEnd()).toBe(end);
  });

  it('reports a row that is refused, and the others stand', async () => {
    const [first, ...others] = file.file.projects;
    const changed = { ...first!, totalInvestment: '999999' };
    await send({ ...file, file: { ...file.file, projects: [changed], outings: [] } });
    const { accepted, refused, position } = await send(file);
    expect(refused).toEqual([{ row: 'projects 1', code: 'COMMAND.KEY_REUSED', detail: expect.any(String) }]);
    expect(accepted).toBe(8 + others.length + 10);
    ledger.noteWritten(position);
    expect(await signed()).toBe('30');
  });
});
