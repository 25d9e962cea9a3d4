import { SystemClock } from '@parley/common/actor';
import type { Epoch } from '@parley/common/kernel';
import { Channels, callUnary } from '@parley/common/rpc';
import { LEADER_LOOKUP_CLIENT } from '@parley/common/wire';
import { EmulatedAgents } from './emulated-agents';
import { EmulatedFrameworks } from './emulated-frameworks';
import type { GeneratorReport, GeneratorSettings, RunOrder, Traffic } from './generator-messages';
import { internalMethod } from './methods';
import { TaskLedger } from './task-ledger';

/** How often a paced run looks whether more may be accepted. */
const PACE_MS = 2;
/** A run without progress for this long has failed. */
const STUCK_MS = 20_000;

const now = (): number => performance.now();

function tell(report: GeneratorReport): void {
  process.send?.(report);
}

const NO_RUN: RunOrder = { tasks: 0, tasksPerSecond: undefined };

/** The load of one benchmark, in a process of its own: emulated agents and frameworks on real links. */
class Generator {
  readonly #settings: GeneratorSettings;
  readonly #agents: EmulatedAgents;
  readonly #frameworks: EmulatedFrameworks;
  readonly #startedAt = now();
  #run = 0;
  #order = NO_RUN;
  #ledger = new TaskLedger(NO_RUN, now);
  #orderedAt = 0;
  #registered = 0;
  #subscribed = 0;

  constructor(settings: GeneratorSettings, epoch: Epoch) {
    this.#settings = settings;
    const onBroken = (message: string): void => fail(message);
    this.#agents = new EmulatedAgents({
      ...settings,
      epoch,
      onBroken,
      ledger: () => this.#ledger,
      onRegistered: () => this.#joined((this.#registered += 1), this.#subscribed),
    });
    this.#frameworks = new EmulatedFrameworks({
      ...settings,
      onBroken,
      run: () => ({ number: this.#run, ledger: this.#ledger }),
      allowance: () => this.#allowance(),
      onSubscribed: () => this.#joined(this.#registered, (this.#subscribed += 1)),
    });
  }

  /** Runs one load to its end and reports the result. */
  run(order: RunOrder): void {
    this.#run += 1;
    this.#order = order;
    this.#ledger = new TaskLedger(order, now);
    this.#orderedAt = now();
    this.#traffic();
    this.#frameworks.acceptHeld();
    let progress = { completed: 0, at: now() };
    const watch = setInterval(() => {
      const { completed, done } = this.#ledger;
      if (done) {
        clearInterval(watch);
        tell({ report: 'ran', result: { ...this.#ledger.result(), traffic: this.#traffic() } });
      } else if (completed !== progress.completed) progress = { completed, at: now() };
      else if (now() - progress.at > STUCK_MS) fail(`no progress: ${JSON.stringify(this.#ledger.result())}`);
      if (order.tasksPerSecond !== undefined) this.#frameworks.acceptHeld();
    }, PACE_MS);
  }

  close(): void {
    this.#agents.close();
    this.#frameworks.close();
  }

  #joined(registered: number, subscribed: number): void {
    if (registered !== this.#settings.agents || subscribed !== this.#settings.frameworks) return;
    tell({ report: 'ready', registerMs: now() - this.#startedAt });
  }

  /** How many more tasks may be accepted for at this instant. */
  #allowance(): number {
    const { tasks, tasksPerSecond } = this.#order;
    if (tasksPerSecond === undefined) return Number.POSITIVE_INFINITY;
    return ((now() - this.#orderedAt) / 1_000) * tasksPerSecond - (tasks - this.#ledger.left);
  }

  /** The traffic since the last time. */
  #traffic(): Traffic {
    return {
      masterToAgent: this.#agents.received.take(),
      agentToMaster: this.#agents.sent.take(),
      gatewayToFramework: this.#frameworks.received.take(),
      frameworkToGateway: this.#frameworks.sent.take(),
    };
  }
}

function fail(message: string): void {
  tell({ report: 'failed', message });
}

/** The term of the leader, which agents must know before they register. */
async function leadersEpoch(master: string): Promise<Epoch> {
  const method = internalMethod('parley.master.v1.MasterService', 'LookupLeader');
  const request = LEADER_LOOKUP_CLIENT.encode(undefined);
  const call = { method, request, deadlineMs: 2_000, clock: new SystemClock() };
  const answer = LEADER_LOOKUP_CLIENT.decode(await callUnary(new Channels(), master, call));
  if (!answer.leading || answer.epoch === undefined) throw new Error(`${master} does not lead`);
  return answer.epoch;
}

async function main(): Promise<void> {
  const settings = JSON.parse(process.argv[2] ?? '{}') as GeneratorSettings;
  const generator = new Generator(settings, await leadersEpoch(settings.master));
  process.on('message', (order: RunOrder) => generator.run(order));
  process.once('disconnect', () => {
    generator.close();
    process.exit(0);
  });
}

main().catch((error: unknown) => fail(String(error)));
