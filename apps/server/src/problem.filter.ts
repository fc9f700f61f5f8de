import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ProjectionBehind } from '#projector';
import { Problem } from './problem.js';

/** Turns whatever went wrong into problem+json. An accident is logged whole and told without its insides. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Minutebook');

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = this.problemOf(error);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void reply
      .status(problem.getStatus())
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem.getResponse()));
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof Problem) return error;
    if (error instanceof ProjectionBehind) {
      const { wanted, reached } = error;
      return new Problem(503, 'views-behind', 'The views are behind', error.message, {
        minPosition: wanted,
        position: reached ?? null,
      });
    }
    const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
    if (status === 404) return new Problem(404, 'not-found', 'There is nothing here', 'Check the address');
    if (status === 413) {
      return new Problem(
        413,
        'body-too-large',
        'The body is too large',
        'Send at most 1 MiB, or import a file',
      );
    }
    if (status === 415) {
      return new Problem(
        415,
        'not-json',
        'The body is not JSON',
        'Send it with content-type: application/json',
      );
    }
    if (status >= 400 && status < 500) {
      const detail = error instanceof Error ? error.message : 'Check the request';
      return new Problem(status, 'bad-request', 'The request cannot be read', detail);
    }
    this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return new Problem(
      500,
      'fault',
      'Something went wrong here',
      'Nothing was recorded by this request; try again',
    );
  }
}

function statusOf(error: unknown): number {
  const status = (error as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' ? status : 500;
}
