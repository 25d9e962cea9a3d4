import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js';
import type { StreamEnd, StreamEvent, StreamSink } from '../actor';
import { SystemClock } from '../actor';
import type { Batch } from '../contract';
import { MalformedMessage, NO_EPOCH } from '../kernel';
import type { Clock, LinkNumber, StreamId } from '../kernel';
import type { ByteRateLimit } from './byte-rate';
import { Channels, ClientStreams } from './client';
import { linkFraming } from './codec';
import type { LinkCodec } from './codec';
import { LINK_OUTBOX } from './outbox';
import { GrpcServer, ServedStreams } from './server';
import { END_MS } from './server-sender';
import { Changes } from '../testing/changes';
import { ManualClock } from '../testing/manual-clock';

const toBytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const fromBytes = (bytes: Buffer): object => JSON.parse(bytes.toString()) as object;

const METHOD: MethodDefinition<object, object> = {
  path: '/test.v1.EchoService/Talk',
  requestStream: true,
  responseStream: true,
  requestSerialize: toBytes,
  requestDeserialize: fromBytes,
  responseSerialize: toBytes,
  responseDeserialize: fromBytes,
};
const SERVICE: ServiceDefinition = { Talk: METHOD };

const TEXTS: LinkCodec<string, string> = {
  encode: (batch) => batch,
  decode: (wire) => {
    const batch = wire as Batch<string>;
    if (batch.items.includes('rubbish')) throw new MalformedMessage('items', 'must not be rubbish');
    return batch;
  },
  sizeOf: (item) => item.length,
};

/** Remembers events and lets a test wait for one. */
class RecordingSink implements StreamSink<Batch<string>> {
  readonly #changes = new Changes();
  readonly events: StreamEvent<Batch<string>>[] = [];
  held: Promise<void> = Promise.resolve();

  deliver(event: StreamEvent<Batch<string>>): void {
    this.events.push(event);
    this.#changes.happened();
  }

  async room(): Promise<void> {
    await this.held;
  }

  async until(ready: (sink: RecordingSink) => boolean): Promise<void> {
    await this.#changes.until(() => ready(this));
  }

  get texts(): readonly string[] {
    return this.events.flatMap((event) => (event.event === 'message' ? event.message.items : []));
  }

  get ends(): readonly StreamEnd[] {
    return this.events.flatMap((event) => (event.event === 'closed' ? [event.end] : []));
  }
}

const context = { epoch: () => NO_EPOCH, mayWrite: () => true };

async function givenPair(
  options: {
    mayWrite?: () => boolean;
    outbox?: typeof LINK_OUTBOX;
    serverClock?: Clock;
    inbound?: ByteRateLimit;
  } = {},
) {
  const clock = new SystemClock();
  const server = new GrpcServer();
  const inbound = new RecordingSink();
  const outbound = new RecordingSink();
  const common = { framing: linkFraming(TEXTS), clock, limits: options.outbox ?? LINK_OUTBOX };
  const served = new ServedStreams({
    ...common,
    sink: inbound,
    context,
    streamsMax: 2,
    clock: options.serverClock ?? clock,
  });
  server.add(SERVICE, { Talk: served.handler });
  const port = await server.listen('127.0.0.1:0');
  const dialled = new ClientStreams({
    ...common,
    method: METHOD,
    channels: new Channels(),
    sink: outbound,
    context: { ...context, mayWrite: options.mayWrite ?? context.mayWrite },
    ...(options.inbound === undefined ? {} : { inbound: options.inbound }),
  });
  return {
    served,
    dialled,
    inbound,
    outbound,
    target: `127.0.0.1:${String(port)}`,
    async [Symbol.asyncDispose]() {
      dialled.endAll({ kind: 'lost', message: 'the test is over' });
      served.endAll({ kind: 'shutting-down', message: 'the test is over' });
      await server.close(clock, 500);
    },
  };
}

const A = 1 as StreamId;
const LINK = 41 as LinkNumber;

