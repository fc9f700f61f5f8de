import { mayRecord, personOf } from '#signing-in';
import {
  circumstanceFields,
  dayAbout,
  happened,
  isMade,
  postedOf,
  sentOf,
  startPage,
  type Typed,
  whatFields,
  whatPage,
  whenNames,
  withRow,
  withStep,
} from '#recording-pages';
import { draftAddress, formAddress, pageAddress, type Sent } from '#pages';
import { mustAskOnly, today } from '#views';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeepsWhatIsTyped } from '#serving';
import { unknownCommand } from '../../programme-office/outcome-problem.js';
import { Pages } from '../pages.js';
import { RecordingDesk } from './recording-desk.js';
import { goTo, signInThenGoTo, trustIn } from './trust.js';

/** `/programmes/{programme}/record`: what happened, and the form of each command, before anything is kept. */
@Controller('programmes/:programme/record')
export class RecordController {
  constructor(
    private readonly pages: Pages,
    private readonly desk: RecordingDesk,
  ) {}

  @Get()
  start(
    @Param('programme') programme: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { actor } = mayRecord(personOf(reply.request), programme);
    mustAskOnly(sent, 'search', 'about', 'decision');
    const asked = sentOf(sent);
    return this.pages.answer(reply, { programme, path: 'record', section: 'record', sent: {} }, ({ where }) =>
      Promise.resolve(
        startPage({
          where,
          search: (asked['search'] ?? '').trim(),
          about: /^[a-z]+\/[a-z0-9-]+$/.test(asked['about'] ?? '') ? (asked['about'] ?? '') : '',
          decision: asked['decision'] ?? '',
          unfinished: this.desk.drafts.unfinished(actor, programme),
          mostUsed: this.desk.drafts.mostUsed(programme, 8),
          things: this.desk.things(programme),
        }),
      ),
    );
  }

  @Get('new/:command')
  ask(
    @Param('programme') programme: string,
    @Param('command') command: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { actor } = mayRecord(personOf(reply.request), programme);
    mustBeKnown(command);
    mustAskOnly(sent, 'like', ...namesOf(command, sent));
    const { like, ...known } = sentOf(sent);
    const before = like === undefined ? undefined : this.desk.drafts.find(like, actor, programme);
    const typed = { ...(before?.subject === command ? likeBefore(command, before.typed) : {}), ...known };
    const path = `record/new/${command}`;
    return this.pages.answer(reply, { programme, path, section: 'record', sent: {} }, () =>
      Promise.resolve(
        whatPage({
          command,
          typed,
          problems: [],
          things: this.desk.things(programme, dayAbout(command, typed, today())),
          action: formAddress(programme, command, carried(command, typed)),
          back: pageAddress({ programme }, 'record'),
          confirm: false,
        }),
      ),
    );
  }

  @Post('new/:command')
  @KeepsWhatIsTyped()
  async begin(
    @Param('programme') programme: string,
    @Param('command') command: string,
    @Query() known: Sent,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const trust = trustIn(request, programme);
    mustBeKnown(command);
    mustAskOnly(known, ...namesAmong(carriedNames(command), known));
    const posted = postedOf(body);
    const typed = { ...carried(command, sentOf(known)), ...withStep({}, 'what', command, posted) };
    const draft = this.desk.drafts.begin({
      owner: trust.person?.actor,
      programme,
      kind: 'entry',
      subject: command,
      typed: withRow(typed, posted['add']),
      seen: await this.desk.seen(),
    });
    const adds = posted['add'] !== undefined;
    if (!trust.person) return signInThenGoTo(reply, draftAddress(draft, 'what', { confirm: 'yes' }));
    if (!trust.fresh) return goTo(reply, draftAddress(draft, 'what', { confirm: 'yes' }));
    return goTo(reply, draftAddress(draft, adds ? 'what' : 'when', adds ? {} : { from: 'what' }));
  }
}

function mustBeKnown(command: string): void {
  if (happened(command) === command) throw unknownCommand(command);
}

/** What may be known before the first page: the fields of the command and of the page of dates, and what was sent within them. */
function namesOf(command: string, sent: Sent): readonly string[] {
  return namesAmong([...whatFields(command).map(({ name }) => name), ...whenNames], sent);
}

/** Fields, and what was sent within them: 'exception.reason' is within 'exception'. */
function namesAmong(fields: readonly string[], sent: Sent): readonly string[] {
  const within = Object.keys(sent).filter((name) => fields.includes(name.split('.')[0] ?? ''));
  return [...new Set([...fields, ...within])];
}

/** What is asked on the page of dates, and may be known before the first. */
const carriedNames = (command: string): readonly string[] => [
  ...circumstanceFields(command).map(({ name }) => name),
  ...whenNames,
];

/** What another entry like one before begins with: all but what is new in it. */
function likeBefore(command: string, typed: Typed): Typed {
  const fields = whatFields(command);
  const isNew = new Set(
    fields.filter((field) => isMade(field, fields)).flatMap(({ name }) => [name, 'name', 'title']),
  );
  return Object.fromEntries(
    Object.entries(typed).filter(([name]) => !isNew.has(name.split('.')[0] ?? '') && !name.startsWith('_')),
  );
}

/** What is known before the first page and asked on the second: it goes along in the address. */
function carried(command: string, typed: Typed): Record<string, string> {
  const asked = new Set(carriedNames(command));
  return Object.fromEntries(Object.entries(typed).filter(([name]) => asked.has(name.split('.')[0] ?? '')));
}
