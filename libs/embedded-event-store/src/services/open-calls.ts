/** The long-lived calls, so that stopping can end each in its own way. */
export class OpenCalls {
  private readonly endings = new Set<() => void | Promise<void>>();

  /** Enters a call with the way to end it; yields the way to leave, for when it has ended by itself. */
  enter(end: () => void | Promise<void>): () => void {
    this.endings.add(end);
    return () => void this.endings.delete(end);
  }

  async endAll(): Promise<void> {
    await Promise.all([...this.endings].map(async (end) => end()));
  }
}
