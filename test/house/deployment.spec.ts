import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { esdbAddress } from '#event-store-esdb';
import { readYaml, type Yaml } from './compose-file.js';
import { root, sources } from './sources.js';

interface Service {
  readonly image?: string;
  readonly profiles?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly env_file?: readonly string[];
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly depends_on?: readonly string[] | Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly read_only?: string;
  readonly privileged?: Yaml;
}

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const dockerfile = read('Dockerfile');
const caddyfile = read('deploy/Caddyfile');
const example = read('deploy/cluster.env.example');
const settings = new Set(
  [...read('docs/settings.md').matchAll(/^- `([A-Z_]+)`: /gm)].map(([, name]) => name),
);
let services: Readonly<Record<string, Service>>;
let volumes: readonly string[];

beforeAll(async () => {
  const compose = (await readYaml(read('docker-compose.yml'))) as unknown as {
    services: Record<string, Service>;
    volumes: Record<string, null>;
  };
  services = compose.services;
  volumes = Object.keys(compose.volumes);
});

const named = (pattern: RegExp) => Object.entries(services).filter(([name]) => pattern.test(name));
const ofMinutebook = (name: string) => /^(MINUTEBOOK|EVENT_STORE)_?/.test(name);
/** What the reverse proxy is told, and Minutebook is not. */
const ofTheProxy = ['MINUTEBOOK_SITE', 'MINUTEBOOK_TLS', 'MINUTEBOOK_PROXY_SECRET'];

describe('The compose file', () => {
  it('has one node for development, and a cluster of three nodes, two servers and a proxy behind a profile', () => {
    const always = Object.entries(services).filter(([, { profiles }]) => profiles === undefined);
    expect(always.map(([name]) => name)).toEqual(['eventstoredb']);
    expect(Object.keys(services).filter((name) => name !== 'eventstoredb')).toEqual([
      'certificates',
      'node1',
      'node2',
      'node3',
      'minutebook1',
      'minutebook2',
      'caddy',
    ]);
    expect(services['eventstoredb']?.ports).toEqual(['127.0.0.1:2113:2113']);
  });

  it('sets only what the settings have, and what EventStoreDB has', () => {
    const set = Object.values(services).flatMap(({ environment }) => Object.keys(environment ?? {}));
    expect(set.filter(ofMinutebook).length).toBeGreaterThan(3);
    expect(set.filter((name) => ofMinutebook(name) && !settings.has(name))).toEqual([]);
    expect(set.filter((name) => !ofMinutebook(name) && !name.startsWith('EVENTSTORE_'))).toEqual([]);
  });

  it('holds no secret: those are in a file that is made from an example, in which each is empty', () => {
    const secret = /PASSWORD|SECRET|TOKEN|KEY(?!_FILE)\b/;
    for (const { environment } of Object.values(services)) {
      expect(Object.keys(environment ?? {}).filter((name) => secret.test(name))).toEqual([]);
    }
    const lines = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value]) => ({
      name,
      value,
    }));
    expect(lines.filter(({ name }) => secret.test(name)).map(({ value }) => value)).toEqual(['', '', '', '']);
    for (const { name } of lines) {
      const known = settings.has(name) || name.startsWith('EVENTSTORE_') || ofTheProxy.includes(name);
      expect([name, known]).toEqual([name, true]);
    }
    expect(read('.gitignore')).toContain('deploy/*.env\n');
    expect(read('.dockerignore')).toContain('deploy/*.env\n');
  });

  it('names only volumes, files and services that are there', () => {
    for (const [name, service] of Object.entries(services)) {
      for (const volume of service.volumes ?? []) {
        const [from = ''] = volume.split(':');
        expect([
          name,
          from,
          from.startsWith('./') ? existsSync(join(root, from)) : volumes.includes(from),
        ]).toEqual([name, from, true]);
      }
      const needed = Array.isArray(service.depends_on)
        ? service.depends_on
        : Object.keys(service.depends_on ?? {});
      expect((needed as string[]).filter((each) => !(each in services))).toEqual([]);
      for (const file of service.env_file ?? []) expect(existsSync(join(root, `${file}.example`))).toBe(true);
    }
    expect(volumes.filter((name) => !JSON.stringify(services).includes(`"${name}:`))).toEqual([]);
  });

  it('joins each node to the two others, with a certificate of its own', () => {
    const nodes = named(/^node\d$/);
    expect(nodes.length).toBe(3);
    for (const [name, { environment, healthcheck }] of nodes) {
      const others = nodes.map(([other]) => other).filter((other) => other !== name);
      expect(environment).toMatchObject({
        EVENTSTORE_CLUSTER_SIZE: '3',
        EVENTSTORE_GOSSIP_SEED: others.map((other) => `${other}:2113`).join(','),
        EVENTSTORE_NODE_HOST_ADVERTISE_AS: name,
        EVENTSTORE_CERTIFICATE_FILE: `/certificates/nodes/${name}/node.crt`,
        EVENTSTORE_CERTIFICATE_PRIVATE_KEY_FILE: `/certificates/nodes/${name}/node.key`,
      });
      expect(environment).not.toHaveProperty('EVENTSTORE_INSECURE');
      expect(healthcheck?.test.at(-1)).toBe('https://localhost:2113/health/live');
    }
  });

  it('gives each server the whole cluster, a folder of its own, and nothing it could change itself by', () => {
    const servers = named(/^minutebook\d$/);
    expect(new Set(servers.map(([, server]) => server.volumes?.[0])).size).toBe(2);
    for (const [, { environment, read_only: readOnly, volumes: mounted = [] }] of servers) {
      const { connection, book, credentials } = esdbAddress(environment?.['EVENT_STORE'] ?? '');
      expect(connection).toBe(
        'esdb://node1:2113,node2:2113,node3:2113?tls=true&tlsCAFile=/certificates/ca.crt',
      );
      expect([book, credentials, readOnly]).toEqual(['minutebook', undefined, 'true']);
      expect(mounted).toContain('ca-certificate:/certificates:ro');
      expect(mounted.join()).not.toContain('node-certificates');
    }
  });
});

