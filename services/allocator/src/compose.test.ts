import type { MethodDefinition } from '@grpc/grpc-js';
import type { StreamContext, StreamEnd, StreamSink } from '@parley/common/actor';
import { SystemClock } from '@parley/common/actor';
import type { AllocatorDown, AllocatorUp, Batch } from '@parley/common/contract';
import { linkNumberOf, streamIdOf } from '@parley/common/kernel';
import type { AgentId } from '@parley/common/kernel';
import { SILENT_LOG } from '@parley/common/logging';
import { callUnary, Channels, ClientStreams, GrpcServer, linkFraming, LINK_OUTBOX } from '@parley/common/rpc';
import { NO_TELEMETRY } from '@parley/common/telemetry';
import { ALLOCATOR_SESSION_CLIENT } from '@parley/common/wire';
import { NO_QUOTA } from '@parley/common/roles';
import { loadInternal, serviceOf } from '@parley/protos';
import { service as healthService } from 'grpc-health-check';

import { composeAllocator } from './compose';
import { servedSessions, SERVICE_NAME } from './edge/grpc/served-sessions';
import { SessionHealth } from './edge/grpc/session-health';
import { observeAllocator } from './edge/observe/observe-allocator';
import { agentItem, epochNumber, frameworkItem } from './testing';

/** A master over real gRPC: remembers what it hears and lets a test wait for it. */
class RealMaster implements StreamSink<Batch<AllocatorUp>> {
  readonly heard: AllocatorUp[] = [];
  readonly ends: StreamEnd[] = [];
  readonly streams: ClientStreams<AllocatorDown, Batch<AllocatorUp>>;
  readonly #stream = streamIdOf(1);
  #wake: () => void = () => undefined;

  constructor(clock: SystemClock, target: string, revision: number) {
    const context: StreamContext = { epoch: () => epochNumber(revision), mayWrite: () => true };
    const method = serviceOf(loadInternal(), SERVICE_NAME)['Session']! as MethodDefinition<object, object>;
    const framing = linkFraming(ALLOCATOR_SESSION_CLIENT);
    const channels = new Channels();
    this.streams = new ClientStreams({ method, channels, framing, sink: this, context, clock, limits: LINK_OUTBOX });
    this.streams.dial(this.#stream, target, linkNumberOf(1));
  }

  say(items: readonly AllocatorDown[]): void {
    for (const item of items) this.streams.send(this.#stream, item);
    this.streams.flush();
  }

  deliver(event: Parameters<StreamSink<Batch<AllocatorUp>>['deliver']>[0]): void {
    if (event.event === 'message') this.heard.push(...event.message.items);
    if (event.event === 'closed') this.ends.push(event.end);
    this.#wake();
  }

  async room(): Promise<void> {
    await Promise.resolve();
  }

  async until(ready: () => boolean): Promise<void> {
    while (!ready()) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

async function givenServer() {
  const clock = new SystemClock();
  const server = new GrpcServer();
  const health = new SessionHealth();
  health.addTo(server);
  const tell = observeAllocator({ log: SILENT_LOG, telemetry: NO_TELEMETRY, clock });
  const allocator = composeAllocator(
    { policy: 'drf', priorities: new Map(), safetyPassMs: 1_000 },
    {
      clock,
      random: () => 0.5,
      sessions: servedSessions(server, clock),
      observe: (event) => {
        health.observe(event);
        tell(event);
      },
    },
  );
  const target = `127.0.0.1:${await server.listen('127.0.0.1:0')}`;
  return {
    clock,
    allocator,
    target,
    async [Symbol.asyncDispose]() {
      health.close();
      await allocator.shutDown();
      await server.close(clock, 1_000);
    },
  };
}

const SNAPSHOT: readonly AllocatorDown[] = [
  { item: 'begin', minAllocatable: [], pingMs: 15_000, region: '' },
  { item: 'role', role: 'web', weight: 2, quota: NO_QUOTA, packing: 'whole-agent' },
  agentItem('a1', 'cpus:4;mem:4096;ports:[31000-31009]'),
  frameworkItem('f1', ['web']),
  { item: 'end', count: 3 },
  { item: 'credits', credits: 10 },
  { item: 'ping', ping: 3 },
];

test('given an allocator over real gRPC, when a master sends its snapshot, then it hears ready, a proposal and the pong', async () => {
  await using given = await givenServer();
  const master = new RealMaster(given.clock, given.target, 1);
  expect(given.allocator.isReady()).toBe(false);

  master.say(SNAPSHOT);
  await master.until(() => master.heard.length >= 3);

  expect(master.heard.map((item) => item.item).sort()).toEqual(['pong', 'proposal', 'ready']);
  expect(master.heard[0]?.item).toBe('ready');
  expect(given.allocator.isReady()).toBe(true);
  master.streams.endAll({ kind: 'ended', message: '' });
});

test('given a session over real gRPC, when the master asks why, for the shares and for an audit, then each is answered', async () => {
  await using given = await givenServer();
  const master = new RealMaster(given.clock, given.target, 1);
  master.say([
    ...SNAPSHOT,
    { item: 'explain', requestId: 1, frameworkId: undefined, role: 'web', agentId: undefined },
    { item: 'get-shares', requestId: 2 },
    { item: 'audit', agents: [{ agentId: 'a1' as AgentId, digest: '00000000' }] },
  ]);

  await master.until(() => master.heard.length >= 6);

  const answers = master.heard.filter(({ item }) => ['explained', 'shares', 'audited'].includes(item));
  expect(answers).toHaveLength(3);
  expect(answers).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        item: 'explained',
        requestId: 1,
        last: true,
        explanations: [expect.objectContaining({ frameworkId: 'f1', role: 'web', offerable: 1, reasons: [] })],
      }),
      expect.objectContaining({
        item: 'shares',
        requestId: 2,
        last: true,
        roles: [expect.objectContaining({ role: 'web', weight: 2, share: 0.5, dominant: 'cpus', frameworks: 1 })],
      }),
      { item: 'audited', differing: ['a1'] },
    ]),
  );
  master.streams.endAll({ kind: 'ended', message: '' });
});

