import { factOf, refuse, says, the } from '#acts';
import { oneOf, pounds, required, text } from '#fields';
import { same } from '#timeline';
import { amountsByYear, inOrderOfYear, planNames, sumOf } from './amounts.js';
import { ofIdentified } from './plans.js';
import { saving } from './saving-fields.js';
import { act, changed, goingOn, identified, ofSaving } from './savings.js';
import { memberOfPlan, savingIn } from './state.js';

export const reprofileSaving = act({
  command: 'reprofile-saving',
  event: 'SavingReprofiled',
  version: 2,
  says: 'Moves amounts of a saving from year to year, for a reason; what they come to together stays.',
  happened: 'A saving was spread over other years',
  fields: {
    saving,
    plan: required(oneOf(planNames), 'Which of its planned amounts is spread anew.'),
    profile: required(
      amountsByYear,
      'All its amounts by year as they are from then on; together they come to what they were.',
    ),
    reason: required(text, 'Why the years change.'),
  },
  from: {
    fromProfile: {
      kind: amountsByYear,
      says: 'All its amounts by year as they are believed to be until then; refused if they are others on that day.',
      label: 'Former amounts by year',
      of: ({ saving: id, plan }) => says`The spread over the years of saving ${the.saving(id)} (${plan})`,
      is: (state, { saving: id, plan }) => savingIn(state, id)?.[memberOfPlan[plan]]?.profile ?? null,
    },
  },
  settles: ({ profile, fromProfile }) => ({
    profile: inOrderOfYear(profile),
    ...(fromProfile && { fromProfile: inOrderOfYear(fromProfile) }),
  }),
  touches: ofSaving,
  *meaningless(state, entry) {
    const { saving: id, plan } = entry;
    yield* identified(state, id);
    if (!savingIn(state, id)?.[memberOfPlan[plan]]) {
      yield refuse(
        'nothing-to-reprofile',
        says`Saving ${the.saving(id)} has no amounts of the kind ${plan} by then: state them first, or re-profile others`,
      );
    }
    yield* ofIdentified(state, entry);
  },
  *breaches(state, { saving: id, profile, fromProfile }) {
    yield* goingOn(state, id);
    const [before, after] = [sumOf(fromProfile ?? []), sumOf(profile)];
    if (before !== after) {
      yield refuse(
        'total-changed',
        `The years come to ${pounds(after)} and came to ${pounds(before)}: re-profiling moves amounts from year to year; state another total with forecast-saving, or authorise it anew`,
      );
    }
  },
  evolve: (state, entry) =>
    changed(state, entry.saving, (held) => {
      const { plan, reason } = entry;
      const member = memberOfPlan[plan];
      const before = held[member];
      const [profile, fromProfile] = [inOrderOfYear(entry.profile), inOrderOfYear(entry.fromProfile ?? [])];
      if (!before || same(before.profile, profile)) return {};
      const moved = { ...factOf(entry), reason, fromProfile };
      return {
        [member]: { ...before, profile, reprofiled: moved },
        reprofileLog: [
          ...held.reprofileLog,
          { plan, ...factOf(entry), fromProfile, toProfile: profile, reason },
        ],
      };
    }),
  formerly: { 1: ({ toProfile, ...others }) => ({ ...others, profile: toProfile }) },
  example: {
    takenOn: '2015-09-10',
    saving: 'legal-recharges',
    plan: 'authorised',
    profile: [
      { year: '2015/16', pence: 15_000_000 },
      { year: '2016/17', pence: 30_000_000 },
    ],
    fromProfile: [{ year: '2015/16', pence: 45_000_000 }],
    reason: 'The partner starts half a year later',
  },
});
