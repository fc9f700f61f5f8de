import { refuse, says, the } from '#acts';
import type { Refusal } from '#timeline';

/** The decision can be called in, unless the record says that it cannot. */
export function* subjectToCallIn(id: string, said: boolean | undefined): Iterable<Refusal> {
  if (said === false) {
    yield refuse(
      'not-subject-to-call-in',
      says`The record of decision ${the.decision(id)} says that it is not subject to call-in. If the record is wrong, strike it and record the decision again with subjectToCallIn`,
    );
  }
}
