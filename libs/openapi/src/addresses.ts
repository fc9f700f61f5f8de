import { rules } from '#signing-in';

/** An address of the API, with the methods it takes. `{name}` stands for one part of a path. */
export interface Address {
  readonly path: string;
  readonly methods: readonly ('get' | 'post')[];
}

/** Every address that the server answers; the description of the API is held to it. */
export const addresses: readonly Address[] = [
  { path: '/', methods: ['get'] },
  { path: '/health', methods: ['get'] },
  { path: '/health/live', methods: ['get'] },
  { path: '/health/ready', methods: ['get'] },
  { path: '/metrics', methods: ['get'] },
  { path: '/api/openapi.json', methods: ['get'] },
  { path: '/api/rebuild', methods: ['post'] },
  { path: '/api/quarantine', methods: ['get'] },
  { path: '/api/quarantine/requeue', methods: ['post'] },
  { path: '/api/programmes', methods: ['get'] },
  { path: '/api/programmes/{programme}/import', methods: ['post'] },
  { path: '/api/programmes/{programme}/events', methods: ['get'] },
  { path: '/api/programmes/{programme}/commands/{command}', methods: ['post'] },
  { path: '/api/programmes/{programme}/reports/{id}/content', methods: ['get'] },
  { path: '/api/programmes/{programme}/reports/{id}/restatement', methods: ['get'] },
  { path: '/api/programmes/{programme}/decisions/{id}/checklist', methods: ['get'] },
  { path: '/api/programmes/{programme}/decisions/{id}/clocks', methods: ['get'] },
  { path: '/api/programmes/{programme}/decisions/{id}/led-to', methods: ['get'] },
  { path: '/api/programmes/{programme}/decisions/{id}/stood-on', methods: ['get'] },
  { path: '/api/programmes/{programme}/decisions/{id}/statement', methods: ['get'] },
  { path: '/api/programmes/{programme}/{view}', methods: ['get'] },
  { path: '/api/programmes/{programme}/{view}/{id}', methods: ['get'] },
];

/** Every address of a page, as the permissions have them: the API's are above. */
const pages: readonly Address[] = [...new Set(Object.keys(rules).map((rule) => rule.split(' ')[1] ?? ''))]
  .filter((path) => !path.startsWith('/api'))
  .map((path) => ({
    path: path.replace(/:(\w+)/g, '{$1}'),
    methods: (['get', 'post'] as const).filter((method) => `${method.toUpperCase()} ${path}` in rules),
  }));

/** The methods that a path takes, in capitals for an `Allow` header; none where nothing is there. */
export function methodsAt(path: string): readonly string[] {
  const parts = path.replace(/\?.*$/, '').split('/');
  const taken = [...addresses, ...pages].find((address) => {
    const expected = address.path.split('/');
    return (
      expected.length === parts.length &&
      expected.every((part, n) => part === parts[n] || (part.startsWith('{') && parts[n] !== ''))
    );
  });
  return taken?.methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : ['POST'])) ?? [];
}
