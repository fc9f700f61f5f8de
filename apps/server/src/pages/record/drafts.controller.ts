import { mayRecord, type Person, personOf } from '#signing-in';
import {
  apart,
  besideEntry,
  checkPage,
  claimed,
  commandOf,
  correctPage,
  dayAbout,
  dayOfEntry,
  donePage,
  type Draft,
  type EntryRead,
  entrySaid,
  postedOf,
  readEntry,
  refilledForm,
  replaces,
  standingOn,
  type Step,
  strikeFor,
  strikeProblems,
  subjectOf,
  subjectOfEntry,
  whatPage,
  whenPage,
  withStep,
} from '#recording-pages';
import { type Content, draftAddress, type DraftPage, pageAddress, type Sent, atField } from '#pages';
import { mustAskOnly, today } from '#views';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ItemResult } from '#book';
import type { CivilDate } from '#calendar';
import { isId } from '#intake';
import { KeepsWhatIsTyped } from '../../identity/forms.js';
import { Pages } from '../pages.js';
import { entryToCorrect } from './correct.controller.js';
import { withRow } from './record.controller.js';
import { noSuchDraft, RecordingDesk } from './recording-desk.js';
import { goTo, signInThenGoTo, trustIn } from './trust.js';

/** `/programmes/{programme}/record/drafts/{draft}/…`: the question pages of something begun, its check, and the end. */
@Controller('programmes/:programme/record/drafts/:draft')
export class DraftsController {
  constructor(
    private readonly pages: Pages,
    private readonly desk: RecordingDesk,
  ) {}

  @Get('what')
  what(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.page(
      reply,
      programme,
      id,
      'what',
      { sent, known: ['sent', 'confirm', 'from'] },
      (draft, read) =>
        whatPage({
          ...this.asked(draft, 'what', sent),
          problems: wasSent(sent) ? read.what : [],
        }),
    );
  }

  @Get('when')
  when(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.page(
      reply,
      programme,
      id,
      'when',
      { sent, known: ['sent', 'confirm', 'from', 'rule'] },
      (draft, read) => {
        // The first page is put right before the second is asked.
        if (read.what.length > 0)
          return whatPage({ ...this.asked(draft, 'what', sent), problems: read.what });
        const asked = this.asked(draft, 'when', sent);
        return whenPage(
          { ...asked, typed: withException(asked.typed, sent), problems: wasSent(sent) ? read.when : [] },
          today(),
        );
      },
    );
  }

  @Get('check')
  check(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.page(reply, programme, id, 'check', { sent, known: [] }, async (draft, read, person) => {
      if (draft.recorded) return donePage(draft, { programme }, this.desk);
      if (draft.kind === 'correction' && strikeProblems(draft).length > 0)
        return this.correction(draft, true, {});
      if (read.what.length > 0) return whatPage({ ...this.asked(draft, 'what', {}), problems: read.what });
      if (read.when.length > 0) {
        const problems = draft.typed['when'] === undefined ? [] : read.when;
        return whenPage({ ...this.asked(draft, 'when', {}), problems }, today());
      }
      const item = toRecord(draft, read);
      const [played] = item.command === 'issue-report' ? [] : await this.desk.play(programme, [item], person);
      const struck =
        draft.kind === 'correction' ? entryToCorrect(this.desk, programme, draft.subject) : undefined;
      return checkPage({
        draft,
        read,
        things: this.desk.things(programme, read.command?.effectiveOn ?? this.dayAbout(draft)),
        where: { programme },
        today: today(),
        desk: this.desk,
        played: played?.outcome,
        maySetAside: await this.maySetAside(draft, read, played?.outcome, person),
        since: this.desk.since(draft, this.subject(draft, read)),
        ...(struck && {
          struck,
          said: entrySaid(struck, this.desk.things(programme, dayOfEntry(struck)), { programme }),
          standing: standingOn(this.desk.reader, programme, struck),
        }),
        seen: await this.desk.seen(),
      });
    });
  }

  @Get('correct')
  correct(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.page(reply, programme, id, 'correct', { sent, known: ['sent', 'confirm'] }, (draft) =>
      this.correction(draft, wasSent(sent), sent),
    );
  }

