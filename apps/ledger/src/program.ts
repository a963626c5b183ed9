import { Command, Option } from 'commander';
import { ROLES } from '#libs/access';
import { runApi } from './commands/api.js';
import { runCopyLog } from './commands/copy-log.js';
import { runDemo } from './commands/demo.js';
import { runEventStore } from './commands/event-store.js';
import { runExplain } from './commands/explain.js';
import { runImport } from './commands/import.js';
import { runProjector } from './commands/projector.js';
import { runRebuild } from './commands/rebuild.js';
import { runRetry } from './commands/retry.js';
import { runStart } from './commands/start.js';
import { runStatus } from './commands/status.js';
import { printToken } from './commands/token.js';

/** The command line: everything on one machine, or one part of it. */
export function program(): Command {
  const ledger = new Command('ledger').description('招商引资项目台账').showHelpAfterError();

  ledger
    .command('start', { isDefault: true })
    .description('在本机启动全部服务（内嵌 Postgres、内嵌事件库、投影、API 与页面）')
    .action(runStart);

  ledger
    .command('demo')
    .description('启动全部服务，导入示例数据，打印成绩单、项目履历与考核得分')
    .option('--case <file>', '公布数据文件，或由它导出的导入文件')
    .option('--exit', '打印后停止所启动的一切')
    .option('--json', '以一个 JSON 文档打印到标准输出（进度在标准错误）')
    .action(runDemo);

  ledger
    .command('import')
    .description('先检查整个导入文件，再逐行发给 API；重发即续传')
    .argument('<file>', '导入文件')
    .option('--url <url>', 'API 地址', 'http://127.0.0.1:3000')
    .action(runImport);

  ledger
    .command('token')
    .description('用本机密钥签发访问令牌')
    .requiredOption('--unit <code>', '单位代码')
    .addOption(new Option('--role <role>', '角色').choices(ROLES).makeOptionMandatory())
    .option('--actor <id>', '账号（不填姓名），默认由角色和单位组成')
    .option('--expires <span>', '有效期，如 12h、30d', '30d')
    .action(printToken);

  ledger
    .command('event-store')
    .description('只启动内嵌事件库')
    .option('--port <port>', 'gRPC 端口', '2113')
    .option('--data <dir>', '数据目录', '.data')
    .action(runEventStore);

  ledger
    .command('copy-log')
    .description('把一个事件库的全部业务事件依原序复制到另一个事件库，可续传，并核对两库一致')
    .argument('<from>', '源库连接串，如 esdb://127.0.0.1:2113?tls=false')
    .argument('<to>', '目标库连接串；须为空库，或此前未完成的副本')
    .action(runCopyLog);

  ledger
    .command('status')
    .description('各投影的进度、落后、搁置与停滞；有停滞时退出码为 1')
    .option('--json', '以 JSON 打印')
    .action(runStatus);

  ledger
    .command('rebuild')
    .description('在现有数据表旁从头重建某投影，查询不中断；中断后重新运行即续建')
    .argument('<projection>', '投影名称')
    .option('--from-start', '放弃此前中断的重建，从第一个事件开始')
    .action(runRebuild);

  ledger
    .command('retry')
    .description('修复之后，依序补办某投影搁置的事件；已停止的投影同时恢复')
    .argument('<projection>', '投影名称')
    .option('--stream <stream>', '只补办这一个流')
    .action(runRetry);

  ledger
    .command('explain')
    .description('打印一个得分的依据：方案版本、算式、数字、台账记录和事件，可用计算器逐项核对')
    .argument('<score>', '方案/对象，或 方案/对象/指标，如 demo/341522/start-rate')
    .option('--scheme-version <n>', '方案版本，默认最新')
    .option('--as-of <seq|day>', '按当时所知：事件序号或日期')
    .option('--json', '打印 JSON')
    .option('--url <url>', 'API 地址', 'http://127.0.0.1:3000')
    .action(runExplain);

  ledger.command('api').description('只启动 API 与页面（需 DATABASE_URL、ESDB_URL）').action(runApi);
  ledger.command('projector').description('只启动投影（需 DATABASE_URL、ESDB_URL）').action(runProjector);
  return ledger;
}
