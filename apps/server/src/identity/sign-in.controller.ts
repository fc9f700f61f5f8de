import {
  type BegunSignIn,
  Cookies,
  demoPerson,
  newSecret,
  OpenIdConnectSignIn,
  type Person,
  returnAddress,
  roleNames,
  roles,
  Sessions,
  SignInPolicy,
  Witness,
} from '#signing-in';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Pages } from '../pages/pages.js';
import { mustAskOnly } from '#views';
import { Problem } from '#problem';
import { csrfToken, type FormSent } from '#serving';

/** `/sign-in`: who somebody says they are, or who the provider says they are. */
@Controller('sign-in')
export class SignInController {
  constructor(
    private readonly pages: Pages,
    private readonly policy: SignInPolicy,
    private readonly sessions: Sessions,
    private readonly cookies: Cookies,
    private readonly witness: Witness,
  ) {}

  @Get()
  async ask(
    @Query() sent: Readonly<Record<string, unknown>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!this.policy.hasPage) throw noSignIn();
    mustAskOnly(sent, 'return');
    const { return: back } = sent;
    if (!(this.policy instanceof OpenIdConnectSignIn)) return this.askRole(reply, request, back, false);
    const { address, state, kept } = await this.policy.begin(returnAddress(back));
    this.sessions.beginSignIn(this.browserOf(request, reply), state, kept);
    await reply.status(303).header('location', address).send();
  }

  @Post()
  async pickRole(
    @Body() sent: FormSent,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!this.policy.hasPage || this.policy instanceof OpenIdConnectSignIn) throw noSignIn();
    const role = roles.find((one) => one === sent['role']);
    if (role === undefined) return this.askRole(reply, request, sent['return'], true);
    await this.begin(request, reply, demoPerson(role), sent['return']);
  }

  @Get('callback')
  async comeBack(
    // What else comes back is the provider's to say: its code, an error, and what it likes to add.
    @Query('state') state: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!(this.policy instanceof OpenIdConnectSignIn)) throw noSignIn();
    const browser = this.cookies.read(request, 'minutebook-signing-in');
    const kept =
      browser !== undefined && typeof state === 'string'
        ? this.sessions.takeSignIn(browser, state)
        : undefined;
    if (kept === undefined) throw outOfDate();
    const begun = kept as BegunSignIn;
    const { person, idToken } = await this.policy.end(request.url, state as string, begun);
    await this.begin(request, reply, person, begun.back, idToken);
  }

  /** A session under a new id, whatever the browser had before. */
  private async begin(
    request: FastifyRequest,
    reply: FastifyReply,
    person: Person,
    back: unknown,
    idToken?: string,
  ): Promise<void> {
    if (request.asking?.session) this.sessions.end(request.asking.session.reference);
    this.cookies.drop(reply, 'minutebook-signing-in');
    this.cookies.set(reply, 'minutebook', this.sessions.begin(person, idToken));
    const held = person.roles.map(({ role, programme }) => `${programme}:${role}`).join(', ');
    this.witness.saw(request, 'signed-in', held, person);
    await reply.status(303).header('location', returnAddress(back)).send();
  }

  /** The question which role it is to be, of a browser that is known again by a cookie when it answers. */
  private askRole(
    reply: FastifyReply,
    request: FastifyRequest,
    back: unknown,
    missing: boolean,
  ): Promise<void> {
    const csrf = request.asking?.csrf ?? csrfToken(this.browserOf(request, reply));
    const choices = roles.map((role) => ({
      value: role,
      text: roleNames[role],
      hint: { text: roleHints[role] },
    }));
    const title = missing ? 'Error: sign in' : 'Sign in';
    const data = { choices, back: returnAddress(back), csrf, missing };
    return this.pages.plain(reply, missing ? 400 : 200, 'sign-in', title, data);
  }

  /** What a browser that signs in is known by, until it has. */
  private browserOf(request: FastifyRequest, reply: FastifyReply): string {
    const before = this.cookies.read(request, 'minutebook-signing-in');
    if (before !== undefined) return before;
    const browser = newSecret();
    this.cookies.set(reply, 'minutebook-signing-in', browser);
    return browser;
  }
}

const roleHints = {
  'programme-office': 'Records decisions, reviews, units and savings',
  governance: 'Reads the decisions and their record, and the audit log',
  reporting: 'Reads every page and figure',
  administrator: 'Keeps the book: imports, rebuilds, ends sessions',
} as const;

function noSignIn(): Problem {
  return new Problem(
    404,
    'no-sign-in',
    'There is no such sign-in here',
    'Where none is set up, everything can be read and nothing recorded: the operator sets one up with MINUTEBOOK_SIGN_IN',
  );
}

function outOfDate(): Problem {
  return new Problem(
    403,
    'sign-in-out-of-date',
    'This sign-in is out of date',
    'It was used already, was begun elsewhere, or took too long: sign in again',
  );
}
