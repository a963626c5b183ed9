/** Notes how long things take, in whole milliseconds. */
export class Stopwatch {
  readonly laps: Record<string, number> = {};

  async time<T>(name: string, work: Promise<T>): Promise<T> {
    const begin = performance.now();
    const result = await work;
    this.laps[name] = Math.round(performance.now() - begin);
    return result;
  }
}
