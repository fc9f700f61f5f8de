import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import * as grpc from '@grpc/grpc-js';
import type * as StreamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type * as SharedPb from '@eventstore/db-client/generated/shared_pb.js';
import { Faults, type Fault } from './faults.js';
import { StreamsInMemory, type NewPeerRecord, type PeerRecord } from './streams-in-memory.js';

export { StreamsInMemory };

const require = createRequire(import.meta.url);
// The protos of the client itself: what the peer cannot read, no server could.
const { StreamsService } = require('@eventstore/db-client/generated/streams_grpc_pb.js') as {
  StreamsService: grpc.ServiceDefinition;
};
const pb = require('@eventstore/db-client/generated/streams_pb.js') as typeof StreamsPb;
const shared = require('@eventstore/db-client/generated/shared_pb.js') as typeof SharedPb;

type AppendCall = grpc.ServerReadableStream<StreamsPb.AppendReq, StreamsPb.AppendResp>;
type ReadCall = grpc.ServerWritableStream<StreamsPb.ReadReq, StreamsPb.ReadResp>;

/**
 * A stand-in for EventStoreDB in this process: it speaks the client's own protos, keeps streams in memory, and does on
 * request what servers do on bad days. Calls that do not ask for the leader are refused, as a reminder.
 */
export class Peer {
  readonly faults = new Faults();
  /** Whether subscriptions hold back what they should tell, and stay open. */
  mute = false;
  /** How many calls of each kind reached it. */
  readonly calls = { append: 0, read: 0, subscribe: 0 };
  /** How many calls are open, and how many were at most. */
  readonly open = { now: 0, most: 0 };
  private readonly subscriptions = new Set<ReadCall>();
  private readonly appended = new EventEmitter().setMaxListeners(0);
  private server = new grpc.Server();

  private constructor(
    readonly port: number,
    readonly streams: StreamsInMemory,
  ) {}

  /** Starts on a free port of this machine, or on the one given, over streams that may hold something already. */
  static async start(options: { port?: number; streams?: StreamsInMemory } = {}): Promise<Peer> {
    const server = new grpc.Server();
    const port = await new Promise<number>((resolve, reject) => {
      server.bindAsync(
        `127.0.0.1:${options.port ?? 0}`,
        grpc.ServerCredentials.createInsecure(),
        (error, bound) => (error ? reject(error) : resolve(bound)),
      );
    });
    const peer = new Peer(port, options.streams ?? new StreamsInMemory());
    server.addService(StreamsService, {
      append: (call: AppendCall, answer: grpc.sendUnaryData<StreamsPb.AppendResp>) =>
        peer.append(call, answer),
      read: (call: ReadCall) => peer.read(call),
    });
    peer.server = server;
    return peer;
  }

