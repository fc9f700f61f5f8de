import { setTimeout as wait } from 'node:timers/promises';

/** How often progress is told at most, in milliseconds. */
const interval = 100;

/**
 * Progress of long work as lines of JSON. What is said meanwhile replaces what was not told yet; the result is always
 * the last line.
 */
export class LinesOfProgress implements AsyncIterable<string> {
  private latest: object | undefined;
  private result: object | undefined;
  private wake: () => void = () => undefined;

  say(progress: object): void {
    this.latest = progress;
  }

  end(result: object): void {
    this.result = result;
    this.wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    const ended = new Promise<void>((resolve) => {
      this.wake = resolve;
      if (this.result) resolve();
    });
    while (!this.result) {
      await Promise.race([ended, wait(interval)]);
      if (this.latest && !this.result) yield `${JSON.stringify(this.latest)}\n`;
      this.latest = undefined;
    }
    yield `${JSON.stringify(this.result)}\n`;
  }
}
