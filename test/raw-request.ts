import { connect, type Socket } from 'node:net';
import type { BuiltServer } from './built-server.js';

/** An answer as it came over the wire, whatever was asked. */
export interface RawAnswer {
  readonly status: number;
  /** By their names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

/** A connection to a server on which any bytes can be sent: a client would put them right first. */
export function connectTo({ url }: Pick<BuiltServer, 'url'>): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  // A server that lets go of a connection may do so while something is still being sent on it.
  socket.on('error', () => undefined);
  return socket;
}

/** Sends bytes on a connection of their own, and reads until the server closes it. */
export async function sendRaw(server: Pick<BuiltServer, 'url'>, bytes: string | Buffer): Promise<RawAnswer> {
  const socket = connectTo(server);
  socket.write(bytes);
  return readToItsEnd(socket);
}

/** What comes on a connection until the server closes it. */
export async function readToItsEnd(socket: Socket): Promise<RawAnswer> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return answerIn(Buffer.concat(chunks).toString('latin1'));
}

function answerIn(said: string): RawAnswer {
  const [head = '', ...text] = said.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const;
    }),
  );
  return { status: Number(first.split(' ')[1] ?? 0), headers, text: text.join('\r\n\r\n') };
}

/** The bytes of a request: its first line, its headers, its body. `{host}` stands for the server's own name. */
export function rawRequest(
  { url }: Pick<BuiltServer, 'url'>,
  line: string,
  headers: readonly string[] = [],
  body = '',
): string {
  const { host } = new URL(url);
  const all = [
    ...(headers.some((one) => /^host:/i.test(one)) ? [] : ['Host: {host}']),
    'Connection: close',
    ...headers,
  ];
  return `${line} HTTP/1.1\r\n${all.join('\r\n')}\r\n\r\n${body}`.replaceAll('{host}', host);
}
