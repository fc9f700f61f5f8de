/** The capacities in which somebody works with Minutebook. */
export const roles = ['programme-office', 'governance', 'reporting', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** What somebody may want to do. */
export type Action = 'read' | 'record' | 'import' | 'audit' | 'operate';

/** Which roles permit what, the one that somebody then acts in first. ADR 13. */
export const permitted: Readonly<Record<Action, readonly Role[]>> = {
  read: ['programme-office', 'governance', 'reporting', 'administrator'],
  record: ['programme-office'],
  import: ['programme-office', 'administrator'],
  audit: ['governance', 'administrator'],
  operate: ['administrator'],
};

/**
 * What an address needs: an action, somebody who is signed in, or nothing at all. `operate-or-token` its controller sees to
 * by itself, because a program without a role may have a token for this one thing.
 */
export type Needs = Action | 'signed-in' | 'operate-or-token' | 'nothing';

/**
 * Every address that a controller answers, with what it needs. One with `:programme` needs it in that programme; else
 * reading needs it in any, and what is left in every one. The server does not start with an address that has no line.
 */
export const rules: Readonly<Record<string, Needs>> = {
  'GET /health': 'nothing',
  'GET /health/live': 'nothing',
  'GET /health/ready': 'nothing',
  // A scraper has a token of its own, which is nobody's; whoever sends another must be an administrator.
  'GET /metrics': 'operate-or-token',
  'GET /cookies': 'nothing',
  'GET /accessibility': 'nothing',
  'GET /sign-in': 'nothing',
  'POST /sign-in': 'nothing',
  'GET /signed-out': 'nothing',
  'GET /sign-in/callback': 'nothing',
  'POST /sign-out': 'signed-in',
  'POST /sign-out-everywhere': 'signed-in',
  'GET /your-sessions': 'signed-in',
  'POST /sessions/end': 'signed-in',
  'GET /sessions': 'operate',
  'GET /audit-log': 'audit',
  'GET /audit-log.csv': 'audit',

  'GET /': 'read',
  'GET /programmes/:programme': 'read',
  'GET /programmes/:programme/needs-doing': 'read',
  'GET /programmes/:programme/reviews': 'read',
  'GET /programmes/:programme/reviews/:id': 'read',
  'GET /programmes/:programme/outcomes': 'read',
  'GET /programmes/:programme/portfolios': 'read',
  'GET /programmes/:programme/portfolios/:id': 'read',
  'GET /programmes/:programme/projects': 'read',
  'GET /programmes/:programme/projects/:id': 'read',
  'GET /programmes/:programme/savings': 'read',
  'GET /programmes/:programme/savings/:id': 'read',
  'GET /programmes/:programme/services': 'read',
  'GET /programmes/:programme/services/:id': 'read',
  'GET /programmes/:programme/phases': 'read',
  'GET /programmes/:programme/phases/:id': 'read',
  'GET /programmes/:programme/tranches': 'read',
  'GET /programmes/:programme/tranches/:id': 'read',
  'GET /programmes/:programme/reports': 'read',
  'GET /programmes/:programme/reports/:id': 'read',
  'GET /programmes/:programme/units': 'read',
  'GET /programmes/:programme/units/:id': 'read',
  'GET /programmes/:programme/decisions': 'read',
  'GET /programmes/:programme/decisions/:id': 'read',
  'GET /programmes/:programme/decisions/:id/statement': 'read',
  'GET /programmes/:programme/authority': 'read',
  'GET /programmes/:programme/authority/:id': 'read',
  'GET /programmes/:programme/registers': 'read',
  'GET /programmes/:programme/registers/:name': 'read',
  'GET /programmes/:programme/history': 'read',
  'GET /programmes/:programme/history/:id': 'read',
  'GET /programmes/:programme/changes': 'read',
  'GET /programmes/:programme/compare': 'read',
  'GET /programmes/:programme/events': 'read',

  'GET /programmes/:programme/record': 'record',
  'GET /programmes/:programme/record/new/:command': 'record',
  'POST /programmes/:programme/record/new/:command': 'record',
  'GET /programmes/:programme/record/drafts/:draft/what': 'record',
  'POST /programmes/:programme/record/drafts/:draft/what': 'record',
  'GET /programmes/:programme/record/drafts/:draft/when': 'record',
  'POST /programmes/:programme/record/drafts/:draft/when': 'record',
  'GET /programmes/:programme/record/drafts/:draft/check': 'record',
  'POST /programmes/:programme/record/drafts/:draft/record': 'record',
  'GET /programmes/:programme/record/drafts/:draft/done': 'record',
  'POST /programmes/:programme/record/drafts/:draft/drop': 'record',
  'GET /programmes/:programme/record/drafts/:draft/correct': 'record',
  'POST /programmes/:programme/record/drafts/:draft/correct': 'record',
  'GET /programmes/:programme/record/correct/:entry': 'record',
  'POST /programmes/:programme/record/correct/:entry': 'record',
  'GET /programmes/:programme/record/meeting': 'record',
  'POST /programmes/:programme/record/meeting': 'record',
  'GET /programmes/:programme/record/drafts/:draft/meeting': 'record',
  'POST /programmes/:programme/record/drafts/:draft/meeting': 'record',
  'POST /programmes/:programme/record/drafts/:draft/record-meeting': 'record',

  'GET /api/openapi.json': 'read',
  'GET /api/programmes': 'read',
  'GET /api/programmes/:programme/events': 'read',
  'GET /api/programmes/:programme/:view': 'read',
  'GET /api/programmes/:programme/:view/:id': 'read',
  'GET /api/programmes/:programme/decisions/:id/checklist': 'read',
  'GET /api/programmes/:programme/decisions/:id/clocks': 'read',
  'GET /api/programmes/:programme/decisions/:id/led-to': 'read',
  'GET /api/programmes/:programme/decisions/:id/stood-on': 'read',
  'GET /api/programmes/:programme/decisions/:id/statement': 'read',
  'GET /api/programmes/:programme/reports/:id/content': 'read',
  'GET /api/programmes/:programme/reports/:id/restatement': 'read',
  'POST /api/programmes/:programme/commands/batch': 'record',
  'POST /api/programmes/:programme/commands/:name': 'record',
  'POST /api/programmes/:programme/import': 'import',
  'POST /api/rebuild': 'operate',
  'GET /api/quarantine': 'operate',
  'POST /api/quarantine/requeue': 'operate',
};

/** What a page that is left open asks by itself, by its pattern: it keeps nobody signed in. */
export const askedByItself: ReadonlySet<string> = new Set([
  '/programmes/:programme/events',
  '/api/programmes/:programme/events',
]);

/** What a route needs, by its method and its pattern; a HEAD needs what its GET does. Undefined where it has no line. */
export function needsOf(method: string, pattern: string): Needs | undefined {
  return rules[`${method === 'HEAD' ? 'GET' : method} ${pattern}`];
}
