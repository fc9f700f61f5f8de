/** What is worth a line. */
export const auditedKinds = [
  'signed-in',
  'signed-out',
  'session-ended',
  'refused',
  'exported',
  'rebuilt',
] as const;
export type AuditedKind = (typeof auditedKinds)[number];

/** Something that somebody did, or was kept from doing. */
export interface Audited {
  readonly what: AuditedKind;
  readonly actor: string;
  /** What they are called, where they said so: the log of the programme itself has the actor only. */
  readonly name: string;
  /** The network address they came from. */
  readonly from: string;
  /** The address they asked for. */
  readonly address: string;
  /** What exactly, in words or by its code. */
  readonly detail: string;
}