  get address(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** Ends every subscription with a fault. */
  breakSubscriptions(): void {
    for (const call of this.subscriptions) end(call, fault(grpc.status.UNAVAILABLE, 'Connection dropped'));
  }

  /** How many subscriptions are open. */
  get subscribed(): number {
    return this.subscriptions.size;
  }

  /** Dies without a word, as by kill -9; the streams stay. */
  kill(): void {
    this.server.forceShutdown();
  }

  /** @returns to be called just before the answer is sent: whoever has heard it may call again before this call is gone */
  private opened(call: AppendCall | ReadCall): () => void {
    this.open.now += 1;
    this.open.most = Math.max(this.open.most, this.open.now);
    let isOpen = true;
    const closed = (): void => {
      if (isOpen) this.open.now -= 1;
      isOpen = false;
    };
    call.on('cancelled', closed).on('close', closed).on('finish', closed);
    return closed;
  }

  private append(call: AppendCall, send: grpc.sendUnaryData<StreamsPb.AppendResp>): void {
    this.calls.append += 1;
    const closed = this.opened(call);
    const answer: typeof send = (...said) => {
      closed();
      send(...said);
    };
    let options: StreamsPb.AppendReq.Options | undefined;
    const events: NewPeerRecord[] = [];
    call.on('data', (request: StreamsPb.AppendReq) => {
      options ??= request.getOptions();
      const message = request.getProposedMessage();
      if (message) events.push(proposed(message));
    });
    call.on('error', () => undefined);
    call.on('end', () => {
      const asked = this.faults.take('append');
      const refusal = this.refusal(asked) ?? unlessLeader(call.metadata);
      if (refusal) return answer(refusal);
      if (asked === 'silent' || !options) return;
      const response = this.recorded(options, events);
      if (asked === 'done-but-silent') return;
      if (asked === 'done-but-unavailable') return answer(fault(grpc.status.UNAVAILABLE, 'read ECONNRESET'));
      const done = (): void => answer(null, response);
      if (typeof asked !== 'object' || 'eachAfter' in asked) done();
      else if ('slow' in asked) setTimeout(done, asked.slow);
      else void asked.until.then(done);
    });
  }

  private recorded(
    options: StreamsPb.AppendReq.Options,
    events: readonly NewPeerRecord[],
  ): StreamsPb.AppendResp {
    if (!options.hasRevision() && !options.hasNoStream())
      throw new Error('An append must expect a revision or none');
    const name = nameOf(options.getStreamIdentifier());
    const outcome = this.streams.append(
      name,
      options.hasRevision() ? Number(options.getRevision()) : undefined,
      events,
    );
    const answer = new pb.AppendResp();
    if ('wrongRevision' in outcome) {
      const wrong = new pb.AppendResp.WrongExpectedVersion();
      if (outcome.wrongRevision === undefined) wrong.setCurrentNoStream(new shared.Empty());
      else wrong.setCurrentRevision(String(outcome.wrongRevision));
      if (options.hasRevision()) wrong.setExpectedRevision(options.getRevision());
      else wrong.setExpectedNoStream(new shared.Empty());
      return answer.setWrongExpectedVersion(wrong);
    }
    this.appended.emit('appended');
    const position = new pb.AppendResp.Position()
      .setCommitPosition(String(outcome.place))
      .setPreparePosition(String(outcome.place));
    const success = new pb.AppendResp.Success()
      .setCurrentRevision(String(outcome.last))
      .setPosition(position);
    return answer.setSuccess(success);
  }

  private read(call: ReadCall): void {
    call.on('error', () => undefined);
    const closed = this.opened(call);
    const options = call.request.getOptions() as StreamsPb.ReadReq.Options;
    const unasked = unlessLeader(call.metadata);
    if (unasked) return end(call, unasked);
    if (options.hasSubscription()) return this.subscribe(call, options);
    this.calls.read += 1;
    const asked = this.faults.take('read');
    const refusal = this.refusal(asked);
    if (refusal) {
      closed();
      return end(call, refusal);
    }
    if (asked === 'silent' || asked === 'done-but-silent') return;
    const records = options.hasStream() ? this.inStream(options) : this.inLog(options);
    const answer = (): void => {
      closed();
      if (!records) call.write(streamNotFound(options));
      const told = asked === 'broken-off' ? records?.slice(0, records.length >> 1) : records;
      for (const record of told ?? []) call.write(response(record));
      if (asked === 'broken-off') end(call, fault(grpc.status.UNAVAILABLE, 'Connection dropped'));
      else call.end();
    };
    if (typeof asked !== 'object') answer();
    else if ('slow' in asked) setTimeout(answer, asked.slow);
    else if ('until' in asked) void asked.until.then(answer);
    else void tellSlowly(call, records ?? [], asked.eachAfter);
  }

  private inStream(options: StreamsPb.ReadReq.Options): readonly PeerRecord[] | undefined {
    const stream = options.getStream() as StreamsPb.ReadReq.Options.StreamOptions;
    const records = this.streams.stream(nameOf(stream.getStreamIdentifier()));
    if (records.length === 0) return undefined;
    const count = Number(options.getCount());
    if (options.getReadDirection() === pb.ReadReq.Options.ReadDirection.BACKWARDS)
      return stream.hasEnd() ? records.slice(-count).reverse() : undefined;
    const from = stream.hasRevision() ? Number(stream.getRevision()) : 0;
    return records.slice(from, from + count);
  }

  private inLog(options: StreamsPb.ReadReq.Options): readonly PeerRecord[] {
    const { log } = this.streams;
    const count = Number(options.getCount());
    const from = this.indexFrom(options);
    if (options.getReadDirection() === pb.ReadReq.Options.ReadDirection.FORWARDS)
      return log.slice(from, from + count);
    return log.slice(Math.max(0, from - count), from).reverse();
  }

  private indexFrom(options: StreamsPb.ReadReq.Options): number {
    const all = options.getAll() as StreamsPb.ReadReq.Options.AllOptions;
    if (all.hasStart()) return 0;
    if (all.hasEnd()) return this.streams.log.length;
    return this.streams.from(
      BigInt((all.getPosition() as StreamsPb.ReadReq.Options.Position).getCommitPosition()),
    );
  }

  private subscribe(call: ReadCall, options: StreamsPb.ReadReq.Options): void {
    this.calls.subscribe += 1;
    const { log } = this.streams;
    let next = this.indexFrom(options);
    // A subscription begins after the position it is given, where a read begins at it.
    const after = options.getAll()?.getPosition()?.getCommitPosition();
    if (after !== undefined && log[next]?.place === BigInt(after)) next += 1;
    const tell = (): void => {
      for (; !this.mute && next < log.length; next++) {
        const record = log[next] as PeerRecord;
        if (!record.type.startsWith('$')) call.write(response(record));
      }
    };
    this.subscriptions.add(call);
    this.appended.on('appended', tell);
    const ended = (): void => {
      this.subscriptions.delete(call);
      this.appended.off('appended', tell);
    };
    call.on('cancelled', ended).on('close', ended);
    call.write(new pb.ReadResp().setConfirmation(new pb.ReadResp.SubscriptionConfirmation()));
    tell();
  }

  private refusal(asked: Fault | undefined): grpc.ServiceError | undefined {
    if (asked === 'unavailable') return fault(grpc.status.UNAVAILABLE, 'connect ECONNREFUSED');
    if (asked === 'not-ready') return fault(grpc.status.UNAVAILABLE, 'Server Is Not Ready');
    if (asked === 'internal') return fault(grpc.status.INTERNAL, 'Received RST_STREAM with code 2');
    if (asked !== 'not-leader') return undefined;
    return fault(grpc.status.NOT_FOUND, 'Leader info available', {
      exception: 'not-leader',
      'leader-endpoint-host': '127.0.0.1',
      'leader-endpoint-port': String(this.port),
    });
  }
}

function fault(code: grpc.status, details: string, metadata: Record<string, string> = {}): grpc.ServiceError {
  const sent = new grpc.Metadata();
  for (const [key, value] of Object.entries(metadata)) sent.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata: sent });
}

