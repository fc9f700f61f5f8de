import { mayRecord, personOf } from '#signing-in';
import {
  correctionOf,
  entryToCorrect,
  postedOf,
  refilledForm,
  strikeProblems,
  withStep,
} from '#recording-pages';
import { draftAddress, pageAddress, type Sent } from '#pages';
import { mustAskOnly } from '#views';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeepsWhatIsTyped } from '#serving';
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
    return this.pages.answer(reply, { programme, path, section: 'record', sent: {} }, () =>
      Promise.resolve(correctionOf(this.desk, programme, id, pageAddress({ programme }, path))),
    );
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
