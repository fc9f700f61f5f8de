import type { FastifyRequest } from 'fastify';
import type { AuditLog } from './audit-log.js';
import type { AuditedKind } from './audited.js';
import { nobody, type Person } from './person.js';

/** Sees what people do, and has the audit log keep it. */
export class Witness {
  constructor(private readonly log: AuditLog) {}

  /** Keeps that whoever asks did something, or was kept from it. Never what they showed to prove who they are. */
  saw(request: FastifyRequest, what: AuditedKind, detail: string, person = personBehind(request)): void {
    const { actor, name } = person;
    this.log.append({ what, actor, name, from: request.ip, address: request.url, detail });
  }
}

const personBehind = ({ asking }: FastifyRequest): Person => asking?.person ?? nobody(false);
