import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { MethodDefinition } from '@grpc/grpc-js';
import { SystemClock } from '@parley/common/actor';
import type { StreamEnd, StreamEvent } from '@parley/common/actor';
import { FILE_READ_BYTES_MAX } from '@parley/common/contract';
import type { GatewayDown, GatewayUp, SchedulerCall, SchedulerEvent } from '@parley/common/contract';
import { readConfig } from '@parley/common/config';
import { NO_EPOCH } from '@parley/common/kernel';
import type { GatewayId, LinkNumber, OfferId, StreamId, TaskId } from '@parley/common/kernel';
import { SILENT_LOG } from '@parley/common/logging';
import { NO_TELEMETRY } from '@parley/common/telemetry';
import { CLIENT_OUTBOX, Channels, ClientStreams, callUnary, messageFraming } from '@parley/common/rpc';
import { Changes } from '@parley/common/testing';
import { SCHEDULER_CLIENT } from '@parley/common/wire';
import { loadPublic, serviceOf } from '@parley/protos';
import { service as healthService } from 'grpc-health-check';
import { FIELDS } from './config';
import { serveGateway } from './serve';
import { EPOCH_1, EPOCH_2, FakeMaster, SPARK, STAMP, callId, offerOf, subscribeOf } from './testing';

const run = promisify(execFile);
const BUF = join(__dirname, '../../../node_modules/.bin/buf');
const clock = new SystemClock();
const STREAM = 1 as StreamId;

/** A scheduler that remembers what it hears. */
class TestScheduler {
  readonly events: SchedulerEvent[] = [];
  end: StreamEnd | undefined;
  readonly #streams: ClientStreams<SchedulerCall, SchedulerEvent>;

  readonly #changes = new Changes();

  constructor(target: string) {
    this.#streams = new ClientStreams({
      method: serviceOf(loadPublic(), 'parley.scheduler.v1.SchedulerService')['Connect'] as MethodDefinition<
        object,
        object
      >,
      channels: new Channels(),
      framing: messageFraming(SCHEDULER_CLIENT),
      sink: { deliver: (event) => this.#deliver(event), room: async () => {} },
      context: { epoch: () => NO_EPOCH, mayWrite: () => true },
      clock,
      limits: CLIENT_OUTBOX,
    });
    this.#streams.dial(STREAM, target, 0 as LinkNumber);
  }

  call(...calls: readonly SchedulerCall[]): void {
    for (const call of calls) this.#streams.send(STREAM, call);
    this.#streams.flush();
  }

  finish(): void {
    this.#streams.end(STREAM, { kind: 'ended', message: 'the test is over' });
  }

  async until(ready: (scheduler: TestScheduler) => boolean): Promise<void> {
    await this.#changes.until(() => ready(this));
  }

  #deliver(event: StreamEvent<SchedulerEvent>): void {
    if (event.event === 'message') this.events.push(event.message);
    if (event.event === 'closed') this.end = event.end;
    this.#changes.happened();
  }
}

const told = (event: SchedulerEvent['event']) => (scheduler: TestScheduler) =>
  scheduler.events.some((each) => each.event === event);

/** A call of about 105 bytes for each offer. */
function declineOf(offers: number): SchedulerCall {
  const offerIds = Array.from({ length: offers }, (_, n) => `O-${String(n).padStart(101, '0')}` as OfferId);
  return { call: 'decline', callId: callId(''), offerIds, filters: { refuseMs: undefined } };
}

/** Confirms subscriptions, offers at once, answers operators. */
function lead(item: GatewayUp): readonly GatewayDown[] {
  if (item.item === 'subscribe') {
    const { session } = item;
    return [
      { item: 'session-subscribed', session, frameworkId: SPARK, stamp: STAMP },
      { item: 'session-event', session, event: { event: 'offers', offers: [offerOf(`O-${String(session)}`)] } },
    ];
  }
  if (item.item !== 'operator-query') return [];
  const { requestId, query } = item;
  switch (query.query) {
    case 'get-state':
      return [
        { item: 'operator-answer', requestId, answer: { answer: 'state-begin', epoch: EPOCH_1, version: 4 } },
        { item: 'operator-answer', requestId, answer: { answer: 'state-end', version: 4, count: 0 } },
      ];
    case 'kill':
      return [{ item: 'operator-answer', requestId, answer: { answer: 'done', deferred: true } }];
    case 'read-file': {
      // A file as long as the part that is asked for, so that the answer tells what was asked.
      const answer = { answer: 'data', data: new Uint8Array(0), sizeBytes: query.lengthMax } as const;
      return [{ item: 'operator-answer', requestId, answer }];
    }
    default:
      return [
        {
          item: 'operator-answer',
          requestId,
          answer: {
            answer: 'refused',
            reason: 'framework-unknown',
            message: 'there is no framework X',
            remedy: 'Look.',
            problems: [],
          },
        },
      ];
  }
}

