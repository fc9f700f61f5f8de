import { expect, it } from '@jest/globals';
import { needSorts } from './index.js';

/** Every sort of thing that can need doing, in order: what is listed, the rule, and where that comes from. */
const byHand = `
record-incomplete
  The record of a decision lacks what it is to hold.
  The record of a decision holds what its kind of maker owes, as soon as reasonably practicable.
  Executive Arrangements Regulations 2012 (SI 2012/2089), regulations 12 and 13, for the executive; Local Government Act 1972, Schedule 12, for the council and its committees; Openness of Local Government Bodies Regulations 2014 (SI 2014/2095), regulations 7 and 8, for officers
notice-incomplete
  The notice of a key decision lacks what it is to state, or there is none on the record.
  The notice of a key decision states eight items.
  Executive Arrangements Regulations 2012 (SI 2012/2089), regulation 9
notice-running
  The clear days of a notice have not run, and the decision is not taken.
  A key decision is taken once the clear days of its notice have run.
  Executive Arrangements Regulations 2012 (SI 2012/2089), regulations 9 and 10; the days as the council has set them
announced-too-early
  The notice of a decision that is not taken announces a day before its clear days allow it.
  A key decision is taken once the clear days of its notice have run: the day announced is not before that.
  Executive Arrangements Regulations 2012 (SI 2012/2089), regulations 9 and 10; the days as the council has set them
decision-to-take
  A notice, a general exception or an urgency is on the record, its days have run, and the decision is not.
  What was announced is taken and recorded, or withdrawn.
  Executive Arrangements Regulations 2012 (SI 2012/2089), regulation 9: the notice says when
not-published
  A decision that can be called in was taken and is not published.
  A decision that can be called in is not in force before its window ends, and the window runs from publication.
  The call-in rules of the council’s constitution, as its settings have them
call-in-window
  The window in which a decision can be called in is open.
  A published decision can be called in until the last clear day of its window, and holds from the day after.
  The call-in rules of the council’s constitution, as its settings have them
setting-not-set
  A setting of the council that a decision is to be counted by was not set for its day.
  Days are counted, and sums compared, by what the council had set for that day: where it had set nothing, nothing is known.
  The settings of the council: its constitution gives them
call-in-not-known
  Nothing on the record says whether a decision that was taken can be called in.
  Whether a decision can be called in is in its record, or follows from who took it.
  The call-in rules of the council’s constitution; Local Government Act 2000, section 9F
called-in
  A decision was called in, or referred, and nothing has come of it yet.
  A decision that is called in waits for its outcome, and one that is referred for being looked at again.
  The call-in rules of the council’s constitution; Local Government Act 2000, section 9F
urgency-to-report
  A special urgency was agreed, and no report of urgent decisions was issued since.
  Decisions taken under special urgency are reported to the council, as often as it has set.
  Executive Arrangements Regulations 2012 (SI 2012/2089), regulation 19
referred-back
  A review was referred back, and no option is chosen anew.
  A review that is referred back has its options appraised and chosen again.
  The stages of a review
endorsed-not-chosen
  An advisory body endorsed an option, and none is chosen.
  Who advises endorses; the choice is a decision of whoever holds the power.
  The stages of a review
choice-waiting
  The options of a review were appraised, and none is chosen.
  An option is chosen after the spectrum was appraised.
  The stages of a review
proceed-waiting
  An option was chosen, and nobody has authorised the work on it to proceed.
  Work on a full business case begins with an authorisation in force.
  The stages of a review: a gate is an authority, not a date
case-waiting
  A review is authorised to proceed, and no full business case is submitted.
  A full business case is submitted once it was authorised to proceed.
  The stages of a review
authorisation-waiting
  A full business case was submitted, and is not authorised.
  A full business case that is submitted is authorised, or the review is referred back.
  The stages of a review: a gate is an authority, not a date
start-waiting
  A full business case was authorised, and implementation is not started.
  Implementation begins with an authorisation in force.
  The stages of a review: a gate is an authority, not a date
deferral-over
  A review was deferred until a day that has come.
  A review that was deferred until a day is taken up again, or deferred anew.
  The dates that the programme itself has recorded
outcome-due
  The day by which a review owes something has passed or is at most 7 days off, and it is not there.
  What a review owes by a day is there by that day, or its day is moved.
  The dates that the programme itself has recorded
phase-to-open
  The planned start of a phase has passed or is at most 7 days off, and it is not opened.
  A plan opens nothing: a phase is opened, or planned anew.
  The dates that the programme itself has recorded
phase-to-close
  The planned end of an open phase has passed or is at most 7 days off.
  A planned end closes nothing: a phase is closed, or planned anew.
  The dates that the programme itself has recorded
milestone-due
  The day of a milestone, as last forecast, has passed or is at most 7 days off.
  A milestone is reached, or forecast for another day.
  The dates that the programme itself has recorded
saving-to-validate
  More of a saving was delivered in a year than finance has validated.
  A saving counts as removed from the budget once finance has confirmed it.
  How savings are counted (docs/savings.md)
forecast-out-of-date
  The forecast of a saving was made before this financial year, and is for this year or a later one.
  A saving of the year that runs is forecast in that year.
  Minutebook, what it counts as due
office-vacant
  An office that holds a power is vacant, or its holder’s term ends within 30 days and nobody follows.
  A power that an office holds is exercised by whoever holds the office.
  The offices and powers that the council has recorded
power-not-named
  A decision does not name the power it was taken under.
  Something is authorised by a decision only under a power that its maker held on that day, and that covers it.
  The bodies, offices and powers that the council has recorded
coverage-not-said
  Nobody has said which acts a power covers.
  A power covers the acts that are on record for it, and no others.
  The bodies, offices and powers that the council has recorded
exception-to-source
  An entry sets a rule aside because its source does not give what the rule asks for.
  An entry that carries an exception is struck and recorded again once a source gives what is missing.
  The exception that the entry carries
facts-changed
  An entry was judged by facts of other streams that are known otherwise now, and would not be permitted on them.
  An entry that would be refused by what is known now is looked at again.
  The register of facts changed since
follow-up-waiting
  Something should have followed from an entry and could not be recorded.
  What follows from an entry by itself is recorded, or by a person where that fails.
  The follow-ups of this book, which are known of now only
`;

it('Everything that can need doing rests on its own rule, from its own source', () => {
  const sorts = byHand
    .trim()
    .split(/\n(?=\S)/)
    .map((sort) => sort.split('\n').map((line) => line.trim()));
  expect(
    Object.entries(needSorts).map(([sort, { says, rule, source }]) => [sort, says, rule, source]),
  ).toEqual(sorts);
});
