import 'reflect-metadata';
import { Body, Controller, HttpCode, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

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
class EmptyModule {}

const app = await NestFactory.create<NestFastifyApplication>(EmptyModule, new FastifyAdapter(), {
  logger: ['error'],
});
await app.listen(0, '127.0.0.1');
process.stdout.write(`Ready on ${await app.getUrl()}\n`);
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
