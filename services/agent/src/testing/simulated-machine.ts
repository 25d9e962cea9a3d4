import type { FileAnswer, FileQuery } from '@parley/common/contract';
import { after } from '@parley/common/kernel';
import type { Cancel, Clock, LaunchId } from '@parley/common/kernel';
import type { ProcessEnd } from '../domain/ends';
import type { ProcessIdentity, SandboxKey } from '../domain/launches';
import type { ProcessEvent, ProcessSignal, ProcessStart, Runtime, SandboxFiles } from '../ports';
import { simulatedCommand } from './simulated-command';
import type { SimulatedCommand } from './simulated-command';

const NO_DATA = new Uint8Array(0);
/** What the system takes to start, tell and end things. */
const SYSTEM_MS = 1;

interface SimulatedProcess {
  readonly sandbox: SandboxKey;
  readonly identity: ProcessIdentity;
  readonly command: SimulatedCommand;
  begun: boolean;
  /** Undefined while it runs. */
  status: number | undefined;
  /** Its supervisor is gone without a word. */
  vanished: boolean;
  timer: Cancel;
}

type Deliver = (event: ProcessEvent) => void;

/**
 * A machine on which commands run without processes, in the time of a clock: it outlives the agents on it, as a real one does.
 * Passes the same suite as the real runtime.
 */
export class SimulatedMachine {
  readonly #clock: Clock;
  readonly #name: string;
  #boot = 1;
  #lastPid = 100;
  #deliver: Deliver | undefined;
  /** Bounded by the launches the agent has not forgotten. */
  readonly #processes = new Map<LaunchId, SimulatedProcess>();
  /** How often each launch's command has begun: more than once is what must never happen. */
  readonly begun = new Map<LaunchId, number>();

  constructor(clock: Clock, name = 'machine') {
    this.#clock = clock;
    this.#name = name;
  }

  get bootId(): string {
    return `${this.#name}-boot-${String(this.#boot)}`;
  }

