import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Pages } from './pages.js';

/** Pages about the pages: which cookies they set, and who can use them. */
@Controller()
export class AboutController {
  constructor(private readonly pages: Pages) {}

  @Get('cookies')
  cookies(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.plain(reply, 200, 'cookies', 'Cookies');
  }

  @Get('accessibility')
  accessibility(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.plain(reply, 200, 'accessibility', 'Accessibility statement');
  }
}
