import { assetsFolder } from '#pages';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Served } from '../identity/identity.js';
import { compressAnswers } from '#serving';

/** Where the assets are: their own hash is in the address, so that a browser may keep them for good. */
export function addressOfAssets(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(assetsFolder).sort())
    hash.update(name).update(readFileSync(join(assetsFolder, name)));
  return `/assets/${hash.digest('hex').slice(0, 12)}`;
}

/** Headers that keep a page to what this server sends, and the assets themselves. */
export async function servePages(
  app: NestFastifyApplication,
  assets: string,
  { secure, formsLeadTo }: Served,
): Promise<void> {
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'", ...formsLeadTo],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    // On loopback, without a certificate, this would lock a browser out of its own machine's other ports.
    hsts: secure,
  });
  await compressAnswers(app);
  await app.register(fastifyStatic, {
    root: assetsFolder,
    prefix: `${assets}/`,
    maxAge: '365d',
    immutable: true,
    index: false,
    decorateReply: false,
  });
}