  @Post('correct')
  @KeepsWhatIsTyped()
  keepCorrect(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.keep(request, reply, programme, id, 'correct', body);
  }

  @Get('done')
  done(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.page(reply, programme, id, 'done', { sent, known: [] }, (draft) =>
      donePage(draft, { programme }, this.desk),
    );
  }

  @Post('what')
  @KeepsWhatIsTyped()
  keepWhat(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.keep(request, reply, programme, id, 'what', body);
  }

  @Post('when')
  @KeepsWhatIsTyped()
  keepWhen(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.keep(request, reply, programme, id, 'when', body);
  }

  @Post('record')
  @KeepsWhatIsTyped()
  async record(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const trust = trustIn(request, programme);
    const check = draftAddress({ programme, id }, 'check');
    if (!trust.person) return signInThenGoTo(reply, check);
    const draft = this.find(id, trust.person, programme);
    if (!trust.fresh) return goTo(reply, check);
    if (draft.recorded) return goTo(reply, draftAddress(draft, 'done'));
    const read = this.read(draft);
    if (read.what.length > 0 || read.when.length > 0) return goTo(reply, check);
    const shown = Number(postedOf(body)['seen'] ?? draft.seen);
    const seen = Number.isSafeInteger(shown) ? this.desk.drafts.keep(draft, draft.typed, shown) : draft;
    const subject = this.subject(draft, read);
    const came = await this.desk.record(seen, toRecord(draft, read), subject, trust.person);
    return goTo(reply, came.came === 'recorded' ? draftAddress(draft, 'done') : check);
  }

  @Post('drop')
  async drop(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const person = mayRecord(personOf(request), programme);
    this.desk.drafts.drop(this.find(id, person, programme));
    return goTo(reply, pageAddress({ programme }, 'record'));
  }

  private async keep(
    request: FastifyRequest,
    reply: FastifyReply,
    programme: string,
    id: string,
    step: Step & ('what' | 'when' | 'correct'),
    body: unknown,
  ): Promise<void> {
    const trust = trustIn(request, programme);
    const sent = withAnswerDay(postedOf(body, step));
    if (!trust.person) {
      const seen = await this.desk.seen();
      const begun = {
        owner: undefined,
        programme,
        kind: 'entry',
        subject: '',
        typed: apart(id, step, sent),
        seen,
      } as const;
      return signInThenGoTo(reply, draftAddress(this.desk.drafts.begin(begun), step, { confirm: 'yes' }));
    }
    const draft = this.find(id, trust.person, programme);
    const refilled =
      draft.kind === 'correction' && draft.typed['strike.command'] === undefined
        ? refilledForm(entryToCorrect(this.desk, programme, draft.subject))
        : {};
    const fixed = draft.typed['strike.command'] ?? refilled['strike.command'];
    const typed = withRow(
      {
        ...withStep({ ...refilled, ...draft.typed }, step, commandOf(draft), sent),
        ...(fixed !== undefined && { 'strike.command': fixed }),
      },
      body,
    );
    const kept = this.desk.drafts.keep(draft, typed);
    if (!trust.fresh) return goTo(reply, draftAddress(kept, step, { confirm: 'yes' }));
    if (sent['add'] !== undefined) return goTo(reply, atField(draftAddress(kept, step), sent['add']));
    const read = this.read(kept);
    const wrong = step === 'correct' ? strikeProblems(kept) : read[step];
    if (wrong.length > 0) return goTo(reply, draftAddress(kept, step, { sent: 'yes' }));
    if (step === 'correct') return goTo(reply, draftAddress(kept, replaces(kept) ? 'what' : 'check'));
    const next: DraftPage = step === 'what' && kept.typed['when'] === undefined ? 'when' : 'check';
    return goTo(reply, draftAddress(kept, next));
  }

  private page(
    reply: FastifyReply,
    programme: string,
    id: string,
    page: DraftPage,
    { sent, known }: { readonly sent: Sent; readonly known: readonly string[] },
    make: (draft: Draft, read: EntryRead, person: Person) => Content | Promise<Content>,
  ): Promise<void> {
    const person = mayRecord(personOf(reply.request), programme);
    mustAskOnly(sent, ...known);
    const asked = { programme, path: `record/drafts/${id}/${page}`, section: 'record', sent: {} } as const;
    return this.pages.answer(reply, asked, async () => {
      const draft = this.find(id, person, programme);
      return make(draft, this.read(draft), person);
    });
  }

