import { mayRecord, type Person, personOf } from '#signing-in';
import {
  claimed,
  donePage,
  type Draft,
  type LinePlayed,
  meetingNames,
  meetingPage,
  type MeetingRead,
  postedOf,
  readMeeting,
  refusalInWords,
  sentOf,
  type Things,
  type Typed,
} from '#recording-pages';
import { type Content, draftAddress, pageAddress, readTypedDate, type Sent } from '#pages';
import { mustAskOnly, today } from '#views';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isRefused } from '#book';
import { isCivilDate, type CivilDate } from '#calendar';
import { KeepsWhatIsTyped } from '#serving';
import { Pages } from '../pages.js';
import { noSuchDraft, RecordingDesk } from './recording-desk.js';
import { goTo, signInThenGoTo, trustIn } from './trust.js';

/** `/programmes/{programme}/record/meeting`: what one meeting decided, checked line by line and recorded whole. */
@Controller('programmes/:programme/record')
export class MeetingController {
  constructor(
    private readonly pages: Pages,
    private readonly desk: RecordingDesk,
  ) {}

  @Get('meeting')
  ask(@Param('programme') programme: string, @Query() sent: Sent, @Res() reply: FastifyReply): Promise<void> {
    mayRecord(personOf(reply.request), programme);
    mustAskOnly(sent, ...meetingNames);
    const path = 'record/meeting';
    return this.pages.answer(reply, { programme, path, section: 'record', sent: {} }, () =>
      Promise.resolve(
        meetingPage({
          typed: sentOf(sent),
          problems: [],
          things: this.desk.things(programme),
          action: pageAddress({ programme }, path),
          back: pageAddress({ programme }, 'record'),
          confirm: false,
        }),
      ),
    );
  }

  @Post('meeting')
  @KeepsWhatIsTyped()
  async begin(
    @Param('programme') programme: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { person, fresh } = trustIn(request, programme);
    const draft = this.desk.drafts.begin({
      owner: person?.actor,
      programme,
      kind: 'meeting',
      subject: '',
      typed: postedOf(body),
      seen: await this.desk.seen(),
    });
    if (!person) return signInThenGoTo(reply, draftAddress(draft, 'meeting', { confirm: 'yes' }));
    return goTo(reply, draftAddress(draft, 'meeting', fresh ? {} : { confirm: 'yes' }));
  }

  @Get('drafts/:draft/meeting')
  check(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const person = mayRecord(personOf(reply.request), programme);
    mustAskOnly(sent, 'confirm');
    const path = `record/drafts/${id}/meeting`;
    return this.pages.answer(reply, { programme, path, section: 'record', sent: {} }, async () => {
      const draft = this.find(id, person, programme);
      return draft.recorded ? donePage(draft, { programme }, this.desk) : this.checked(draft, person, sent);
    });
  }

  @Post('drafts/:draft/meeting')
  @KeepsWhatIsTyped()
  async keep(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { person, fresh } = trustIn(request, programme);
    if (!person) return this.begin(programme, body, request, reply);
    const draft = this.find(id, person, programme);
    this.desk.drafts.keep(draft, postedOf(body));
    return goTo(reply, draftAddress(draft, 'meeting', fresh ? {} : { confirm: 'yes' }));
  }

  @Post('drafts/:draft/record-meeting')
  @KeepsWhatIsTyped()
  async record(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { person, fresh } = trustIn(request, programme);
    const check = draftAddress({ programme, id }, 'meeting');
    if (!person) return signInThenGoTo(reply, check);
    const draft = this.find(id, person, programme);
    if (draft.recorded) return goTo(reply, draftAddress(draft, 'done'));
    const read = readMeeting(draft.typed, this.context(programme));
    if (!fresh || read.problems.length > 0) return goTo(reply, check);
    const { came } = await this.desk.recordMeeting(draft, read.items, person);
    return goTo(reply, came === 'recorded' ? draftAddress(draft, 'done') : check);
  }

  private async checked(draft: Draft, person: Person, sent: Sent): Promise<Content> {
    const { programme, typed } = draft;
    const context = this.context(programme);
    const things = context.on(dayOfMeeting(typed));
    const read = readMeeting(typed, context);
    const lines = read.problems.length > 0 ? [] : await this.play(draft, read, person);
    const refused = lines.flatMap(({ row, problem }) =>
      problem === undefined
        ? []
        : [
            {
              field: row === undefined ? 'title' : 'lines',
              problem: row === undefined ? `The decision: ${problem}` : `Row ${row}: ${problem}`,
            },
          ],
    );
    return meetingPage({
      typed,
      problems: [...read.problems, ...refused],
      things,
      action: draftAddress(draft, 'meeting'),
      back: pageAddress({ programme }, 'record'),
      confirm: sent['confirm'] === 'yes',
      lines,
      record: pageAddress({ programme }, `record/drafts/${draft.id}/record-meeting`),
      drop: draftAddress(draft, 'drop'),
    });
  }

  private async play({ programme }: Draft, { items }: MeetingRead, person: Person): Promise<LinePlayed[]> {
    const results = await this.desk.play(programme, items, person);
    return items.map(({ row, command, body }, index) => {
      const result = results[index];
      const refused =
        result && isRefused(result)
          ? refusalInWords(result.outcome, { programme }, this.desk.reader)
          : undefined;
      return {
        row,
        command,
        body,
        changes: result?.outcome.outcome === 'recorded',
        ...(refused && { problem: refused.because || refused.heading }),
      };
    });
  }

  /** Names as they were on the day that each row is about. */
  private context(programme: string) {
    const days = new Map<CivilDate, Things>();
    const on = (day: CivilDate): Things => {
      const things = days.get(day) ?? this.desk.things(programme, day);
      days.set(day, things);
      return things;
    };
    return { programme, today: today(), on };
  }

  private find(id: string, { actor }: Person, programme: string): Draft {
    const draft = claimed(this.desk.drafts, id, actor, programme);
    if (draft?.kind !== 'meeting') throw noSuchDraft();
    return draft;
  }
}

function dayOfMeeting(typed: Typed): CivilDate {
  const day = readTypedDate(typed['when-day'] ?? '');
  return isCivilDate(day) ? day : today();
}
