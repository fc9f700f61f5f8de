import { mayRecord, personOf } from '#signing-in';
import {
  besideEntry,
  correctPage,
  dayOfEntry,
  postedOf,
  refilledForm,
  standingOn,
  strikeProblems,
  withStep,
} from '#recording-pages';
import { draftAddress, pageAddress, type Sent } from '#pages';
import { mustAskOnly } from '#views';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StoredEvent } from '#event-store';
import { KeepsWhatIsTyped } from '../../identity/forms.js';
import { Problem } from '#problem';
import { Pages } from '../pages.js';
import { RecordingDesk } from './recording-desk.js';
import { goTo, signInThenGoTo, trustIn } from './trust.js';

/** `/programmes/{programme}/record/correct/{entry}`: the first page of a correction, before anything is kept. */
@Controller('programmes/:programme/record/correct')
export class CorrectController {
  constructor(
    private readonly pages: Pages,
    private readonly desk: RecordingDesk,
  ) {}

  @Get(':entry')
  ask(
    @Param('programme') programme: string,
    @Param('entry') id: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    mayRecord(personOf(reply.request), programme);
    mustAskOnly(sent);
    const path = `record/correct/${id}`;
    return this.pages.answer(reply, { programme, path, section: 'record', sent: {} }, ({ where, reader }) => {
      const entry = entryToCorrect(this.desk, programme, id);
      return Promise.resolve(
        correctPage({
          entry,
          beside: besideEntry(reader, programme, entry),
          standing: standingOn(reader, programme, entry),
          typed: {},
          problems: [],
          where,
          things: this.desk.things(programme, dayOfEntry(entry)),
          action: pageAddress({ programme }, path),
          back: pageAddress({ programme }, 'history', { entries: id }),
          confirm: false,
        }),
      );
    });
  }

  @Post(':entry')
  @KeepsWhatIsTyped()
  async begin(
    @Param('programme') programme: string,
    @Param('entry') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { person, fresh } = trustIn(request, programme);
    const seen = await this.desk.seen();
    // Whoever is not signed in is told nothing of the entry: the form is filled in when they are.
    const refilled = person ? refilledForm(entryToCorrect(this.desk, programme, id)) : {};
    const typed = withStep(refilled, 'correct', '', {
      ...Object.fromEntries(Object.entries(refilled).filter(([name]) => name === 'strike.command')),
      ...postedOf(body, 'correct'),
    });
    const draft = this.desk.drafts.begin({
      owner: person?.actor,
      programme,
      kind: 'correction',
      subject: id,
      typed,
      seen,
    });
    if (!person) return signInThenGoTo(reply, draftAddress(draft, 'correct', { confirm: 'yes' }));
    if (!fresh) return goTo(reply, draftAddress(draft, 'correct', { confirm: 'yes' }));
    const wrong = strikeProblems(draft).length > 0;
    if (wrong) return goTo(reply, draftAddress(draft, 'correct', { sent: 'yes' }));
    return goTo(reply, draftAddress(draft, typed['strike.how'] === 'replace' ? 'what' : 'check'));
  }
}

/** An entry of the programme that may be struck. Throws 404 where there is none. */
export function entryToCorrect(desk: RecordingDesk, programme: string, id: string): StoredEvent {
  const entry = desk.reader.log.entry(id);
  if (entry?.stream.startsWith(`${programme}/`)) return entry;
  throw new Problem(
    404,
    'entry-not-found',
    'There is no such entry',
    'Find it in the history of the thing it is about, and correct it from there',
  );
}
