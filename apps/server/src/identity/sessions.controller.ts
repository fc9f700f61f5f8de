import {
  Cookies,
  everyProgramme,
  isPermitted,
  OpenIdConnectSignIn,
  personOf,
  Sessions,
  sessionsPage,
  SignInPolicy,
  Witness,
} from '#signing-in';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Pages } from '../pages/pages.js';
import { type FormSent } from '#serving';

/** `/sign-out`, `/your-sessions` and `/sessions`: who is signed in where, and how that ends. */
@Controller()
export class SessionsController {
  constructor(
    private readonly pages: Pages,
    private readonly policy: SignInPolicy,
    private readonly sessions: Sessions,
    private readonly cookies: Cookies,
    private readonly witness: Witness,
  ) {}

  @Post('sign-out')
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const session = request.asking?.session;
    if (session) this.sessions.end(session.reference);
    this.witness.saw(request, 'signed-out', 'here');
    await this.leave(reply, session?.idToken);
  }

  @Post('sign-out-everywhere')
  async signOutEverywhere(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const many = this.sessions.endAllOf(personOf(request).actor);
    this.witness.saw(request, 'signed-out', `everywhere: ${many}`);
    await this.leave(reply, request.asking?.session?.idToken);
  }

  @Get('signed-out')
  signedOut(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.plain(reply, 200, 'signed-out', 'You are signed out');
  }

  @Get('your-sessions')
  yours(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { actor } = personOf(request);
    const own = this.sessions.all().filter(({ person }) => person.actor === actor);
    const page = sessionsPage(own, request.asking?.session?.reference, 'yours');
    return this.pages.plain(reply, 200, 'sessions', page.heading, page);
  }

  @Get('sessions')
  all(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const page = sessionsPage(this.sessions.all(), request.asking?.session?.reference, 'all');
    return this.pages.plain(reply, 200, 'sessions', page.heading, page);
  }

  /** Ends a session of one's own, or as an administrator any. Somebody else's reads as none. */
  @Post('sessions/end')
  async end(
    @Body() { session: reference, from }: FormSent,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const person = personOf(request);
    const named = this.sessions.all().find((one) => one.reference === reference);
    const own = named?.person.actor === person.actor;
    if (named && (own || isPermitted('operate', person, everyProgramme))) {
      this.sessions.end(named.reference);
      this.witness.saw(request, 'session-ended', `of ${named.person.actor}`);
    }
    await reply
      .status(303)
      .header('location', from === 'all' ? '/sessions' : '/your-sessions')
      .send();
  }

  /** Has the browser forget the session, and the provider too where there is one. */
  private async leave(reply: FastifyReply, idToken: string | undefined): Promise<void> {
    this.cookies.drop(reply, 'minutebook');
    const there = await this.signOutThere(idToken);
    await reply
      .status(303)
      .header('location', there ?? '/signed-out')
      .send();
  }

  private async signOutThere(idToken: string | undefined): Promise<string | undefined> {
    if (!(this.policy instanceof OpenIdConnectSignIn)) return undefined;
    // A provider that does not answer keeps nobody signed in here.
    return this.policy.signOutAddress(idToken).catch(() => undefined);
  }
}
