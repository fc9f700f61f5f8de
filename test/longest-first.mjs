import Sequencer from '@jest/test-sequencer';

/**
 * Runs what takes longest first, so that two workers end together: what a run before measured where there was one,
 * else browsers, journeys and laws before plain specs, which a clone's first run could not tell from their size.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const order = super.sort(tests);
    const kind = ({ path }) => kinds.findIndex((pattern) => pattern.test(path));
    return order.every(({ duration }) => duration !== undefined)
      ? order
      : [...order].sort((a, b) => kind(a) - kind(b));
  }
}

const kinds = [/faults|random-commands/, /\.browser\.spec/, /\.laws\.spec/, /\.journey\.spec/, /./];
