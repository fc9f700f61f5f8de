import { factOf, onDay, refuse, says, the } from '#acts';
import { shortDate } from '#calendar';
import { listOf, name, required, text } from '#fields';
import { settingKey } from '../council-settings.js';
import { callInWindow, isSubjectToCallIn } from './call-in-window.js';
import { subjectToCallIn } from './call-ins.js';
import { settingsIn } from './council-clocks.js';
import { act, decision, itself, proceeding, recorded, standing, takenIn } from './decisions.js';

export const callInDecision = act({
  command: 'call-in-decision',
  event: 'DecisionCalledIn',
  version: 1,
  says: 'Records that a decision was called in, within its window.',
  happened: 'A decision was called in',
  fields: {
    decision: decision('The decision that was called in.'),
    by: required(listOf(name), 'Those who called it in, by office; no personal names.', {
      label: 'Called in by',
      personal: true,
    }),
    grounds: required(text, 'The grounds that were given.'),
  },
  reads: () => [settingKey('call-in-clear-days')],
  touches: itself,
  *meaningless(state, { decision: id }) {
    yield* recorded(state, id);
    const callIn = takenIn(state, id)?.callIn;
    if (callIn) {
      yield refuse(
        'already-called-in',
        says`Decision ${the.decision(id)} was called in on ${onDay(callIn.calledIn)}: a decision is called in once`,
      );
    }
  },
  *breaches(state, { decision: id }) {
    yield* standing(state, id);
    const held = takenIn(state, id);
    if (!held) return;
    if (!held.published) {
      yield refuse(
        'decision-not-published',
        says`Decision ${the.decision(id)} is not published by then: record that first with publish-decision`,
      );
    }
    if (held.callInWaived) {
      yield refuse(
        'call-in-waived',
        says`Call-in of decision ${the.decision(id)} was waived on ${onDay(held.callInWaived.waived)}: it cannot be called in`,
      );
    }
    yield* subjectToCallIn(id, isSubjectToCallIn(held));
  },
  *elsewhere(facts, { decision: id, effectiveOn }, state) {
    const published = takenIn(state, id)?.published;
    if (!published) return;
    const { set, lastDay, because } = callInWindow(published, settingsIn(facts));
    // Of a window that nobody has set it is not known whether it was over: being called in says that it was not.
    if (!set || lastDay === undefined || effectiveOn <= lastDay) return;
    yield refuse(
      'outside-call-in-window',
      says`Decision ${the.decision(id)} was to be called in on ${shortDate(effectiveOn)}, and that is outside its window: ${because}. Date it within the window, or correct the publication or the council's setting`,
    );
  },
  evolve(state, entry) {
    const { by, grounds } = entry;
    const callIn = { by, grounds, calledIn: factOf(entry), outcomes: [] };
    return proceeding(state, entry.decision, { callIn });
  },
  example: {
    takenOn: '2013-04-17',
    decision: 'efficiency-partner',
    by: ['A member of the Scrutiny Committee', 'A member of another group'],
    grounds: 'It is not said why the Leader took it and not the Cabinet Member',
  },
});
