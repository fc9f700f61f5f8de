import type { Problem } from '#problem';
import type { Person } from './person.js';
import type { Session } from './sessions.js';

/** Who asks, as the door found out. */
export interface Asking {
  readonly person: Person;
  /** The token that somebody sent and nobody has. */
  readonly refused?: Problem;
  readonly session?: Session;
  /** What a form for this browser must send back. */
  readonly csrf?: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    asking: Asking | null;
  }
}
