/**
 * How many calls are under way at once: the others wait here, where the time of a call does not run yet. About a hundred
 * share one HTTP/2 connection, and what waits inside it waits on its deadline.
 */
export class CallsUnderWay {
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly most: number) {}

  /** Does the work in its turn, those who asked first before those who asked later. */
  async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.underWay < this.most) this.underWay += 1;
    // Whoever is done hands its place over, so that nobody slips in between.
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.underWay -= 1;
    }
  }
}