test('given a dialled stream, when items are sent both ways, then they arrive in order with link and sequence', async () => {
  await using pair = await givenPair();
  pair.dialled.dial(A, pair.target, LINK);
  for (let n = 0; n < 250; n += 1) pair.dialled.send(A, `up ${String(n)}`);
  pair.dialled.flush();
  await pair.inbound.until((sink) => sink.texts.length === 250);
  const [opened] = pair.inbound.events;
  pair.served.send(opened?.stream ?? A, 'down');
  pair.served.flush();
  await pair.outbound.until((sink) => sink.texts.length === 1);

  expect(pair.inbound.texts).toEqual(Array.from({ length: 250 }, (_, n) => `up ${String(n)}`));
  const batches = pair.inbound.events.flatMap((event) => (event.event === 'message' ? [event.message] : []));
  expect(batches.map((batch) => [batch.link, batch.sequence, batch.items.length])).toEqual([
    [LINK, 1, 100],
    [LINK, 2, 100],
    [LINK, 3, 50],
  ]);
  expect(pair.outbound.events).toMatchObject([
    { event: 'message', message: { link: LINK, sequence: 1, items: ['down'] } },
  ]);
});

test('given an open stream, when the server ends it with a reason, then the client hears that reason', async () => {
  await using pair = await givenPair();
  pair.dialled.dial(A, pair.target, LINK);
  pair.dialled.send(A, 'hello');
  pair.dialled.flush();
  await pair.inbound.until((sink) => sink.texts.length === 1);

  pair.served.end(pair.inbound.events[0]?.stream ?? A, { kind: 'superseded', message: 'a newer link took over' });
  await pair.outbound.until((sink) => sink.ends.length === 1);

  expect(pair.outbound.ends).toEqual([{ kind: 'superseded', message: 'a newer link took over' }]);
});

test('given a malformed message, when it arrives, then that stream ends on both sides and another goes on', async () => {
  await using pair = await givenPair();
  const B = 2 as StreamId;
  pair.dialled.dial(A, pair.target, LINK);
  pair.dialled.dial(B, pair.target, LINK);
  pair.dialled.send(A, 'rubbish');
  pair.dialled.flush();
  await pair.outbound.until((sink) => sink.ends.length === 1);
  pair.dialled.send(B, 'fine');
  pair.dialled.flush();
  await pair.inbound.until((sink) => sink.texts.includes('fine'));

  expect(pair.outbound.ends).toEqual([{ kind: 'malformed', message: 'items must not be rubbish' }]);
  expect(pair.inbound.ends).toEqual([{ kind: 'malformed', message: 'items must not be rubbish' }]);
});

test('given nobody who listens, when dialled, then the stream is lost', async () => {
  await using pair = await givenPair();

  pair.dialled.dial(A, '127.0.0.1:1', LINK);
  await pair.outbound.until((sink) => sink.ends.length === 1);

  expect(pair.outbound.ends).toMatchObject([{ kind: 'lost' }]);
});

test('given a client that goes away, when its stream breaks, then the server hears it once', async () => {
  await using pair = await givenPair();
  pair.dialled.dial(A, pair.target, LINK);
  pair.dialled.send(A, 'hello');
  pair.dialled.flush();
  await pair.inbound.until((sink) => sink.texts.length === 1);

  pair.dialled.end(A, { kind: 'lost', message: 'gone' });
  await pair.inbound.until((sink) => sink.ends.length === 1);

  expect(pair.inbound.ends).toMatchObject([{ kind: 'lost' }]);
});

test('given a sender that may not command any more, when it flushes, then nothing is written', async () => {
  let leading = true;
  await using pair = await givenPair({ mayWrite: () => leading });
  pair.dialled.dial(A, pair.target, LINK);
  pair.dialled.send(A, 'while leading');
  pair.dialled.flush();
  await pair.inbound.until((sink) => sink.texts.length === 1);
  leading = false;
  pair.dialled.send(A, 'deposed');
  pair.dialled.flush();
  leading = true;
  pair.dialled.send(A, 'elected again');
  pair.dialled.flush();
  await pair.inbound.until((sink) => sink.texts.length === 2);

  expect(pair.inbound.texts).toEqual(['while leading', 'elected again']);
});

