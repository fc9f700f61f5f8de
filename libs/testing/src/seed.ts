/** The seed that `npm test` runs under: always the same, so that a test passes or fails by what was changed. */
export const fixedSeed = 1001;

/**
 * The seed of everything that is tried at random: the fixed one, or HISTORY_SEED to repeat another, as a soak does
 * (`npm run soak`). It belongs in the name of each test that uses it.
 */
export const historySeed = Number(process.env['HISTORY_SEED'] ?? fixedSeed);
