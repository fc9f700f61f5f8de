/** How long a play keeps the event loop from others, in milliseconds. */
const longestTurn = 10;

/** Lets others have the event loop now and then: a server answers while commands are played. */
export class Turn {
  private began = performance.now();

  async endIfLong(): Promise<void> {
    if (performance.now() - this.began < longestTurn) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.began = performance.now();
  }
}