test('given a peer that never reads, when its outbox is full, then it is cut off as too slow', async () => {
  await using pair = await givenPair({ outbox: { itemsMax: 10, bytesMax: 1_000_000 } });
  pair.dialled.dial(A, pair.target, LINK);

  for (let n = 0; n < 11; n += 1) pair.dialled.send(A, 'x');
  await pair.outbound.until((sink) => sink.ends.length === 1);

  expect(pair.outbound.ends).toMatchObject([{ kind: 'too-slow' }]);
});

test('given a peer that never reads, when it was cut off, then it counts as a stream for as long as it is waited for, and is reset', async () => {
  const serverClock = new ManualClock();
  await using pair = await givenPair({ outbox: { itemsMax: 1_000, bytesMax: 1_000_000 }, serverClock });
  pair.outbound.held = new Promise(() => undefined);
  pair.dialled.dial(A, pair.target, LINK);
  pair.dialled.send(A, 'hello');
  pair.dialled.flush();
  await pair.inbound.until((sink) => sink.texts.length === 1);
  while (pair.inbound.ends.length === 0) {
    pair.served.send(pair.inbound.events[0]?.stream ?? A, 'x'.repeat(100_000));
    pair.served.flush();
  }
  serverClock.advance(END_MS - 1);
  for (const stream of [2, 3] as StreamId[]) pair.dialled.dial(stream, pair.target, LINK);
  await pair.outbound.until((sink) => sink.ends.length === 1);
  expect(pair.inbound.ends).toMatchObject([{ kind: 'too-slow' }]);
  expect(pair.outbound.ends).toMatchObject([{ kind: 'overloaded' }]);

  serverClock.advance(1);
  await pair.outbound.until((sink) => sink.ends.length === 2);

  expect(pair.outbound.events.at(-1)).toMatchObject({ event: 'closed', stream: A, end: { kind: 'lost' } });
});

test('given items that wait, when their bytes are asked for, then those of that stream count until they are written', async () => {
  await using pair = await givenPair();
  pair.dialled.dial(A, pair.target, LINK);

  pair.dialled.send(A, 'four');
  pair.dialled.send(A, 'five!');
  const queued = [pair.dialled.backlog(A), pair.dialled.backlog(2 as StreamId)];
  pair.dialled.flush();

  expect(queued).toEqual([9, 0]);
  expect(pair.dialled.backlog(A)).toBe(0);
});

test('given as many streams as the server takes, when one more is opened, then it is refused as overloaded', async () => {
  await using pair = await givenPair();
  for (const stream of [1, 2, 3] as StreamId[]) {
    pair.dialled.dial(stream, pair.target, LINK);
    pair.dialled.send(stream, 'hello');
    pair.dialled.flush();
    await Promise.race([
      pair.inbound.until((sink) => sink.texts.length === stream),
      pair.outbound.until((sink) => sink.ends.length > 0),
    ]);
  }

  expect(pair.outbound.ends).toMatchObject([{ kind: 'overloaded' }]);
});

test('given a bound on what a peer may send, when it sends more, then it is cut off as overloaded, once, and hears that the call is over', async () => {
  await using pair = await givenPair({ inbound: { bytesPerSecondMax: 4_000, overSeconds: 5 } });
  pair.dialled.dial(A, pair.target, LINK);
  pair.dialled.send(A, 'hello');
  pair.dialled.flush();
  await pair.inbound.until((sink) => sink.texts.length === 1);
  const [opened] = pair.inbound.events;

  for (let n = 0; n < 30; n += 1) pair.served.send(opened?.stream ?? A, 'x'.repeat(1_000));
  pair.served.flush();

  await pair.outbound.until((sink) => sink.ends.length > 0);
  await pair.inbound.until((sink) => sink.ends.length > 0);
  expect(pair.outbound.ends.map((end) => end.kind)).toEqual(['overloaded']);
  expect(pair.inbound.ends.map((end) => end.kind)).toEqual(['lost']);
});
