import 'reflect-metadata';
import { Body, Controller, HttpCode, Module, Post } from '@nestjs/common';

/** What the same Nest and Fastify do with a body when nothing is asked of them: the yardstick for commands. */
@Controller()
class EmptyController {
  @Post('api/programmes/:programme/commands/:command')
  @HttpCode(201)
  take(@Body() body: unknown): { taken: boolean } {
    return { taken: typeof body === 'object' };
  }
}

@Module({ controllers: [EmptyController] })
export class EmptyModule {}