async function givenGateway(options: { readonly leading?: boolean } = {}) {
  const master = new FakeMaster(EPOCH_1);
  master.react = lead;
  const address = await master.listen();
  if (options.leading === false) await master.kill();
  const read = readConfig(FIELDS, {
    env: {},
    argv: ['--listen=127.0.0.1:0', `--masters=${address}`, '--shutdown-grace=200ms'],
  });
  if (!read.ok) throw new Error(read.report);
  const gateway = await serveGateway(read.config, {
    clock,
    random: () => 0.5,
    log: SILENT_LOG,
    telemetry: NO_TELEMETRY,
    gatewayId: 'g1' as GatewayId,
  });
  if (options.leading !== false) await master.until(({ heard }) => heard.length > 0);
  return {
    master,
    masterPort: Number(address.split(':')[1]),
    gateway,
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await master.kill();
    },
  };
}

async function curl(
  address: string,
  method: string,
  data: string,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const options = ['curl', '--protocol', 'grpc', '--http2-prior-knowledge', '-d', data, `http://${address}/${method}`];
  return await run(BUF, options).catch((error: unknown) => error as { stdout: string; stderr: string });
}

test('given a gateway and its leader, when a scheduler subscribes and calls, then both sides hear each other over the wire', async () => {
  await using given = await givenGateway();
  const scheduler = new TestScheduler(given.gateway.address);

  scheduler.call(subscribeOf('dev'));
  await scheduler.until(told('offers'));
  scheduler.call({
    call: 'kill',
    callId: callId('k1'),
    taskId: 't1' as TaskId,
    agentId: undefined,
    graceMs: undefined,
  });
  scheduler.finish();
  await given.master.until(({ heard }) => heard.some((item) => item.item === 'session-closed'));

  expect(scheduler.events[0]).toEqual({ event: 'subscribed', frameworkId: SPARK, heartbeatMs: 15_000 });
  expect(given.master.heard.slice(-2)).toMatchObject([
    { item: 'call', stamp: STAMP, call: { call: 'kill', callId: 'k1', taskId: 't1' } },
    { item: 'session-closed', frameworkId: SPARK, stamp: STAMP, clean: true },
  ]);
});

test('given a subscribed scheduler, when the master dies and another leads, then the stream stays open and is carried over', async () => {
  await using given = await givenGateway();
  const scheduler = new TestScheduler(given.gateway.address);
  scheduler.call(subscribeOf('dev'));
  await scheduler.until(told('offers'));

  await given.master.kill();
  await scheduler.until(told('rescind'));
  const next = new FakeMaster(EPOCH_2);
  next.react = lead;
  await next.listen(given.masterPort);
  await scheduler.until(told('leader-changed'));
  scheduler.finish();
  await next.kill();

  expect(scheduler.events.map((event) => event.event).slice(0, 4)).toEqual([
    'subscribed',
    'offers',
    'rescind',
    'leader-changed',
  ]);
  expect(next.heard.find((item) => item.item === 'subscribe')).toMatchObject({
    stamp: STAMP,
    subscribe: { info: { frameworkId: SPARK } },
  });
});

test('given a scheduler, when the gateway shuts down, then it is told to go elsewhere and its stream ends', async () => {
  await using given = await givenGateway();
  const scheduler = new TestScheduler(given.gateway.address);
  scheduler.call(subscribeOf('dev'));
  await scheduler.until(told('subscribed'));

  await given.gateway.close();
  await scheduler.until(({ end }) => end !== undefined);

  expect(scheduler.events.at(-1)).toMatchObject({ event: 'error', error: { reason: 'shutting-down' } });
  expect(scheduler.end?.kind).toBe('shutting-down');
});

test('given a scheduler that calls before it subscribes, when it does, then it gets the reason and the status', async () => {
  await using given = await givenGateway();
  const scheduler = new TestScheduler(given.gateway.address);

  scheduler.call({ call: 'teardown', callId: callId('x') });
  await scheduler.until(({ end }) => end !== undefined);

  expect(scheduler.events).toMatchObject([{ event: 'error', error: { reason: 'malformed' } }]);
  expect(scheduler.end?.kind).toBe('malformed');
});