test('given a process without a session, when health is asked, then it lives but has no snapshot, until it has one', async () => {
  await using given = await givenServer();
  const method = healthService['Check'] as MethodDefinition<object, object>;
  const check = (service: string): Promise<unknown> =>
    callUnary(new Channels(), given.target, { method, request: { service }, deadlineMs: 5_000, clock: given.clock });

  expect(await check('')).toEqual({ status: 'SERVING' });
  expect(await check(SERVICE_NAME)).toEqual({ status: 'NOT_SERVING' });
  const master = new RealMaster(given.clock, given.target, 1);
  master.say(SNAPSHOT);
  await master.until(() => master.heard.length >= 3);

  expect(await check(SERVICE_NAME)).toEqual({ status: 'SERVING' });
  master.streams.endAll({ kind: 'ended', message: '' });
});

test('given a session, when a master of a later epoch begins one, then the first ends as superseded and the second is served', async () => {
  await using given = await givenServer();
  const first = new RealMaster(given.clock, given.target, 1);
  first.say(SNAPSHOT);
  await first.until(() => first.heard.length >= 3);
  const second = new RealMaster(given.clock, given.target, 2);

  second.say(SNAPSHOT);
  await second.until(() => second.heard.length >= 3);
  await first.until(() => first.ends.length > 0);

  expect(first.ends[0]?.kind).toBe('superseded');
  second.streams.endAll({ kind: 'ended', message: '' });
});

test('given a session, when the allocator stops, then the master is told, and stopping twice is no different', async () => {
  const given = await givenServer();
  const master = new RealMaster(given.clock, given.target, 1);
  master.say(SNAPSHOT);
  await master.until(() => master.heard.length >= 3);

  await given.allocator.shutDown();
  await given[Symbol.asyncDispose]();
  await master.until(() => master.ends.length > 0);

  expect(master.ends[0]?.kind).toBe('shutting-down');
});
