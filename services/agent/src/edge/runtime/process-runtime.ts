import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { makeFolder } from '@parley/common/journal';
import { after } from '@parley/common/kernel';
import type { Cancel, Clock, LaunchId } from '@parley/common/kernel';
import type { ProcessEnd } from '../../domain/ends';
import type { ProcessIdentity, SandboxKey } from '../../domain/launches';
import type { ProcessEvent, ProcessSignal, ProcessStart, Runtime } from '../../ports';
import { Sandboxes } from '../sandbox/sandboxes';
import { isAlive, readProcess } from './proc';
import type { ProcessTable } from './proc';
import { ProcessTrees } from './process-trees';
import { readStatusData, RunFiles } from './run-files';
import { taskEnvironment } from './task-environment';

/** The supervisor is a script among the sources; from the build it is as far away as from here. */
export const SUPERVISOR = join(__dirname, '..', '..', '..', 'src', 'edge', 'runtime', 'supervisor.sh');
const SHELL = '/bin/sh';

/** How long processes may be started before other work gets its turn. */
const START_SLICE_MS = 8;
/** How often supervisors that are not our children are looked at; of those that are, the system tells. */
const ADOPTED_EVERY_MS = 200;

/** What the runtime needs of its surroundings. */
export interface ProcessRuntimeOptions {
  /** Absolute. Holds `sandboxes` and `runs`. */
  readonly workDir: string;
  readonly bootId: string;
  readonly clock: Clock;
  /** The agent's own environment, of which tasks inherit a little. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Told of what could not be tidied up. */
  readonly onFault: (message: string, error: unknown) => void;
  /** The processes there are; those of this machine unless given. */
  readonly table?: ProcessTable;
}

/** A supervisor that exists. */
interface Run {
  readonly sandbox: SandboxKey;
  readonly identity: ProcessIdentity;
  /** Undefined for one that an earlier agent started. */
  readonly child: ChildProcess | undefined;
  begun: boolean;
  signalled: boolean;
}

/** Runs tasks as plain processes under a shell supervisor (architecture §8). Isolates nothing: limits are counted, not enforced. */
export class ProcessRuntime implements Runtime {
  readonly #options: ProcessRuntimeOptions;
  readonly #deliver: (event: ProcessEvent) => void;
  readonly #sandboxes: Sandboxes;
  readonly #files: RunFiles;
  readonly #trees: ProcessTrees;
  /** Bounded by the launches the core has open, like {@link #runs}. */
  readonly #queue = new Map<LaunchId, ProcessStart>();
  readonly #runs = new Map<LaunchId, Run>();
  #draining = false;
  #watch: Cancel | undefined;

  constructor(options: ProcessRuntimeOptions, deliver: (event: ProcessEvent) => void) {
    this.#options = options;
    this.#deliver = deliver;
    this.#sandboxes = new Sandboxes(resolve(options.workDir, 'sandboxes'));
    const runs = resolve(options.workDir, 'runs');
    makeFolder(runs);
    this.#files = new RunFiles(runs);
    this.#trees = new ProcessTrees(options);
  }

  prepare(start: ProcessStart): void {
    this.#queue.set(start.sandbox.launchId, start);
    this.#drainSoon();
  }

  release(launchId: LaunchId): void {
    const run = this.#runs.get(launchId);
    const input = run?.child?.stdin;
    if (run === undefined || input === undefined || input === null) return;
    run.begun = true;
    input.end('go\n');
    this.#deliver({ event: 'started', launchId });
  }

  signal(launchId: LaunchId, signal: ProcessSignal): void {
    this.#queue.delete(launchId);
    const run = this.#runs.get(launchId);
    if (run === undefined) return;
    if (run.child !== undefined && !run.begun) {
      // Still waiting: without the go-ahead it ends by itself, and nothing is owed about it.
      this.#runs.delete(launchId);
      run.child.stdin?.end();
      return;
    }
    run.signalled = true;
    this.#trees.signal({ launchId, sandbox: this.#sandboxes.pathOf(run.sandbox) }, run.identity.pid, signal);
  }

  adopt(sandbox: SandboxKey, identity: ProcessIdentity): void {
    const { launchId } = sandbox;
    const begun = this.#files.hasBegun(launchId);
    this.#runs.set(launchId, { sandbox, identity, child: undefined, begun, signalled: false });
    if (identity.bootId !== this.#options.bootId || !this.#mayLive(identity)) {
      this.#ended(launchId, null);
      return;
    }
    if (begun) this.#deliver({ event: 'started', launchId });
    this.#watchAdopted();
  }

