import { namesAt, registerPage, registersPage, type Sent } from '#pages';
import { registerFilters, registerOf } from '#views';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { registers, type Row } from '#read-model';
import { Pages } from '../pages.js';

/** `/programmes/{programme}/registers` and `…/{name}`: the lists that fall out of the log. */
@Controller('programmes/:programme/registers')
export class RegistersController {
  constructor(private readonly pages: Pages) {}

  @Get()
  all(@Param('programme') programme: string, @Query() sent: Sent, @Res() reply: FastifyReply): Promise<void> {
    const asked = { programme, path: 'registers', section: 'registers', sent } as const;
    return this.pages.answer(reply, asked, ({ where }) => {
      const data = registersPage(where, registers);
      // It says what can be asked and reads no stream: no entry changes it.
      return Promise.resolve({ title: 'Registers', template: 'registers', data, streams: ['none'] });
    });
  }

  @Get(':name')
  one(
    @Param('programme') programme: string,
    @Param('name') name: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const register = registerOf(name);
    const filters = registerFilters[name] ?? {};
    const asked = { programme, path: `registers/${name}`, section: 'registers', sent, filters } as const;
    return this.pages.answer(reply, asked, async ({ where, reader, moment, view, filters: given }) => {
      const { body, streams } = await view('registers', name, given);
      const names = namesAt(reader, where, moment);
      const data = registerPage(where, register, body['rows'] as Row[], given, Object.keys(filters), names);
      return { title: data.heading, template: 'register', data, streams };
    });
  }
}
