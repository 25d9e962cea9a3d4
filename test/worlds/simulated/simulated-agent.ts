import { AGENT_DEFAULTS, agentRecordCodec, composeAgent, openBook, recordsOf } from '@parley/agent';
import type { Agent, AgentCoreConfig, AgentRecord, OpenBook } from '@parley/agent';
import { SimulatedMachine } from '@parley/agent/testing';
import { MemoryDisk, openMemoryJournal } from '@parley/common/journal';
import type { OpenedJournal } from '@parley/common/journal';
import type { AgentId } from '@parley/common/kernel';
import type { Resources } from '@parley/common/resources';
import { resourcesOf } from '../raw-scheduler';
import type { AgentShape } from '../world';
import type { Chance } from './chance';
import type { SimulatedHost, SimulatedProcess } from './simulated-process';
import { AGENT_LINK } from './stream-kinds';
import type { Surroundings } from './surroundings';

/** Small, so that simulated agents compact their journals often. */
const COMPACT_AFTER_BYTES = 8_192;

/** One run of an agent. */
interface Run {
  readonly process: SimulatedProcess;
  readonly agent: Agent;
  readonly open: OpenBook;
}

/** A node: a machine and its disk, which survive, and an agent on it, which may not. */
export class SimulatedAgent {
  readonly host: SimulatedHost;
  readonly disk = new MemoryDisk();
  readonly machine: SimulatedMachine;
  /** How long a sync of the disk takes, in milliseconds; raised by faults. */
  syncMs = { least: 0, most: 2 };
  /** What the machine has to offer when no fault makes it less. */
  readonly whole: Resources;
  /** What the machine has to offer when it is asked next; changed by faults. */
  total: Resources;
  #run: Run | undefined;
  readonly #diskChance: Chance;
  #halted: string | undefined;

  constructor(
    readonly shape: AgentShape,
    private readonly around: Surroundings,
    private readonly masters: readonly string[],
  ) {
    this.host = around.host(shape.name);
    this.whole = resourcesOf(shape.resources);
    this.total = this.whole;
    this.machine = new SimulatedMachine(around.process(this.host, 'machine').process.clock, shape.name);
    this.#diskChance = around.chance(`${shape.name} disk`);
  }

  get running(): boolean {
    return this.#run !== undefined;
  }

  get process(): SimulatedProcess | undefined {
    return this.#run?.process;
  }

  /** Why the agent gave up by itself, if it did. */
  get halted(): string | undefined {
    return this.#halted;
  }

  /** The id that the agent takes when it first starts. */
  get identity(): AgentId {
    return `${this.shape.name}-id` as AgentId;
  }

  get agentId(): AgentId | undefined {
    return this.#run?.agent.agentId;
  }

  /** What the agent that runs now believes, for checkers. */
  get book(): OpenBook['book'] | undefined {
    return this.#run?.open.book;
  }

  start(): void {
    if (this.#run !== undefined) return;
    const { around, shape } = this;
    const { process, chance } = around.process(this.host, 'agent');
    const opened = this.#openJournal(process);
    const config: AgentCoreConfig = {
      ...AGENT_DEFAULTS,
      masters: this.masters,
      hostname: shape.name,
      resources: this.total,
      attributes: [],
    };
    const ports = {
      clock: process.clock,
      random: chance.random,
      newAgentId: () => this.identity,
      bootId: this.machine.bootId,
      master: around.network.dialled(AGENT_LINK, process),
      ask: (target: string, reply: Parameters<typeof around.network.ask>[2]) => {
        around.network.ask(process, target, reply);
      },
      journal: opened.journal,
      runtime: (deliver: Parameters<SimulatedMachine['runtime']>[0]) =>
        this.machine.runtime((event) => {
          process.run('message', () => {
            deliver(event);
          });
        }),
      files: this.machine.files(),
      measure: (reply: (total: Resources) => void) => {
        process.clock.soon(() => {
          reply(this.total);
        });
      },
      observe: (event: Parameters<Parameters<typeof composeAgent>[1]['observe']>[0]) => {
        around.tell({ of: 'agent', name: shape.name, event });
      },
      halt: ({ because }: { readonly because: string }) => {
        this.#halted = because;
        this.kill(0);
      },
    };
    const agent = composeAgent(config, ports, opened.open);
    this.#run = { process, agent, open: opened.open };
  }

  /** `kill -9`: of what was not synced, the first `keep` appends have reached the disk all the same. */
  kill(keep: number): void {
    const run = this.#run;
    if (run === undefined) return;
    this.#run = undefined;
    run.process.kill();
    this.machine.detach();
    this.disk.crash(keep);
    run.agent.stop();
  }

  /** The whole machine loses power and comes back: tasks are gone, peers are not told. */
  losePower(): void {
    const process = this.#run?.process;
    if (process !== undefined) this.around.network.vanish(process);
    this.kill(0);
    this.machine.reboot();
  }

  #openJournal(process: SimulatedProcess): OpenedJournal<AgentRecord> & { readonly open: OpenBook } {
    const made: { open?: OpenBook } = {};
    const opened = openMemoryJournal<AgentRecord>({
      disk: this.disk,
      codec: agentRecordCodec,
      compactAfterBytes: COMPACT_AFTER_BYTES,
      snapshot: () => (made.open === undefined ? [] : recordsOf(made.open.book)),
      schedule: (sync) => {
        this.around.timeline.in(this.#diskChance.between(this.syncMs.least, this.syncMs.most), () => {
          process.run('message', sync);
        });
      },
    });
    const open = openBook(opened.records);
    made.open = open;
    return { ...opened, open };
  }
}