/** Ends a read with a fault. A call that is destroyed instead tells the client nothing, and stays open to it. */
function end(call: ReadCall, why: grpc.ServiceError): void {
  call.emit('error', why);
}

async function tellSlowly(
  call: ReadCall,
  records: readonly PeerRecord[],
  milliseconds: number,
): Promise<void> {
  for (const record of records) {
    await sleep(milliseconds);
    if (call.cancelled) return;
    call.write(response(record));
  }
  call.end();
}

function unlessLeader(metadata: grpc.Metadata): grpc.ServiceError | undefined {
  if (metadata.get('requires-leader')[0] === 'true') return undefined;
  return fault(grpc.status.INVALID_ARGUMENT, 'Every call must require the leader');
}

function nameOf(identifier: SharedPb.StreamIdentifier | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

function proposed(message: StreamsPb.AppendReq.ProposedMessage): NewPeerRecord {
  const metadata = message.getMetadataMap();
  return {
    id: message.getId()?.getString() ?? '',
    type: metadata.get('type') ?? '',
    contentType: metadata.get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

function response(record: PeerRecord): StreamsPb.ReadResp {
  const name = new shared.StreamIdentifier().setStreamName(Buffer.from(record.stream).toString('base64'));
  const recorded = new pb.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(record.id))
    .setStreamIdentifier(name)
    .setStreamRevision(String(record.revision))
    .setCommitPosition(String(record.place))
    .setPreparePosition(String(record.place))
    .setCustomMetadata(record.metadata)
    .setData(record.data);
  const metadata = recorded.getMetadataMap();
  metadata.set('type', record.type);
  metadata.set('content-type', record.contentType);
  metadata.set('created', String(BigInt(record.created.getTime()) * 10_000n));
  const event = new pb.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(String(record.place));
  return new pb.ReadResp().setEvent(event);
}

function streamNotFound(options: StreamsPb.ReadReq.Options): StreamsPb.ReadResp {
  const missing = new pb.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(options.getStream()?.getStreamIdentifier());
  return new pb.ReadResp().setStreamNotFound(missing);
}
