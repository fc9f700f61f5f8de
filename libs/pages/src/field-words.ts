/** Fields whose name alone would not tell a reader what they hold. */
const named: Readonly<Record<string, string>> = {
  access: 'open or exempt',
  asIs: 'the service as it is',
  basedOn: 'judged on the log up to position',
  basis: 'gross or net',
  bodyKind: 'kind of body',
  by: 'by',
  callIn: 'subject to call-in',
  calledIn: 'called in',
  callInReason: 'why it is, or is not, subject to call-in',
  capacity: 'recorded in the capacity of',
  commandId: 'command',
  correlationId: 'belongs with',
  causationId: 'caused by entry',
  divisionsAffected: 'electoral divisions affected',
  effectiveOn: 'holds from',
  heldBy: 'held by',
  key: 'key decision',
  keyReason: 'why it is key, or is not',
  model: 'delivery model',
  on: 'day',
  pence: 'amount',
  position: 'position in the log',
  provenance: 'how it is known',
  recordedAt: 'recorded at',
  stageSince: 'at this stage since',
  standingSince: 'standing since',
  subjectToCallIn: 'subject to call-in',
  takenOn: 'taken on',
  unitKind: 'kind of unit',
};

/** What each delivery model stands for. */
const models: Readonly<Record<string, string>> = {
  INH: 'in-house transformation',
  ICO: 'internally commissioned',
  TEC: 'company under the council’s control (Teckal)',
  TRD: 'trading company of the council',
  JV: 'joint venture',
  MUT: 'mutual',
  SE: 'social enterprise',
  SHS: 'shared service',
  OUT: 'outsourced',
  VCS: 'voluntary and community sector',
  DEV: 'devolved',
  CEA: 'ceased',
};

/** The name of a field in words: 'bodyKind' is 'kind of body', 'standingReason' is 'standing reason'. */
export function fieldInWords(field: string): string {
  return (
    named[field] ??
    field
      .replace(/Pence$/, '')
      .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
      .replaceAll('-', ' ')
  );
}

/**
 * Whether a field holds whole pence where it holds a number.
 *
 * @param beside the fields that stand beside it: the value of a setting is what the name of the setting says
 */
export function isMoney(field: string, beside: Readonly<Record<string, unknown>> = {}): boolean {
  const { setting = beside['id'] } = beside;
  return (
    /pence$/i.test(field) ||
    (field === 'value' && typeof setting === 'string' && setting.endsWith('-pence')) ||
    ['cost', 'saving', 'savings', 'expenditure', 'gross', 'net', 'notStated'].includes(field)
  );
}

/** A delivery model in words, with its code; any other text as it is. */
export function modelInWords(code: string): string {
  const words = models[code];
  return words === undefined ? code : `${words} (${code})`;
}

/** Fields whose text somebody wrote: it stays as they wrote it, hyphens and all. */
const written = new Set(
  'title name text reason reasons summary source meeting description reference matter grounds conditions activity part provider organisation role path index note risk keyReason address'.split(
    ' ',
  ),
);

/** Whether a field holds one of a few words, rather than what somebody wrote. */
export function isWord(field: string, value: string): boolean {
  return !written.has(field) && /^[a-z]+(-[a-z]+)*$/.test(value);
}

/** The kinds of thing that a field names by id, the likeliest first. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  authorisation: ['decision'],
  body: ['body'],
  by: ['decision', 'body', 'office'],
  decision: ['decision'],
  delegatedBy: ['body', 'office'],
  endorser: ['body'],
  entries: ['entry'],
  from: ['portfolio', 'body', 'office'],
  fromPoint: ['point'],
  fromPortfolio: ['portfolio'],
  fromTranche: ['tranche'],
  heldBy: ['body', 'office'],
  maker: ['body', 'office'],
  milestone: ['milestone'],
  office: ['office'],
  on: ['body', 'office'],
  option: ['option'],
  phase: ['phase'],
  point: ['point'],
  portfolio: ['portfolio'],
  portfolios: ['portfolio'],
  power: ['power'],
  project: ['project'],
  report: ['report'],
  rescindedBy: ['decision'],
  review: ['review'],
  saving: ['saving'],
  scale: ['scale'],
  service: ['service'],
  setting: ['setting'],
  successor: ['unit'],
  supersededBy: ['decision'],
  theme: ['theme'],
  to: ['portfolio', 'body', 'office'],
  toPoint: ['point'],
  toPortfolio: ['portfolio'],
  tranche: ['tranche'],
  unit: ['unit'],
  units: ['unit'],
};

/** Which kinds of thing a field may name by id; none where it names nothing. */
export function kindsNamedBy(field: string): readonly string[] {
  return kinds[field] ?? [];
}

/** Kinds of thing that are parts of another, and have their ids within that. */
const wholes: Readonly<Record<string, string>> = { option: 'review', milestone: 'project', point: 'scale' };

/** The kind of thing that things of a kind are parts of; undefined where they stand by themselves. */
export function wholeOf(kind: string): string | undefined {
  return wholes[kind];
}
