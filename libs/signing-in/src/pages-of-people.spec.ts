import { readPage } from '#testing';
import { frameOf, render } from '#pages';
import { describe, expect, it } from '@jest/globals';
import { auditPage } from './audit-page.js';
import type { AuditLine } from './audit-log.js';
import { demoPerson } from './demo-people.js';
import { sessionsPage } from './sessions-page.js';
import type { Session } from './sessions.js';

/** A page as its reader meets it, read back from its HTML. */
function asRead(template: string, data: object) {
  const serving = { demonstration: false, assets: '/assets/1', nonce: 'n', csrf: 'c' };
  return readPage(
    render(template, { frame: frameOf('A page', serving, { where: { programme: 'county' } }), ...data }),
  );
}

const line = {
  number: 7,
  at: '2026-06-30T23:30:12.345Z',
  what: 'refused',
  actor: 'person-4',
  name: 'A. Clerk',
  detail: 'may not record',
  address: '/programmes/kent/record',
  from: '203.0.113.7',
} as AuditLine;

describe('The page of the audit log', () => {
  const lines = [
    line,
    {
      ...line,
      number: 6,
      at: '2026-12-31T23:59:59.000Z',
      what: 'signed-in',
      name: '',
      detail: 'by a page',
    } as AuditLine,
  ];

  it('tells who did what, when by the clock in London, where and from where', () => {
    const page = asRead('audit-log', auditPage(lines, { limit: 10 }));
    expect(page.tables).toEqual({
      'Who did what, the latest first': [
        {
          When: '1 July 2026, 00:30 BST',
          What: 'Refused',
          Who: 'A. Clerk (person-4)',
          Detail: 'may not record',
          Address: '/programmes/kent/record',
          From: '203.0.113.7',
        },
        {
          When: '31 December 2026, 23:59 GMT',
          What: 'Signed in',
          Who: 'person-4',
          Detail: 'by a page',
          Address: '/programmes/kent/record',
          From: '203.0.113.7',
        },
      ],
    });
    expect(page.links).not.toHaveProperty('Older lines');
  });

  it('keeps its filters on the way to older lines', () => {
    const page = asRead('audit-log', auditPage(lines, { what: 'refused', actor: 'person-4', limit: 1 }));
    expect(page.fields).toEqual({ What: 'Refused', 'Id of a person': 'person-4' });
    expect(page.links['Older lines']).toBe('/audit-log?what=refused&actor=person-4&before=7');
    expect(page.tables['Who did what, the latest first']).toHaveLength(1);
  });
});

describe('The page of sessions', () => {
  const session: Session = {
    reference: 's1',
    person: demoPerson('governance'),
    started: Date.parse('2026-06-30T23:30:00.000Z'),
    used: Date.parse('2026-10-25T01:15:00.000Z'),
  };
  const other = { ...session, reference: 's2', person: demoPerson('administrator') };

  it('tells one’s own: since when, last seen when, and which is this browser', () => {
    const page = asRead('sessions', sessionsPage([session, other], 's1', 'yours'));
    expect(page.subheadings).toEqual(['Governance [This browser]', 'Administrator']);
    expect(page.paragraphs).toContain('Governance in every programme');
    expect(page.paragraphs).toContain(
      'Signed in on 1 July 2026, 00:30 BST, last seen on 25 October 2026, 01:15 GMT.',
    );
  });

  it('tells of everybody’s under which id they record', () => {
    const page = asRead('sessions', sessionsPage([session], undefined, 'all'));
    expect(page.heading).toBe('Who is signed in');
    expect(page.paragraphs).toContain(
      'Signed in on 1 July 2026, 00:30 BST, last seen on 25 October 2026, 01:15 GMT. Recorded as demo-governance.',
    );
    expect(asRead('sessions', sessionsPage([], undefined, 'all')).paragraphs).toEqual([
      'Nobody is signed in by a page.',
    ]);
  });
});

describe('The page to sign in', () => {
  const choices = [
    { value: 'governance', text: 'Governance' },
    { value: 'reporting', text: 'Reporting' },
  ];

  it('offers each role by its name', () => {
    const page = asRead('sign-in', { choices, back: '/', csrf: 'c' });
    expect(page.heading).toBe('Sign in to the demonstration as');
    expect(page.fields).toEqual({ Governance: 'governance', Reporting: 'reporting' });
  });

  it('says what is missing where none was chosen', () => {
    expect(asRead('sign-in', { choices, back: '/', csrf: 'c', missing: true }).links['Select a role']).toBe(
      '#role',
    );
  });
});
