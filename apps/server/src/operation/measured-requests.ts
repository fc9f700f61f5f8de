import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Metrics } from '#metrics';

/** Notes every answered request by the pattern of its route: an address would make a figure of its own for each thing. */
export function measureRequests(app: NestFastifyApplication): void {
  const metrics = app.get(Metrics);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      const route = request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');
      metrics.request(request.method, route, reply.statusCode, reply.elapsedTime / 1_000);
      done();
    });
}
