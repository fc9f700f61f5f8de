import { readdirSync } from 'node:fs';
import { rulesOf } from '../../../programme/src/command.contract.js';
import {
  asked,
  calledIn,
  grounds,
  happened,
  kent,
  notice,
  noticed,
  published,
  record,
  referredBack,
  said,
  taken,
  takenOn,
  text,
} from './contact-centre.story.js';
import { decisionStream } from './index.js';

/** Every file of the stream but those that say of a decision on record what it carries: no rule of an entry about it. */
const sources = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|^gate\.ts$|^in-force\.ts$/.test(file))
  .map((file) => `decision/${file}`);

const reason = 'The supplier withdrew';
const excused = ({ command, event }: ReturnType<typeof said>) => ({ command, excused: event });
const urgency = { office: 'Chair of the Council', reason: 'The line fails' } as const;
const exception = { chairNotified: 'Chair of Scrutiny', reason: 'The supplier gave notice late' };
const waiver = { agreedBy: 'Chair of Scrutiny', reason: 'The line fails' };
const key = { takenOn, key: true, ...record };
const closed = happened('2019-03-21', {
  type: 'DecisionRecorded',
  takenOn,
  key: true,
  subjectToCallIn: false,
  ...record,
});
const silent = happened('2019-03-21', { type: 'DecisionRecorded', takenOn, ...record });
const withdrawn = [...noticed, happened('2019-03-01', { type: 'DecisionWithdrawn', reason })];
const rescinded = [...taken, happened('2019-06-03', { type: 'DecisionRescinded', reason })];
const superseded = [
  ...taken,
  happened('2019-06-03', { type: 'DecisionSuperseded', reason, supersededBy: 'new-contact-centre' }),
];
const confirmed = [...referredBack, happened('2019-05-13', { type: 'DecisionConfirmed' })];
const call = (day: string) =>
  said(day, { type: 'call-in-decision', ...grounds }, { type: 'DecisionCalledIn', ...grounds });
const publish = (day: string) => said(day, { type: 'publish-decision' }, { type: 'DecisionPublished' });

