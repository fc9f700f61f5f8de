import cliProgress from 'cli-progress';

/** Shows how far long work is: a bar for each part of it, one after another. */
export interface ProgressBar {
  /** @param part what is being done, such as `Recording` */
  show(part: string, done: number, of: number): void;
  /** Ends the bar that is shown, before anything else is said. */
  end(): void;
}

const none: ProgressBar = { show: () => undefined, end: () => undefined };

/**
 * A progress bar on standard error; none where that is no terminal.
 *
 * @param counting what is counted, such as `lines`
 * @param after how long the work may take before a bar is shown, in milliseconds
 */
export function progressBar(counting: string, after = 0, stream = process.stderr): ProgressBar {
  if (!stream.isTTY) return none;
  const began = performance.now();
  let shown: { readonly part: string; readonly bar: cliProgress.SingleBar } | undefined;
  const end = (): void => {
    shown?.bar.stop();
    shown = undefined;
  };
  return {
    end,
    show(part, done, of) {
      if (performance.now() - began < after) return;
      if (shown?.part !== part) {
        end();
        const format = `${part.padEnd(10)} {bar} {value} of {total} ${counting}`;
        const bar = new cliProgress.SingleBar({ format, stream }, cliProgress.Presets.shades_classic);
        bar.start(of, done);
        shown = { part, bar };
      }
      shown.bar.setTotal(of);
      shown.bar.update(done);
    },
  };
}
