/** Lets pieces of work happen one after another, in the order in which they ask. */
export class Turn {
  private last: Promise<unknown> = Promise.resolve();

  /** Runs `work` when all that asked before has ended, well or badly. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work, work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
