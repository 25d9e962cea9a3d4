import type { StreamSink } from '@parley/common/actor';
import type { AgentDown, AgentUp, Batch } from '@parley/common/contract';
import { MemoryDisk, openMemoryJournal } from '@parley/common/journal';
import { after } from '@parley/common/kernel';
import type { AgentId, Epoch, LinkNumber, StreamId } from '@parley/common/kernel';
import { ManualClock } from '@parley/common/testing';
import { agentRecordCodec, composeAgent, openBook, recordsOf } from './compose';
import type { Agent, Halt } from './compose';
import { AGENT_DEFAULTS } from './config';
import { amount, EPOCH, FRAMEWORK, launchId, order } from './testing/given-agent';
import { SimulatedMachine } from './testing/simulated-machine';

/** A leader that registers every agent and keeps what it hears. */
class FakeMaster {
  readonly heard: AgentUp[] = [];
  epochOfAgent: Epoch | undefined;
  #sink: StreamSink<Batch<AgentDown>> | undefined;
  #stream = 0 as StreamId;
  #link = 0 as LinkNumber;
  #sequence = 0;

  say(...items: AgentDown[]): void {
    const message = { epoch: EPOCH, link: this.#link, sequence: (this.#sequence += 1), items };
    this.#sink?.deliver({ event: 'message', stream: this.#stream, message });
  }

  connect(
    sink: StreamSink<Batch<AgentDown>>,
    epoch: () => Epoch,
  ): {
    dial(stream: StreamId, target: string, link: LinkNumber): void;
    send(stream: StreamId, item: AgentUp): void;
    end(): void;
    flush(): void;
    backlog(): number;
  } {
    this.#sink = sink;
    return {
      dial: (stream, _target, link) => {
        this.#stream = stream;
        this.#link = link;
      },
      send: (_stream, item) => {
        this.heard.push(item);
        this.epochOfAgent = epoch();
        if (item.item === 'register-end')
          this.say({ item: 'registered', agentId: 'agent-1' as AgentId, pingMs: 15_000, pingsMissedMax: 5 });
        if (item.item !== 'status-update' || item.update.status.uuid === '') return;
        const { taskId, uuid } = item.update.status;
        this.say({ item: 'acknowledge', frameworkId: FRAMEWORK, taskId, uuid });
      },
      end: () => undefined,
      flush: () => undefined,
      backlog: () => 0,
    };
  }

  get states(): readonly string[] {
    return this.heard.flatMap((item) =>
      item.item === 'status-update' ? [`${item.update.status.taskId} ${item.update.status.state}`] : [],
    );
  }
}

/** A world of one agent: its machine and disk outlive it. */
class World {
  readonly clock = new ManualClock();
  readonly disk = new MemoryDisk();
  readonly machine = new SimulatedMachine(this.clock);
  readonly halts: Halt[] = [];
  master = new FakeMaster();

  start(): Agent {
    this.master = new FakeMaster();
    const { master, clock, machine } = this;
    let book = openBook([]);
    const { journal, records } = openMemoryJournal({
      codec: agentRecordCodec,
      snapshot: () => recordsOf(book.book),
      compactAfterBytes: 2_000,
      disk: this.disk,
      schedule: (sync) => clock.at(after(clock.now(), 1), sync),
    });
    book = openBook(records);
    const config = {
      ...AGENT_DEFAULTS,
      masters: ['m1:5050'],
      hostname: 'host',
      resources: amount('cpus:4;mem:4096'),
      attributes: [],
    };
    return composeAgent(
      config,
      {
        clock,
        random: () => 0.5,
        newAgentId: () => 'agent-1' as AgentId,
        bootId: machine.bootId,
        master: (sink, context) => master.connect(sink, () => context.epoch()),
        ask: (_target, reply) => {
          reply({ clusterId: EPOCH.clusterId, leading: true, epoch: EPOCH, address: 'm1:5050' });
        },
        journal,
        runtime: (deliver) => machine.runtime(deliver),
        files: machine.files(),
        measure: (reply) => {
          reply(config.resources);
        },
        observe: () => undefined,
        halt: (because) => this.halts.push(because),
      },
      book,
    );
  }

  /** The agent's process dies, with whatever was not on the disk yet. */
  crash(agent: Agent): void {
    agent.stop();
    this.disk.crash();
    this.machine.detach();
  }
}

test('given an agent with a leader, when it is told to launch, then the task runs through its whole life', () => {
  const world = new World();
  const agent = world.start();
  world.clock.advance(1_000);

  world.master.say({ item: 'launch', order: order(1, { command: 'sleep 2; exit 0' }) });
  world.clock.advance(1_000);
  const running = world.machine.running;
  world.clock.advance(5_000);

  expect(agent.agentId).toBe('agent-1');
  expect(running).toEqual([launchId(1)]);
  expect(world.master.states).toEqual(['task-1 starting', 'task-1 running', 'task-1 finished']);
  expect(world.master.epochOfAgent).toEqual(EPOCH);
});

test('given running tasks, when the agent crashes and comes back, then they run on and each end is heard of once', () => {
  const world = new World();
  const first = world.start();
  world.clock.advance(1_000);
  for (let counter = 1; counter <= 4; counter += 1) {
    world.master.say({
      item: 'launch',
      order: order(counter, { command: `sleep ${String(counter * 2)}; exit ${String(counter)}` }),
    });
  }
  world.clock.advance(1_000);

  world.crash(first);
  world.clock.advance(4_000);
  world.start();
  world.clock.advance(10_000);

  expect(world.master.states.filter((state) => state.endsWith('failed')).sort()).toEqual(
    [1, 2, 3, 4].map((n) => `task-${String(n)} failed`),
  );
  expect([...world.machine.begun.values()]).toEqual([1, 1, 1, 1]);
});

test('given a launch that was not durable, when the agent crashes, then it never ran and is not known', () => {
  const world = new World();
  const first = world.start();
  world.clock.advance(1_000);

  world.master.say({ item: 'launch', order: order(1) });
  world.clock.advance(0);
  world.crash(first);
  world.start();
  world.clock.advance(10_000);

  expect(world.machine.begun.size).toBe(0);
  expect(world.master.heard).toContainEqual({ item: 'register-end', count: 0 });
});

test('given running tasks, when the agent is told to stop them, then it halts once none is left', () => {
  const world = new World();
  const agent = world.start();
  world.clock.advance(1_000);
  world.master.say({ item: 'launch', order: order(1, { command: "trap '' TERM; sleep 1000" }) });
  world.master.say({ item: 'launch', order: order(2, { command: 'sleep 1000' }) });
  world.clock.advance(1_000);

  agent.stopTasks();
  world.clock.advance(2_900);
  const early = [...world.halts];
  world.clock.advance(200);

  expect(early).toEqual([]);
  expect(world.halts).toMatchObject([{ why: 'tasks-stopped' }]);
  expect(world.machine.running).toEqual([]);
});
