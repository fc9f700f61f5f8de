import { BadRequestException, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { NotStorable } from '#event-store';
import { EsdbUnavailable } from '#event-store-esdb';
import { ProjectionBehind } from '#projector';
import { Problem } from '#problem';
import { problemOf } from './problem.filter.js';

const get = { method: 'GET', url: '/api/programmes/kent/overview' };
const told = (error: unknown, request = get) => {
  const problem = problemOf(error, request);
  const { type, detail } = problem.getResponse() as { type: string; detail: string };
  return { status: problem.getStatus(), type, detail, headers: problem.headers };
};

describe('What went wrong', () => {
  it('is told as it is where it is a problem already', () => {
    const problem = new Problem(422, 'unit-not-open', 'It cannot be recorded', 'Name the unit it went into');
    expect(problemOf(problem, get)).toBe(problem);
  });

  it('says how far the views are where a wait ran out, and when to ask again', () => {
    expect(told(new ProjectionBehind('0000000000000009', '0000000000000007'))).toEqual({
      status: 503,
      type: 'urn:minutebook:problem:views-behind',
      detail: 'The views have reached 0000000000000007, not 0000000000000009: ask again in a moment',
      headers: { 'retry-after': '1' },
    });
  });

  it('is a database that does not answer, and a command may be sent again under its key', () => {
    const unavailable = new EsdbUnavailable('append', 30_000, undefined, new Error('no answer'));
    expect(told(unavailable)).toMatchObject({
      status: 503,
      type: 'urn:minutebook:problem:record-unavailable',
      detail:
        'Try again in a moment; if you sent a command, send it under the same Idempotency-Key, and it is recorded once',
      headers: { 'retry-after': '5' },
    });
  });

  it('is a method that the address does not take, with those it does', () => {
    expect(told(new NotFoundException(), { ...get, method: 'DELETE' })).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    });
  });

  it('is an address where nothing is', () => {
    expect(told(new NotFoundException(), { method: 'GET', url: '/elsewhere' })).toMatchObject({
      status: 404,
      type: 'urn:minutebook:problem:not-found',
    });
  });

  it.each([
    [Object.assign(new Error('Body is too large'), { statusCode: 413 }), 413, 'body-too-large'],
    [Object.assign(new Error('Unsupported Media Type'), { statusCode: 415 }), 415, 'not-json'],
    [new BadRequestException('Unexpected end of JSON input'), 400, 'not-json'],
    [Object.assign(new Error('Header overflow'), { statusCode: 431 }), 431, 'bad-request'],
  ])('%s is the sender’s to mend', (error, status, code) => {
    expect(told(error)).toMatchObject({ status, type: `urn:minutebook:problem:${code}` });
  });

  it('is what no store could keep, and the sender is told why', () => {
    const reason = 'Event 0 (DecisionRecorded) is 70000 bytes: at most 65536 can be kept';
    expect(told(new NotStorable('event-too-large', reason))).toMatchObject({
      status: 400,
      type: 'urn:minutebook:problem:event-too-large',
      detail: reason,
    });
  });

  it('by accident is told without its insides', () => {
    const accident = told(new TypeError('Cannot read properties of undefined (reading "secret")'));
    expect(accident).toMatchObject({ status: 500, type: 'urn:minutebook:problem:fault' });
    expect(accident.detail).not.toContain('secret');
    expect(told(null).status).toBe(500);
  });
});