  forget(launchId: LaunchId): void {
    this.#files.remove(launchId).catch((error: unknown) => {
      this.#options.onFault('cannot remove the files of a run', error);
    });
  }

  cleanUp(sandbox: SandboxKey): void {
    this.#sandboxes.remove(sandbox).catch((error: unknown) => {
      this.#options.onFault('cannot remove a sandbox', error);
    });
  }

  /** Stops watching; what runs goes on without. */
  close(): void {
    this.#watch?.();
    this.#trees.close();
    this.#queue.clear();
    this.#runs.clear();
  }

  #drainSoon(): void {
    if (this.#draining) return;
    this.#draining = true;
    this.#options.clock.soon(() => {
      this.#draining = false;
      this.#drain();
    });
  }

  /** Starts what waits, in slices: starting a process holds the loop for about a millisecond. */
  #drain(): void {
    const { clock } = this.#options;
    const began = clock.now();
    for (const [launchId, start] of this.#queue) {
      this.#queue.delete(launchId);
      this.#start(start);
      if (clock.now() - began >= START_SLICE_MS) break;
    }
    if (this.#queue.size > 0) this.#drainSoon();
  }

  #start(start: ProcessStart): void {
    const { launchId } = start.sandbox;
    try {
      const child = this.#spawn(start, this.#sandboxes.make(start.sandbox, start.data));
      // Without a process there is an `error` event still to come, which says why.
      if (child.pid === undefined) return;
      const startTime = startTimeOf(child, child.pid);
      this.#prepared(start.sandbox, child, { pid: child.pid, startTime, bootId: this.#options.bootId });
    } catch (error) {
      this.#failed(launchId, error);
    }
  }

  #spawn(start: ProcessStart, sandbox: string): ChildProcess {
    const { sandbox: key, command } = start;
    const mode = command.shell ? ['shell', command.value] : ['program', ...programOf(start)];
    const env = taskEnvironment({
      inherited: this.#options.environment,
      variables: command.environment,
      agentId: start.agentId,
      key,
      sandbox,
    });
    const child = spawn(SHELL, [SUPERVISOR, this.#files.pathOf(key.launchId), ...mode], {
      cwd: sandbox,
      env,
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.on('error', (error) => {
      if (!this.#runs.has(key.launchId)) this.#failed(key.launchId, error);
    });
    // The supervisor may be gone before it reads; its exit says so.
    child.stdin.on('error', () => undefined);
    child.unref();
    return child;
  }

  #prepared(sandbox: SandboxKey, child: ChildProcess, identity: ProcessIdentity): void {
    const { launchId } = sandbox;
    const run: Run = { sandbox, identity, child, begun: false, signalled: false };
    this.#runs.set(launchId, run);
    child.on('exit', (code) => {
      if (this.#runs.get(launchId) === run) this.#ended(launchId, code);
    });
    this.#deliver({ event: 'prepared', launchId, process: identity });
  }

  #failed(launchId: LaunchId, error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    this.#deliver({ event: 'start-failed', launchId, message: `the command could not be started (${why})` });
  }

  #watchAdopted(): void {
    const { clock } = this.#options;
    this.#watch ??= clock.at(after(clock.now(), ADOPTED_EVERY_MS), () => {
      this.#watch = undefined;
      this.#lookAtAdopted();
    });
  }

  #lookAtAdopted(): void {
    let left = false;
    for (const [launchId, run] of [...this.#runs]) {
      if (run.child !== undefined) continue;
      if (!this.#mayLive(run.identity)) {
        this.#ended(launchId, null);
        continue;
      }
      left = true;
      if (!run.begun && this.#files.hasBegun(launchId)) {
        run.begun = true;
        this.#deliver({ event: 'started', launchId });
      }
    }
    if (left) this.#watchAdopted();
  }

  /** A process counts as alive until it is seen to be gone: of a machine that cannot say, it is asked again. */
  #mayLive(identity: ProcessIdentity): boolean {
    try {
      return isAlive(identity, this.#options.table);
    } catch (error) {
      this.#options.onFault('cannot look for the processes of an earlier agent; trying again', error);
      return true;
    }
  }

  /** The supervisor is gone: its exit status, null when that is not known, and what it left say how the command ended. */
  #ended(launchId: LaunchId, code: number | null): void {
    const run = this.#runs.get(launchId);
    if (run === undefined) return;
    this.#runs.delete(launchId);
    const sandbox = this.#sandboxes.pathOf(run.sandbox);
    const data = readStatusData(sandbox);
    const found = this.#find(launchId, run.identity, code);
    // Without a status the supervisor was killed, and its command may be alive.
    this.#trees.ended({ launchId, sandbox }, run.signalled || found.end === 'vanished');
    this.#deliver({ event: 'ended', launchId, found, data });
  }

  #find(launchId: LaunchId, identity: ProcessIdentity, code: number | null): ProcessEnd {
    const left = this.#files.read(launchId);
    if (left.result === 'status') return { end: 'exited', status: left.status };
    // Once the command has begun, the supervisor ends as it did. On a full disk nothing else tells.
    if (left.result === 'begun' && code !== null) return { end: 'exited', status: code };
    return { end: 'vanished', started: left.result === 'begun', sameBoot: identity.bootId === this.#options.bootId };
  }
}

/** Without it the supervisor could not be told from others later: then it is let go, and its command never starts. */
function startTimeOf(child: ChildProcess, pid: number): number {
  try {
    return readProcess(pid)?.startTime ?? 0;
  } catch (error) {
    child.stdin?.end();
    throw error;
  }
}

/** Program and arguments; the first argument is the program's own name for itself, which a shell cannot pass on. */
function programOf({ command }: ProcessStart): readonly string[] {
  return [command.value, ...command.arguments.slice(1)];
}
