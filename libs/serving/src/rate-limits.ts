import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '#problem';

/** How much is answered of what nobody has said who they are for, and of what is refused; 0 for as much as is asked. */
export interface RateSettings {
  /** Requests a minute of one address by whoever has not said who they are. */
  readonly anonymous: number;
  /** Refusals a minute, of one address or of one person who has. */
  readonly refused: number;
}

/** Asks whether something is still within its limit, and counts it. */
type Limiter = ReturnType<FastifyInstance['createRateLimit']>;

/** What is asked over and over by whatever watches a server, and is told from a file or from memory. */
const neverCounted = /^\/(health|assets)(\/|\?|$)/;

const minute = 60_000;

/** Keeps whoever has not said who they are, and whoever is refused, from taking a server up. Whoever is signed in and may do what they ask is never counted. */
export class RateLimits {
  private anonymous: Limiter | undefined;
  private refused: Limiter | undefined;

  constructor(private readonly settings: RateSettings) {}

  /** Counts from now on what is asked of a server; after the door has found out who asks. */
  async watch(app: NestFastifyApplication): Promise<void> {
    const fastify = app.getHttpAdapter().getInstance();
    await app.register(rateLimit, { global: false });
    const of = (max: number, keyGenerator: (request: FastifyRequest) => string) =>
      max > 0 ? fastify.createRateLimit({ max, timeWindow: minute, keyGenerator }) : undefined;
    this.anonymous = of(this.settings.anonymous, ({ ip }) => `anonymous ${ip}`);
    this.refused = of(this.settings.refused, ({ asking, ip }) =>
      asking?.person.signedIn ? `refused ${asking.person.actor}` : `refused ${ip}`,
    );
    fastify.addHook('onRequest', async (request: FastifyRequest) => {
      if (request.asking?.person.signedIn || neverCounted.test(request.url)) return;
      const over = await this.over(this.anonymous, request);
      if (over) throw over;
    });
  }

  /** Counts a refusal. The problem to answer with in its place, where there were too many. */
  refusedTooOften(request: FastifyRequest): Promise<Problem | undefined> {
    return this.over(this.refused, request);
  }

  private async over(limiter: Limiter | undefined, request: FastifyRequest): Promise<Problem | undefined> {
    const asked = await limiter?.(request);
    if (asked === undefined || asked.isAllowed || !asked.isExceeded) return undefined;
    return new Problem(
      429,
      'too-many-requests',
      'Too much is asked from here',
      `Ask again in ${asked.ttlInSeconds} seconds, or sign in: whoever may do what they ask is not counted`,
      {},
      { 'retry-after': String(asked.ttlInSeconds) },
    );
  }
}
