import { mayOperate, personOf } from '#signing-in';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { timingSafeEqual } from 'node:crypto';
import { Metrics } from '#metrics';

/** The token that whoever scrapes sends; undefined where none is set. */
export const scrapeToken = Symbol('the token to scrape metrics with');

/** `GET /metrics`: what Prometheus scrapes, by the token set for it, or by whoever may operate. */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(scrapeToken) private readonly token: { readonly is: string | undefined },
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!isBearer(request.headers.authorization, this.token.is)) mayOperate(personOf(request));
    const text = await this.metrics.exposition();
    await reply
      .header('content-type', this.metrics.contentType)
      .header('cache-control', 'no-store')
      .send(text);
  }
}

function isBearer(authorization: string | undefined, token: string | undefined): boolean {
  if (authorization === undefined || token === undefined) return false;
  const [sent, expected] = [Buffer.from(authorization), Buffer.from(`Bearer ${token}`)];
  return sent.length === expected.length && timingSafeEqual(sent, expected);
}