describe('The image', () => {
  it('stands on the Node that the project asks for, and so does what makes the certificates', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const wanted = engines.node.replace('>=', '');
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
    expect(bases).toEqual([
      `node:${wanted}-bookworm`,
      `node:${wanted}-bookworm`,
      `node:${wanted}-bookworm-slim`,
    ]);
    expect(services['certificates']?.image).toBe(`node:${wanted}-bookworm`);
  });

  it('runs as nobody in particular, without what only tests and builds need, and says whether it is ready', () => {
    const [, run = ''] = dockerfile.split(/^(?=FROM .*-slim)/m);
    expect(dockerfile).toContain('npm ci --omit=dev');
    expect(run).toContain('COPY --from=dependencies /minutebook/node_modules');
    expect(run).toMatch(/^USER node$/m);
    expect(run.indexOf('USER node')).toBeLessThan(
      run.indexOf('CMD ["node", "dist/apps/server/src/main.js"]'),
    );
    expect(run).toContain('CMD ["node", "deploy/health.mjs"]');
    for (const [, name = ''] of run.matchAll(/\b(MINUTEBOOK_[A-Z_]+)=/g)) expect(settings).toContain(name);
  });

  it('asks for health where the server answers it, and so does the proxy', () => {
    const controllers = sources().filter(({ text }) => /@Controller\('health'\)/.test(text));
    expect(controllers.length).toBe(1);
    expect(read('deploy/health.mjs')).toContain('}/health`');
    expect(caddyfile).toMatch(/health_uri \/health$/m);
  });
});

describe('The proxy', () => {
  it('knows both servers by their ports, and keeps a browser with the one it began with', () => {
    expect(caddyfile).toContain('reverse_proxy minutebook1:3000 minutebook2:3000 {');
    for (const [, { environment }] of named(/^minutebook\d$/)) {
      expect(environment).toMatchObject({ MINUTEBOOK_PORT: '3000', MINUTEBOOK_ADDRESS: '0.0.0.0' });
    }
    expect(caddyfile).toMatch(/lb_policy cookie minutebook-server \{\$MINUTEBOOK_PROXY_SECRET\}/);
    for (const [, name = ''] of caddyfile.matchAll(/\{\$([A-Z_]+)\}/g)) {
      expect(ofTheProxy).toContain(name);
      expect(example).toMatch(new RegExp(`^${name}=`, 'm'));
    }
  });
});

describe('The certificates', () => {
  it('are made once, for each node by its name, signed by an authority whose key is in none of their folders', () => {
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-certificates-'));
    const [authority, open, nodes] = ['authority', 'public', 'nodes'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const made = () =>
      spawnSync('sh', [join(root, 'deploy/certificates.sh'), authority, open, nodes, 'node1', 'node2'], {
        encoding: 'utf8',
      });
    try {
      expect([made().stdout, made().stdout]).toEqual([
        'made a certificate for node1\nmade a certificate for node2\n',
        '',
      ]);
      const ca = new X509Certificate(readFileSync(join(open, 'ca.crt')));
      for (const name of ['node1', 'node2']) {
        const node = new X509Certificate(readFileSync(join(nodes, name, 'node.crt')));
        expect([node.subject, node.checkHost(name), node.checkIP('127.0.0.1')]).toEqual([
          'CN=eventstoredb-node',
          name,
          '127.0.0.1',
        ]);
        expect([ca.ca, node.ca, node.verify(ca.publicKey)]).toEqual([true, false, true]);
        expect(statSync(join(nodes, name, 'node.key')).mode & 0o077).toBe(0);
      }
      expect(existsSync(join(open, 'ca.key'))).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