rulesOf(
  { ...decisionStream, decide: (state, command) => decisionStream.decide(state, command, kent) },
  {
    'recording a decision that is recorded': {
      refused: 'decision-already-recorded',
      before: taken,
      command: asked('2019-04-01', { type: 'record-decision', ...key }),
    },
    'recording a decision without its day': {
      refused: 'taken-on-needed',
      before: noticed,
      command: asked('2019-03-21', { type: 'record-decision', ...record }),
    },
    'recording a decision with blank reasons': {
      refused: 'empty-item',
      before: noticed,
      command: asked('2019-03-21', { type: 'record-decision', ...key, reasons: ' ' }),
    },
    'completing the record of a decision of which there is a notice only': {
      refused: 'decision-not-recorded',
      before: noticed,
      command: asked('2019-03-21', { type: 'complete-decision-record', ...text }),
    },
    'completing a record with nothing': {
      refused: 'nothing-supplied',
      before: taken,
      command: asked('2019-03-22', { type: 'complete-decision-record' }),
    },
    'completing a record with another text': {
      refused: 'already-on-record',
      before: taken,
      command: asked('2019-03-22', { type: 'complete-decision-record', text: 'That nothing be done' }),
    },
    'recording a key decision of which there is no notice': {
      refused: 'notice-not-given',
      before: [],
      ...excused(
        said('2019-03-21', { type: 'record-decision', ...key }, { type: 'DecisionRecorded', ...key }),
      ),
    },
    'saying later that a decision was key, of which there is no notice': {
      refused: 'notice-not-given',
      before: [silent],
      ...excused(
        said(
          '2019-03-25',
          { type: 'complete-decision-record', key: true },
          { type: 'DecisionRecordCompleted', key: true },
        ),
      ),
    },
    'recording a key decision before its notice has run': {
      refused: 'notice-too-short',
      before: [happened('2019-03-04', { type: 'KeyDecisionNoticeGiven', ...notice })],
      ...excused(
        said('2019-03-21', { type: 'record-decision', ...key }, { type: 'DecisionRecorded', ...key }),
      ),
    },
    'saying later that a decision was key, whose notice had not run': {
      refused: 'notice-too-short',
      before: [happened('2019-03-04', { type: 'KeyDecisionNoticeGiven', ...notice }), silent],
      ...excused(
        said(
          '2019-03-25',
          { type: 'complete-decision-record', key: true },
          { type: 'DecisionRecordCompleted', key: true },
        ),
      ),
    },
    'giving notice a second time': {
      refused: 'notice-already-given',
      before: noticed,
      command: asked('2019-02-11', { type: 'give-key-decision-notice', ...notice, maker: 'Cabinet' }),
    },
    'publishing a notice again that was never given': {
      refused: 'no-notice-to-reissue',
      before: [],
      command: asked('2019-02-11', { type: 'reissue-key-decision-notice', ...notice }),
    },
    'giving a notice with an empty list of documents': {
      refused: 'empty-notice-item',
      before: [],
      command: asked('2019-02-04', { type: 'give-key-decision-notice', ...notice, documents: [] }),
    },
    'giving notice of a decision that is taken': {
      refused: 'decision-already-taken',
      before: [silent],
      ...excused(
        said(
          '2019-03-25',
          { type: 'give-key-decision-notice', ...notice },
          { type: 'KeyDecisionNoticeGiven', ...notice },
        ),
      ),
    },
    'giving notice of general exception twice': {
      refused: 'general-exception-already-given',
      before: [happened('2019-03-11', { type: 'GeneralExceptionNoticeGiven', ...exception })],
      command: asked('2019-03-12', { type: 'give-general-exception-notice', ...exception }),
    },
    'agreeing special urgency twice': {
      refused: 'special-urgency-already-agreed',
      before: [
        happened('2019-03-19', { type: 'SpecialUrgencyAgreed', agreedBy: 'scrutiny-chair', ...urgency }),
      ],
      command: asked('2019-03-20', {
        type: 'agree-special-urgency',
        agreedBy: 'scrutiny-chair',
        ...urgency,
      }),
    },
    'special urgency agreed by the chair of the council, with no word of the chair of scrutiny': {
      refused: 'fallback-without-reason',
      before: noticed,
      ...excused(
        said(
          '2019-03-20',
          { type: 'agree-special-urgency', agreedBy: 'council-chair', ...urgency },
          { type: 'SpecialUrgencyAgreed', agreedBy: 'council-chair', ...urgency },
        ),
      ),
    },
    'publishing a decision that is published': {
      refused: 'decision-already-published',
      before: published,
      command: asked('2019-03-29', { type: 'publish-decision' }),
    },
    'publishing a decision before the day it was taken': {
      refused: 'published-before-taken',
      before: [happened('2019-03-01', { type: 'DecisionRecorded', takenOn, ...record })],
      ...excused(publish('2019-03-15')),
    },
    'recording a decision that was withdrawn before it was taken': {
      refused: 'decision-withdrawn',
      before: withdrawn,
      ...excused(
        said('2019-03-21', { type: 'record-decision', ...key }, { type: 'DecisionRecorded', ...key }),
      ),
    },
    'publishing a decision that was rescinded': {
      refused: 'decision-rescinded',
      before: rescinded,
      ...excused(publish('2019-06-14')),
    },
    'rescinding a decision that was superseded': {
      refused: 'decision-superseded',
      before: superseded,
      command: asked('2019-06-14', { type: 'rescind-decision', reason }),
    },
    'superseding a decision by itself': {
      refused: 'by-itself',
      before: taken,
      command: asked('2019-06-03', { type: 'supersede-decision', reason, supersededBy: 'contact-centre' }),
    },
    'superseding a decision by one that nobody recorded': {
      refused: 'unknown-decision',
      before: taken,
      ...excused(
        said(
          '2019-06-03',
          { type: 'supersede-decision', reason, supersededBy: 'another' },
          { type: 'DecisionSuperseded', reason, supersededBy: 'another' },
        ),
      ),
    },
    'rescinding a decision by one that nobody recorded': {
      refused: 'unknown-decision',
      before: taken,
      ...excused(
        said(
          '2019-06-03',
          { type: 'rescind-decision', reason, rescindedBy: 'another' },
          { type: 'DecisionRescinded', reason, rescindedBy: 'another' },
        ),
      ),
    },
    'waiving call-in twice': {
      refused: 'call-in-already-waived',
      before: [...taken, happened('2019-03-21', { type: 'CallInWaived', ...waiver })],
      command: asked('2019-03-22', { type: 'waive-call-in', ...waiver }),
    },
    'waiving call-in of a decision that is called in': {
      refused: 'decision-called-in',
      before: calledIn,
      ...excused(
        said('2019-03-29', { type: 'waive-call-in', ...waiver }, { type: 'CallInWaived', ...waiver }),
      ),
    },
    'waiving call-in of a decision that the record says is not subject to it': {
      refused: 'not-subject-to-call-in',
      before: [...noticed, closed],
      ...excused(
        said('2019-03-22', { type: 'waive-call-in', ...waiver }, { type: 'CallInWaived', ...waiver }),
      ),
    },
    'calling in a decision that the record says is not subject to it': {
      refused: 'not-subject-to-call-in',
      before: [...noticed, closed, publish('2019-03-22').event],
      ...excused(call('2019-03-28')),
    },
    'calling in a decision that is called in': {
      refused: 'already-called-in',
      before: calledIn,
      command: asked('2019-03-29', { type: 'call-in-decision', ...grounds }),
    },
    'calling in a decision that is not published': {
      refused: 'decision-not-published',
      before: taken,
      ...excused(call('2019-03-28')),
    },
    'calling in a decision whose call-in was waived': {
      refused: 'call-in-waived',
      before: [...published, happened('2019-03-25', { type: 'CallInWaived', ...waiver })],
      ...excused(call('2019-03-28')),
    },
    'calling in a decision on the day after its window': {
      refused: 'outside-call-in-window',
      before: published,
      ...excused(call('2019-03-30')),
    },
    'an outcome for a decision that is not called in': {
      refused: 'not-called-in',
      before: published,
      command: asked('2019-04-10', { type: 'record-call-in-outcome', outcome: 'no-further-action' }),
    },
    'the same outcome a second time': {
      refused: 'same-outcome',
      before: referredBack,
      command: asked('2019-04-16', { type: 'record-call-in-outcome', outcome: 'back-to-decision-maker' }),
    },
    'an outcome after the decision was confirmed': {
      refused: 'settled-already',
      before: confirmed,
      ...excused(
        said(
          '2019-06-03',
          { type: 'record-call-in-outcome', outcome: 'to-full-council' },
          { type: 'CallInConcluded', outcome: 'to-full-council' },
        ),
      ),
    },
    'confirming a decision that nobody referred back': {
      refused: 'not-referred-back',
      before: calledIn,
      ...excused(said('2019-05-13', { type: 'confirm-decision' }, { type: 'DecisionConfirmed' })),
    },
    'amending a decision that was confirmed': {
      refused: 'already-reconsidered',
      before: confirmed,
      command: asked('2019-06-03', { type: 'amend-decision', ...text }),
    },
    'withdrawing a decision that is taken and not called in': {
      refused: 'not-called-in-now',
      before: published,
      ...excused(
        said('2019-04-01', { type: 'withdraw-decision', reason }, { type: 'DecisionWithdrawn', reason }),
      ),
    },
    'withdrawing a decision of which nothing is known': {
      refused: 'decision-not-recorded',
      before: [],
      command: asked('2019-04-01', { type: 'withdraw-decision', reason }),
    },
  },
  sources,
);
