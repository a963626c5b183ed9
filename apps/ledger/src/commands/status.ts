import { type ProjectionStatus, type Role, readStatus } from '#libs/projections';
import { textTable } from '../demo/text-table.js';
import { operate } from '../operate.js';

const ROLES: Record<Role, string> = { current: '现行', outdated: '旧版', building: '建立中', rebuild: '重建中' };

/** Prints where every projection stands; exit code 1 when one that is read is stalled, or the store doesn't answer. */
export function runStatus({ json }: { json?: boolean }): Promise<void> {
  return operate(async ({ database, store }) => {
    const status = await readStatus(database, store);
    if (json)
      console.log(
        JSON.stringify(status, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value), 2),
      );
    else {
      console.log(tableOf(status.projections));
      for (const { projection, stopped } of status.projections)
        if (stopped) console.log(`${projection} 自 ${stopped.at.toISOString()} 起停止：${stopped.fault}`);
      if (!status.storeAnswers) console.log('事件库未应答，落后多少无从得知');
    }
    if (status.red || !status.storeAnswers) process.exitCode = 1;
  });
}

const tableOf = (projections: readonly ProjectionStatus[]): string => {
  const furthest = projections.reduce((most, { seq }) => (seq > most ? seq : most), 0n);
  return textTable(
    ['投影', '版本', '状态', '序号', '落后事件', '落后秒数', '搁置'],
    projections.map((each) => [
      each.projection,
      String(each.version),
      wordsFor(each, furthest),
      String(each.seq),
      `${each.lag.atLeast ? '≥' : ''}${each.lag.events}`,
      String(each.lag.seconds),
      String(each.parked),
    ]),
  );
};

function wordsFor({ role, seq, stopped, stalled }: ProjectionStatus, furthest: bigint): string {
  if (stopped) return `${ROLES[role]}，已停止`;
  if (role === 'building' || role === 'rebuild')
    return `${ROLES[role]} ${furthest === 0n ? 100n : (seq * 100n) / furthest}%${stalled ? '，中断' : ''}`;
  return stalled && role === 'current' ? `${ROLES[role]}，停滞` : ROLES[role];
}
