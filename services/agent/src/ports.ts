import type { DialedStreamsFactory } from '@parley/common/actor';
import type { AgentDown, AgentUp, Batch, FileAnswer, FileQuery, LeaderAnswer } from '@parley/common/contract';
import type { AgentId, Clock, LaunchId, Random } from '@parley/common/kernel';
import type { Journal } from '@parley/common/journal';
import type { Resources } from '@parley/common/resources';
import type { CommandInfo } from '@parley/common/tasks';
import type { AgentEvent } from './domain/agent-events';
import type { AgentRecord } from './domain/agent-records';
import type { ProcessEnd } from './domain/ends';
import type { ProcessIdentity, SandboxKey } from './domain/launches';

/** Everything a runtime needs to begin a task. */
export interface ProcessStart {
  readonly sandbox: SandboxKey;
  readonly agentId: AgentId;
  readonly command: CommandInfo;
  /** Stored as `task-data` in the sandbox before the command starts, unless empty. */
  readonly data: Uint8Array;
}

/** What a runtime tells of a launch, in this order: prepared or start-failed; started; ended. */
export type ProcessEvent =
  /** A supervisor exists and waits for the go-ahead. */
  | { readonly event: 'prepared'; readonly launchId: LaunchId; readonly process: ProcessIdentity }
  | { readonly event: 'start-failed'; readonly launchId: LaunchId; readonly message: string }
  /** The command runs; also said of a command that was found running. */
  | { readonly event: 'started'; readonly launchId: LaunchId }
  /** Final. `data`: what the command left in its sandbox under `status-data`, at most 16 KiB. */
  | { readonly event: 'ended'; readonly launchId: LaunchId; readonly found: ProcessEnd; readonly data: Uint8Array };

/** Politely, or so that it cannot be refused. Both reach the whole tree of processes. */
export type ProcessSignal = 'terminate' | 'kill';

/** Runs tasks as processes that outlive the agent. All calls return at once; what comes of them arrives as {@link ProcessEvent}s. */
export interface Runtime {
  /** Makes the sandbox and a supervisor that waits; it ends by itself when the agent dies before the go-ahead. */
  prepare(start: ProcessStart): void;
  /** Gives the go-ahead. */
  release(launchId: LaunchId): void;
  /** Signals all processes of the launch. Of one that was only prepared: withdraws it. */
  signal(launchId: LaunchId, signal: ProcessSignal): void;
  /** Looks for a supervisor that an earlier run of the agent left, and goes on as if it had been started here. */
  adopt(sandbox: SandboxKey, process: ProcessIdentity): void;
  /** Forgets what was kept to report the launch's end; its sandbox stays. */
  forget(launchId: LaunchId): void;
  /** Removes the sandbox of a launch that ended. */
  cleanUp(sandbox: SandboxKey): void;
}

/** Makes the runtime and starts telling `deliver` of its launches. */
export type RuntimeFactory = (deliver: (event: ProcessEvent) => void) => Runtime;

/** Reads sandboxes, never outside of them. */
export interface SandboxFiles {
  query(sandbox: SandboxKey, query: FileQuery, reply: (answer: FileAnswer) => void): void;
}

/** Why the agent must not go on. Tasks run on unless the agent was told to end them, and did. */
export interface Halt {
  readonly why: 'storage-failed' | 'gone' | 'tasks-stopped';
  /** A sentence for the log. */
  readonly because: string;
}

/** All that an agent asks of the world. */
export interface AgentPorts {
  readonly clock: Clock;
  readonly random: Random;
  /** Used once in the life of an agent, when nothing was stored yet. */
  readonly newAgentId: () => AgentId;
  /** Names this boot of the machine. */
  readonly bootId: string;
  readonly master: DialedStreamsFactory<AgentUp, Batch<AgentDown>>;
  /** Asks one master who leads; undefined when it cannot be asked. */
  readonly ask: (target: string, reply: (answer: LeaderAnswer | undefined) => void) => void;
  readonly journal: Journal<AgentRecord>;
  readonly runtime: RuntimeFactory;
  readonly files: SandboxFiles;
  /** Finds out what the machine has to offer now. */
  readonly measure: (reply: (total: Resources) => void) => void;
  /** Told of everything that happens, in order; turns it into log lines, metrics and spans. Must not throw. */
  readonly observe: (event: AgentEvent) => void;
  /** Called once, when the agent must not go on. */
  readonly halt: (because: Halt) => void;
}