  /** Launches whose command runs at this moment. */
  get running(): readonly LaunchId[] {
    return [...this.#processes].filter(([, each]) => isRunning(each)).map(([launchId]) => launchId);
  }

  /** The runtime of the agent that is started now. What an earlier agent prepared without go-ahead ends; it hears of nothing more. */
  runtime(deliver: Deliver): Runtime {
    this.detach();
    this.#deliver = deliver;
    const own = <Arguments extends readonly unknown[]>(act: (...given: Arguments) => void) => {
      return (...given: Arguments): void => {
        if (this.#deliver === deliver) act(...given);
      };
    };
    return {
      prepare: own((start: ProcessStart) => this.#prepare(start)),
      release: own((launchId: LaunchId) => this.#release(launchId)),
      signal: own((launchId: LaunchId, signal: ProcessSignal) => this.#signal(launchId, signal)),
      adopt: own((sandbox: SandboxKey, identity: ProcessIdentity) => this.#adopt(sandbox, identity)),
      forget: own((launchId: LaunchId) => void this.#processes.delete(launchId)),
      cleanUp: () => undefined,
    };
  }

  /** The agent died. */
  detach(): void {
    this.#deliver = undefined;
    for (const [launchId, each] of [...this.#processes]) {
      if (each.begun || each.status !== undefined) continue;
      each.timer();
      this.#processes.delete(launchId);
    }
  }

  /** The machine loses power: everything that ran is gone, with whatever it would have said. */
  reboot(): void {
    this.detach();
    this.#boot += 1;
    for (const each of this.#processes.values()) {
      each.timer();
      if (each.status === undefined) each.vanished = true;
    }
  }

  /** A launch's supervisor is killed by somebody else; its command goes down with it. */
  killSupervisor(launchId: LaunchId): void {
    const found = this.#processes.get(launchId);
    if (found === undefined || !isRunning(found)) return;
    found.timer();
    found.vanished = true;
    this.#tellEnd(found);
  }

  /** Files of sandboxes: a command has an empty `stdout` and `stderr`, and `status-data` once it ended by itself. */
  files(): SandboxFiles {
    return {
      query: (sandbox, query, reply) => {
        const answer = this.#answer(sandbox, query);
        this.#later(SYSTEM_MS, () => {
          reply(answer);
        });
      },
    };
  }

  #prepare(start: ProcessStart): void {
    const { launchId } = start.sandbox;
    const identity = { pid: (this.#lastPid += 1), startTime: this.#clock.now(), bootId: this.bootId };
    const made: SimulatedProcess = {
      sandbox: start.sandbox,
      identity,
      command: simulatedCommand(start.command),
      begun: false,
      status: undefined,
      vanished: false,
      timer: this.#later(SYSTEM_MS, () => {
        this.#tell({ event: 'prepared', launchId, process: identity });
      }),
    };
    this.#processes.set(launchId, made);
  }

  #release(launchId: LaunchId): void {
    const found = this.#processes.get(launchId);
    if (found === undefined || found.begun) return;
    found.begun = true;
    this.begun.set(launchId, (this.begun.get(launchId) ?? 0) + 1);
    this.#tell({ event: 'started', launchId });
    found.timer = this.#later(found.command.durationMs + SYSTEM_MS, () => {
      this.#end(found, found.command.status);
    });
  }

  #signal(launchId: LaunchId, signal: ProcessSignal): void {
    const found = this.#processes.get(launchId);
    if (found === undefined || found.status !== undefined) return;
    if (!found.begun) {
      found.timer();
      this.#processes.delete(launchId);
      return;
    }
    if (signal === 'terminate' && found.command.stubborn) return;
    found.timer();
    found.timer = this.#later(SYSTEM_MS, () => {
      this.#end(found, signal === 'kill' ? 137 : 143);
    });
  }

  #adopt(sandbox: SandboxKey, identity: ProcessIdentity): void {
    const { launchId } = sandbox;
    const found = this.#processes.get(launchId);
    if (found === undefined) {
      const gone: ProcessEnd = { end: 'vanished', started: false, sameBoot: identity.bootId === this.bootId };
      this.#later(SYSTEM_MS, () => {
        this.#tell({ event: 'ended', launchId, found: gone, data: NO_DATA });
      });
      return;
    }
    this.#later(SYSTEM_MS, () => {
      if (isRunning(found)) this.#tell({ event: 'started', launchId });
      else this.#tellEnd(found);
    });
  }

  #end(ended: SimulatedProcess, status: number): void {
    ended.status = status;
    this.#tellEnd(ended);
  }

  #tellEnd(ended: SimulatedProcess): void {
    const { status, command, identity, sandbox } = ended;
    const bySelf = status !== undefined && status === command.status;
    const found: ProcessEnd =
      status === undefined
        ? { end: 'vanished', started: ended.begun, sameBoot: identity.bootId === this.bootId }
        : { end: 'exited', status };
    this.#tell({ event: 'ended', launchId: sandbox.launchId, found, data: bySelf ? command.data : NO_DATA });
  }

  #tell(event: ProcessEvent): void {
    this.#deliver?.(event);
  }

  #later(ms: number, act: () => void): Cancel {
    return this.#clock.at(after(this.#clock.now(), ms), act);
  }

  #answer(sandbox: SandboxKey, query: FileQuery): FileAnswer {
    const found = this.#processes.get(sandbox.launchId);
    const data = found?.status === undefined ? NO_DATA : found.command.data;
    const modifiedAt = this.#clock.wall();
    switch (query.query) {
      case 'list-files':
        return {
          answer: 'files',
          entries: ['stderr', 'stdout', ...(data.length > 0 ? ['status-data'] : [])].map((path) => {
            return { path, sizeBytes: path === 'status-data' ? data.length : 0, directory: false, modifiedAt };
          }),
          truncated: false,
        };
      default: {
        const content = query.path === 'status-data' ? data : NO_DATA;
        const part = content.subarray(query.offset, query.offset + query.lengthMax);
        return { answer: 'data', data: part, sizeBytes: content.length };
      }
    }
  }
}

function isRunning(each: SimulatedProcess): boolean {
  return each.begun && each.status === undefined && !each.vanished;
}
