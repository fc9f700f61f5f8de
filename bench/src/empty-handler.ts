import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { EmptyModule } from './empty-handler.module.js';

const app = await NestFactory.create<NestFastifyApplication>(EmptyModule, new FastifyAdapter(), {
  logger: ['error'],
});
await app.listen(0, '127.0.0.1');
process.stdout.write(`Ready on ${await app.getUrl()}\n`);
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
