import type { phaseRow } from '#read-model';

/** A phase as the overview shows it. */
export type PhaseShown = ReturnType<typeof phaseRow>;
