import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Pages } from '../pages/pages.js';
import { Problem } from '../problem.js';
import { Cookies } from './cookies.js';
import { demoPerson, roleNames } from './demo-people.js';
import { csrfToken, type FormSent } from './forms.js';
import { roles } from './person.js';
import { returnAddress } from './return-address.js';
import { newSecret, Sessions } from './sessions.js';
import { SignInPolicy } from './sign-in-policy.js';

/** `/sign-in` and `/sign-out`: who somebody says they are, and that they are no longer there. */
@Controller()
export class SignInController {
  constructor(
    private readonly pages: Pages,
    private readonly policy: SignInPolicy,
    private readonly sessions: Sessions,
    private readonly cookies: Cookies,
  ) {}

  @Get('sign-in')
  ask(
    @Query('return') back: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!this.policy.hasPage) throw noSignIn();
    return this.askRole(reply, request, back, false);
  }

  @Post('sign-in')
  async signIn(
    @Body() sent: FormSent,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!this.policy.hasPage) throw noSignIn();
    const role = roles.find((one) => one === sent['role']);
    if (role === undefined) return this.askRole(reply, request, sent['return'], true);
    if (request.asking?.session) this.sessions.end(request.asking.session.reference);
    this.cookies.drop(reply, 'minutebook-signing-in');
    this.cookies.set(reply, 'minutebook', this.sessions.begin(demoPerson(role)));
    await reply.status(303).header('location', returnAddress(sent['return'])).send();
  }

  @Post('sign-out')
  @HttpCode(303)
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (request.asking?.session) this.sessions.end(request.asking.session.reference);
    this.cookies.drop(reply, 'minutebook');
    await reply.status(303).header('location', '/signed-out').send();
  }

  @Get('signed-out')
  signedOut(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.plain(reply, 200, 'signed-out', 'You are signed out');
  }

  /** The question which role it is to be, of a browser that is known again by a cookie when it answers. */
  private askRole(
    reply: FastifyReply,
    request: FastifyRequest,
    back: unknown,
    missing: boolean,
  ): Promise<void> {
    let csrf = request.asking?.csrf;
    if (csrf === undefined) {
      const browser = newSecret();
      this.cookies.set(reply, 'minutebook-signing-in', browser);
      csrf = csrfToken(browser);
    }
    const choices = roles.map((role) => ({
      value: role,
      text: roleNames[role],
      hint: { text: roleHints[role] },
    }));
    const title = missing ? 'Error: sign in' : 'Sign in';
    const data = { choices, back: returnAddress(back), csrf, missing };
    return this.pages.plain(reply, missing ? 400 : 200, 'sign-in', title, data);
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
    'No sign-in is set up here',
    'Everything can be read, and nothing recorded, until the operator sets one up: see MINUTEBOOK_SIGN_IN in the settings',
  );
}
