import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SystemClock } from '@parley/common/actor';
import { after } from '@parley/common/kernel';
import type { ProcessEvent } from '../ports';
import { environmentOf, listPids, readBootId } from '../edge/runtime/proc';
import { LAUNCH_MARKER, sendSignal } from '../edge/runtime/process-trees';
import { ProcessRuntime } from '../edge/runtime/process-runtime';
import type { ProcessRuntimeOptions } from '../edge/runtime/process-runtime';
import type { RuntimeBench } from './runtime-contract';

/** A wait that takes longer than this is a failure. */
const DEADLINE_MS = 10_000;
const LOOK_EVERY_MS = 10;

/** This machine, with real processes in a work directory of the test's own. */
export class RealMachine implements RuntimeBench {
  readonly workDir: string;
  readonly #clock = new SystemClock();
  readonly #runtimes: ProcessRuntime[] = [];
  readonly #faults: unknown[] = [];

  private constructor(workDir: string) {
    this.workDir = workDir;
  }

  /** The work directory's name begins with `name`. */
  static async make(name = 'parley-runtime-'): Promise<RealMachine> {
    return new RealMachine(await mkdtemp(join(tmpdir(), name)));
  }

  /** With `changes`, a runtime whose surroundings are others than this machine's in so far. */
  open(deliver: (event: ProcessEvent) => void, changes: Partial<ProcessRuntimeOptions> = {}): ProcessRuntime {
    const { workDir } = this;
    const onFault = (message: string, error: unknown): void => {
      this.#faults.push({ message, error });
    };
    const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', PARLEY_AGENT_LOG_LEVEL: 'debug' };
    const options = { workDir, bootId: readBootId(), clock: this.#clock, environment, onFault };
    const runtime = new ProcessRuntime({ ...options, ...changes }, deliver);
    this.#runtimes.push(runtime);
    return runtime;
  }

  async until(condition: () => boolean): Promise<void> {
    const deadline = after(this.#clock.now(), DEADLINE_MS);
    while (!condition()) {
      if (this.#clock.now() > deadline) throw new Error(`nothing came of it within ${String(DEADLINE_MS)} ms`);
      await new Promise<void>((resolve) => this.#clock.at(after(this.#clock.now(), LOOK_EVERY_MS), resolve));
    }
  }

  /** Processes of this test's launches, by what is written in their environment. */
  processesOf(launchId: string): readonly number[] {
    return listPids().filter((pid) => this.#sandboxOf(pid)?.endsWith(`/${launchId}`));
  }

  async close(): Promise<void> {
    for (const runtime of this.#runtimes) runtime.close();
    for (const pid of listPids()) {
      if (this.#sandboxOf(pid) !== undefined) sendSignal(pid, 'SIGKILL');
    }
    await rm(this.workDir, { recursive: true, force: true });
    if (this.#faults.length > 0) throw new Error(`the runtime had faults: ${JSON.stringify(this.#faults)}`);
  }

  #sandboxOf(pid: number): string | undefined {
    const sandbox = environmentOf(pid, LAUNCH_MARKER);
    return sandbox?.startsWith(`${this.workDir}/`) === true ? sandbox : undefined;
  }
}