test('given calls about as large as a message may be, when they are passed on, then the link carries the one and only the stream of the other ends', async () => {
  await using given = await givenGateway();
  const modest = new TestScheduler(given.gateway.address);
  const greedy = new TestScheduler(given.gateway.address);
  for (const scheduler of [modest, greedy]) {
    scheduler.call(subscribeOf('dev'));
    await scheduler.until(told('subscribed'));
  }

  modest.call(declineOf(9_900));
  greedy.call(declineOf(10_000));
  await greedy.until(({ end }) => end !== undefined);
  await given.master.until(({ heard }) => heard.some((item) => item.item === 'call'));
  modest.finish();
  await given.master.until(({ heard }) => heard.filter((item) => item.item === 'session-closed').length === 2);

  expect(greedy.end?.kind).toBe('overloaded');
  expect(modest.end).toBeUndefined();
  expect(given.master.heard.filter((item) => item.item === 'hello')).toHaveLength(1);
});

test('given a strict client that knows only the address, when an operator calls, then answers and refusals arrive', async () => {
  await using given = await givenGateway();
  const { address } = given.gateway;
  const service = 'parley.operator.v1.OperatorService';

  const state = await curl(address, `${service}/GetState`, '{}');
  const killed = await curl(address, `${service}/Kill`, '{"frameworkId":"F","taskId":"t"}');
  const unknown = await curl(address, `${service}/Teardown`, '{"frameworkId":"X"}');
  const malformed = await curl(address, `${service}/Kill`, '{"frameworkId":"F"}');

  expect(state.stdout).toContain('"begin"');
  expect(state.stdout).toContain('"end"');
  expect(JSON.parse(killed.stdout)).toEqual({ deferred: true });
  expect(unknown.stderr).toContain('not_found');
  expect(unknown.stderr).toContain('there is no framework X. Look.');
  expect(malformed.stderr).toContain('invalid_argument');
}, 20_000);

test('given a gateway, when a tool lists its methods by reflection, then it finds the public services of the contract and no others', async () => {
  await using given = await givenGateway();
  const options = ['curl', '--protocol', 'grpc', '--http2-prior-knowledge', '--list-methods'];

  const { stdout } = await run(BUF, [...options, `http://${given.gateway.address}`]);

  const services = stdout
    .trim()
    .split('\n')
    .map((method) => method.split('/')[0]);
  expect([...new Set(services)].sort()).toEqual([
    'parley.operator.v1.OperatorService',
    'parley.scheduler.v1.SchedulerService',
  ]);
}, 20_000);

test('given a file to read, when no length is named, then the most that may be given is asked for', async () => {
  await using given = await givenGateway();
  const readFile = 'parley.operator.v1.OperatorService/ReadFile';

  const read = await curl(given.gateway.address, readFile, '{"frameworkId":"F","taskId":"t","path":"stdout"}');

  expect(JSON.parse(read.stdout)).toEqual({ sizeBytes: String(FILE_READ_BYTES_MAX) });
}, 20_000);

test('given no leader, when probes and operators ask, then the process is alive and the services say that they are not', async () => {
  await using given = await givenGateway({ leading: false });
  const { address } = given.gateway;
  const check = async (name: string) =>
    await callUnary(new Channels(), address, {
      method: healthService['Check']!,
      request: { service: name },
      deadlineMs: 2_000,
      clock,
    });

  const state = await curl(address, 'parley.operator.v1.OperatorService/GetState', '{}');

  expect(await check('')).toMatchObject({ status: 'SERVING' });
  expect(await check('parley.scheduler.v1.SchedulerService')).toMatchObject({ status: 'NOT_SERVING' });
  expect(state.stderr).toContain('unavailable');
}, 20_000);

test('given a leader, when probes ask, then the public services serve', async () => {
  await using given = await givenGateway();
  const scheduler = new TestScheduler(given.gateway.address);
  scheduler.call(subscribeOf('dev'));
  await scheduler.until(told('subscribed'));
  scheduler.finish();

  const request = { service: 'parley.operator.v1.OperatorService' };
  const reply = await callUnary(new Channels(), given.gateway.address, {
    method: healthService['Check']!,
    request,
    deadlineMs: 2_000,
    clock,
  });

  expect(reply).toMatchObject({ status: 'SERVING' });
});

test('given a port that is taken, when a gateway starts on it, then one sentence says what to do', async () => {
  await using given = await givenGateway();
  const read = readConfig(FIELDS, { env: {}, argv: [`--listen=${given.gateway.address}`] });
  if (!read.ok) throw new Error(read.report);

  const starting = serveGateway(read.config, {
    clock,
    random: () => 0.5,
    log: SILENT_LOG,
    telemetry: NO_TELEMETRY,
    gatewayId: 'g2' as GatewayId,
  });

  await expect(starting).rejects.toThrow(/cannot listen on .* Free the port or choose another listen address/);
});
