import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { mustAskOnly } from '#views';

/**
 * Refuses a query where the address reads none: what is asked and not read would be left out in silence, as a dry run
 * that was meant and is recorded. A handler that takes its query sees to what it knows by itself.
 */
@Injectable()
export class NothingMoreAsked implements CanActivate {
  /** @throws Problem 400 that names everything that is asked */
  canActivate(context: ExecutionContext): boolean {
    const taken = Reflect.getMetadata(
      ROUTE_ARGS_METADATA,
      context.getClass(),
      context.getHandler().name,
    ) as object;
    const readsQuery = Object.keys(taken ?? {}).some((arg) => arg.startsWith(`${RouteParamtypes.QUERY}:`));
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!readsQuery) mustAskOnly(query as Readonly<Record<string, unknown>>);
    return true;
  }
}
