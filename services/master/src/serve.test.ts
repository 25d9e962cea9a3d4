import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MethodDefinition } from '@grpc/grpc-js';
import { SystemClock } from '@parley/common/actor';
import type { StreamEvent } from '@parley/common/actor';
import type { AgentDown, AgentUp, Batch, LeaderAnswer } from '@parley/common/contract';
import { linkNumberOf, streamIdOf } from '@parley/common/kernel';
import type { AgentId } from '@parley/common/kernel';
import { readConfig } from '@parley/common/config';
import { SILENT_LOG } from '@parley/common/logging';
import { Channels, ClientStreams, LINK_OUTBOX, callUnary, linkFraming } from '@parley/common/rpc';
import { NO_TELEMETRY } from '@parley/common/telemetry';
import { AGENT_LINK_CLIENT, LEADER_LOOKUP_CLIENT } from '@parley/common/wire';
import { loadInternal, serviceOf } from '@parley/protos';
import { CHECKS, FIELDS } from './config';
import type { MasterConfig } from './config';
import { openCoordination } from './edge/registry/open-coordination';
import { serve } from './serve';
import type { Serving } from './serve';
import { res } from './testing/played-peers';

const METHODS: Readonly<Record<string, MethodDefinition<object, object>>> = serviceOf(
  loadInternal(),
  'parley.master.v1.MasterService',
);

/** A master over real gRPC and a real folder, and one agent's end of a link. */
class RealMaster implements AsyncDisposable {
  readonly clock = new SystemClock();
  readonly channels = new Channels();
  readonly heard: StreamEvent<Batch<AgentDown>>[] = [];
  readonly ended: string[] = [];
  #waiters: (() => void)[] = [];

  private constructor(
    readonly directory: string,
    readonly config: MasterConfig,
  ) {}

  serving!: Serving;

  static async start(): Promise<RealMaster> {
    const directory = await mkdtemp(join(tmpdir(), 'parley-master-'));
    const argv = ['--listen=127.0.0.1:0', `--data-dir=${directory}`, '--cluster-id=test', '--shutdown-grace=1s'];
    const read = readConfig(FIELDS, { env: {}, argv, checks: CHECKS });
    if (!read.ok) throw new Error(read.report);
    const master = new RealMaster(directory, read.config);
    const { clock } = master;
    const coordination = await openCoordination(read.config, { id: 'm1', clock });
    const ended = (because: string): void => void master.ended.push(because);
    master.serving = await serve(read.config, {
      clock,
      random: () => 0.5,
      log: SILENT_LOG,
      telemetry: NO_TELEMETRY,
      coordination,
      ended,
    });
    return master;
  }

  get target(): string {
    return `127.0.0.1:${String(this.serving.port)}`;
  }

  async lookup(): Promise<LeaderAnswer> {
    const call = {
      method: METHODS['LookupLeader']!,
      request: LEADER_LOOKUP_CLIENT.encode(undefined),
      deadlineMs: 5_000,
    };
    const clock = this.clock;
    return LEADER_LOOKUP_CLIENT.decode(await callUnary(this.channels, this.target, { ...call, clock }));
  }

  /** The leader's word, once it leads. */
  async leader(): Promise<LeaderAnswer> {
    for (;;) {
      const answer = await this.lookup();
      if (answer.leading) return answer;
    }
  }

  link(epoch: NonNullable<LeaderAnswer['epoch']>): ClientStreams<AgentUp, Batch<AgentDown>> {
    const sink = {
      deliver: (event: StreamEvent<Batch<AgentDown>>) => {
        this.heard.push(event);
        for (const wake of this.#waiters.splice(0)) wake();
      },
      room: async () => {},
    };
    const context = { epoch: () => epoch, mayWrite: () => true };
    const framing = linkFraming(AGENT_LINK_CLIENT);
    return new ClientStreams({
      method: METHODS['AgentLink']!,
      channels: this.channels,
      framing,
      sink,
      context,
      clock: this.clock,
      limits: LINK_OUTBOX,
    });
  }

  get items(): readonly AgentDown[] {
    return this.heard.flatMap((event) => (event.event === 'message' ? event.message.items : []));
  }

  async until(ready: () => boolean): Promise<void> {
    while (!ready()) await new Promise<void>((resolve) => this.#waiters.push(resolve));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.serving.stop();
    await rm(this.directory, { recursive: true, force: true });
  }
}

test('given a master over real gRPC, when an agent registers, then it is admitted; a hand-over sends it on', async () => {
  await using master = await RealMaster.start();
  const { epoch, address, clusterId } = await master.leader();
  expect({ address, clusterId }).toEqual({ address: master.target, clusterId: 'test' });
  const link = master.link(epoch!);
  const stream = streamIdOf(1);
  const info = { agentId: 'a1' as AgentId, hostname: 'h', resources: res('cpus:1'), attributes: [], domain: undefined };

  link.dial(stream, master.target, linkNumberOf(1));
  link.send(stream, { item: 'register-begin', info, bootId: 'b' });
  link.send(stream, { item: 'register-end', count: 0 });
  link.flush();

  await master.until(() => master.items.some((item) => item.item === 'registered'));
  await master.serving.stop();
  await master.until(() => master.items.some((item) => item.item === 'go-away'));
  expect(master.ended).toEqual([]);
});
