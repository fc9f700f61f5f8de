import { describe, expect, it } from '@jest/globals';
import { methodsAt } from './addresses.js';

describe('The methods of an address', () => {
  it.each([
    ['/', ['GET', 'HEAD']],
    ['/health?x=1', ['GET', 'HEAD']],
    ['/api/programmes/kent/overview', ['GET', 'HEAD']],
    ['/api/programmes/kent/reviews/legal-services?asAt=2014-06-01', ['GET', 'HEAD']],
    ['/api/programmes/kent/commands/open-phase', ['POST']],
    ['/api/programmes/kent/import', ['POST']],
    ['/api/programmes/kent/events?from=12', ['GET', 'HEAD']],
    ['/api/rebuild', ['POST']],
    ['/api/programmes', ['GET', 'HEAD']],
    ['/programmes/kent/needs-doing', ['GET', 'HEAD']],
    ['/programmes/kent/units/finance?asAt=2014-06-01', ['GET', 'HEAD']],
    ['/sign-in', ['GET', 'HEAD', 'POST']],
    ['/elsewhere', []],
    ['/api/programmes//overview', []],
  ])('%s takes %j', (path, methods) => {
    expect(methodsAt(path)).toEqual(methods);
  });
});