  private find(id: string, { actor }: Person, programme: string): Draft {
    const draft = claimed(this.desk.drafts, id, actor, programme);
    if (!draft) throw noSuchDraft();
    return draft;
  }

  private read(draft: Draft): EntryRead {
    const { programme } = draft;
    if (draft.kind === 'meeting' || (draft.kind === 'correction' && !replaces(draft)))
      return { body: {}, what: [], when: [] };
    return readEntry(commandOf(draft), draft.typed, this.desk.things(programme, this.dayAbout(draft)), {
      programme,
      today: today(),
    });
  }

  /** The day that what is filled in is about: today until it is said. */
  private dayAbout(draft: Draft): CivilDate {
    return dayAbout(commandOf(draft), draft.typed, today()) ?? today();
  }

  private subject(draft: Draft, read: EntryRead) {
    const { kind, programme } = draft;
    return kind === 'correction'
      ? subjectOfEntry(entryToCorrect(this.desk, programme, draft.subject))
      : subjectOf(commandOf(draft), read.body, programme);
  }

  /** Whether what is refused would be recorded with an exception to its rule: only an entry of the past may carry one. */
  private async maySetAside(
    draft: Draft,
    read: EntryRead,
    outcome: ItemResult['outcome'] | undefined,
    person: Person,
  ): Promise<boolean> {
    const { provenance, exception } = read.body;
    if (outcome?.outcome !== 'refused' || outcome.conflict || exception !== undefined) return false;
    if (provenance !== 'minuted' && provenance !== 'reconstructed') return false;
    const reason = 'To see whether an exception would be enough';
    const body = { ...read.body, exception: { rule: outcome.refusal.refused, reason } };
    const [played] = await this.desk.play(draft.programme, [toRecord(draft, { ...read, body })], person);
    return played?.outcome.outcome === 'recorded';
  }

  private correction(draft: Draft, wasSentOnce: boolean, sent: Sent): Content {
    const { programme } = draft;
    const entry = entryToCorrect(this.desk, programme, draft.subject);
    return correctPage({
      entry,
      beside: besideEntry(this.desk.reader, programme, entry),
      standing: standingOn(this.desk.reader, programme, entry),
      typed: draft.typed,
      problems: wasSentOnce ? strikeProblems(draft) : [],
      where: { programme },
      things: this.desk.things(programme, dayOfEntry(entry)),
      action: draftAddress(draft, 'correct'),
      back: pageAddress({ programme }, 'history', { entries: draft.subject }),
      confirm: sent['confirm'] === 'yes',
    });
  }

  private asked(draft: Draft, step: 'what' | 'when', sent: Sent) {
    const { programme } = draft;
    return {
      command: commandOf(draft),
      typed: draft.typed,
      problems: [],
      things: this.desk.things(programme, this.dayAbout(draft)),
      action: draftAddress(draft, step),
      back:
        step === 'when'
          ? draftAddress(draft, 'what')
          : draft.kind === 'correction'
            ? draftAddress(draft, 'correct')
            : pageAddress({ programme }, 'record'),
      ...(draft.kind === 'correction' && { caption: 'In the place of the struck entry' }),
      confirm: sent['confirm'] === 'yes',
    };
  }
}

/** What is sent to be recorded: the command itself, or the strike with what takes its place. */
function toRecord(draft: Draft, { body }: EntryRead) {
  return draft.kind === 'correction' ? strikeFor(draft, body) : { command: commandOf(draft), body };
}

/** What was typed, with the rule that a refusal offers an exception to. */
function withException(typed: Draft['typed'], { rule }: Sent): Draft['typed'] {
  return typeof rule === 'string' && isId(rule) ? { ...typed, 'exception.rule': rule } : typed;
}

const wasSent = (sent: Sent): boolean => sent['sent'] === 'yes';

/** "Today" means the day on which it was said, however long the draft then waits. */
function withAnswerDay(sent: Draft['typed']): Draft['typed'] {
  return sent['when'] === undefined ? sent : { ...sent, 'when-said': today() };
}
