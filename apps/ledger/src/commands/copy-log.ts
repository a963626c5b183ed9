import {
  type CopyProgress,
  type LogDifference,
  LogsDifferError,
  type RawEvent,
  type RawEventField,
  UncopyableEventError,
  UnavailableError,
  WrongRevisionError,
  copyLog,
} from '#libs/event-store';
import { progressBar } from '../progress-bar.js';

const CONNECTION_STRING = /^(esdb|kurrentdb)(\+discover)?:\/\//;
const STEPS: Record<CopyProgress['step'], string> = { copying: '复制', proving: '核对' };
const FIELDS: Record<RawEventField, string> = {
  stream: '所属的流',
  revision: '流内序号',
  id: '事件编号',
  type: '事件类型',
  contentType: '内容格式',
  data: '数据',
  metadata: '元数据',
};

/** Copies a log to another store and prints the proof; every failure is said in one sentence, exit code 1. */
export async function runCopyLog(from: string, to: string): Promise<void> {
  for (const address of [from, to])
    if (!CONNECTION_STRING.test(address)) throw new Error(`须为 esdb:// 开头的连接串：${address}`);
  const bars = new StepBars();
  try {
    const { events, digest } = await copyLog({ from, to, onProgress: (progress) => bars.show(progress) });
    bars.stop();
    console.log(`两库一致：${events} 个事件，SHA-256 ${digest}`);
  } catch (error) {
    bars.stop();
    throw new Error(sentenceFor(error), { cause: error });
  }
}

/** One bar per step, in percent. */
class StepBars {
  private step?: CopyProgress['step'];
  private bar?: ReturnType<typeof progressBar>;
  private shown = 0;

  show({ step, share }: CopyProgress): void {
    if (step !== this.step) {
      this.stop();
      this.step = step;
      this.shown = 0;
      this.bar = progressBar(STEPS[step], 100);
    }
    for (; this.shown < Math.floor(share * 100); this.shown += 1) this.bar?.step();
  }

  stop(): void {
    this.bar?.stop();
    this.bar = undefined;
  }
}

function sentenceFor(error: unknown): string {
  if (error instanceof LogsDifferError) {
    const heading =
      error.found === 'before-copying' ? '目标库含有源库没有的内容，本次未写入任何事件' : '复制后核对，两库不一致';
    return `${heading}：${differenceInWords(error.difference)}`;
  }
  if (error instanceof UncopyableEventError)
    return `事件 ${placeOf(error.event)} 的 JSON 无法逐字节写出，复制停在它之前`;
  if (error instanceof WrongRevisionError)
    return `目标库的流 ${error.stream} 不在应有的序号：有人同时写入目标库，或源库中该流的开头已被清除`;
  if (error instanceof UnavailableError) return '事件库未应答，复制中断；恢复后重新运行即可续传';
  return error instanceof Error ? error.message : String(error);
}

function differenceInWords({ seq, source, target, field }: LogDifference): string {
  if (source && target && field)
    return `第 ${seq} 个事件${FIELDS[field]}不同（源 ${placeOf(source)}，目标 ${placeOf(target)}）`;
  if (target) return `第 ${seq} 个事件只在目标库（${placeOf(target)}）`;
  return `第 ${seq} 个事件只在源库${source ? `（${placeOf(source)}）` : ''}`;
}

const placeOf = ({ stream, revision, type }: RawEvent): string => `${stream}@${revision} ${type}`;
