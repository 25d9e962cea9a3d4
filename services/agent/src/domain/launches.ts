import { childTraceparent } from '@parley/common/kernel';
import type { AgentId, FrameworkId, LaunchId, TaskId, Traceparent, WallMs } from '@parley/common/kernel';
import type { Resources } from '@parley/common/resources';
import type { StatusReason, TaskState } from '@parley/common/tasks';

/** What the agent must remember of a launch to report it and to end it. What the command is, it need not: a launch never starts twice. */
export interface LaunchSummary {
  readonly launchId: LaunchId;
  readonly frameworkId: FrameworkId;
  readonly frameworkName: string;
  readonly role: string;
  readonly taskId: TaskId;
  readonly taskName: string;
  readonly resources: Resources;
  /** The task's own kill policy, in milliseconds; undefined means the agent's grace. */
  readonly graceMs: number | undefined;
  readonly traceparent: Traceparent;
}

/** Names a supervisor for as long as the machine runs, and longer: a process id alone is used again. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Start time in clock ticks since boot (field 22 of /proc/PID/stat). */
  readonly startTime: number;
  readonly bootId: string;
}

/** That a launch is to be ended, and how. Once it is stored, the launch ends as killed whatever its process does. */
export interface KillIntent {
  /** Undefined when the framework or an operator asked. */
  readonly reason: StatusReason | undefined;
  /** From the polite signal to the one that cannot be refused, in milliseconds. */
  readonly graceMs: number;
}

/** One status update of a launch, as it is stored before it is sent. */
export interface StatusRecord {
  /** 1, 2, 3 … per launch; with the launch id it names the update for ever. */
  readonly number: number;
  readonly state: TaskState;
  readonly reason: StatusReason | undefined;
  readonly message: string;
  readonly data: Uint8Array;
  /** Absent unless a command ended. */
  readonly exitCode?: number;
  readonly madeAt: WallMs;
}

/** Where a launch's sandbox is found, also after its end. */
export interface SandboxKey {
  readonly frameworkId: FrameworkId;
  readonly taskId: TaskId;
  readonly launchId: LaunchId;
}

/** A launch that has not been forgotten: it runs, or its framework has not acknowledged its end. */
export interface Launch {
  readonly summary: LaunchSummary;
  process: ProcessIdentity | undefined;
  kill: KillIntent | undefined;
  /** Not acknowledged yet, oldest first. Bounded: a launch makes at most one of running, killing and an end. */
  updates: readonly StatusRecord[];
  /** The newest update, acknowledged or not. */
  newest: StatusRecord | undefined;
}

/** The update's name on the wire. */
export function updateUuid(launchId: LaunchId, number: number): string {
  return `${launchId}.${String(number)}`;
}

/** The launch and number that an update's name stands for, or undefined when it is none of ours. */
export function parseUpdateUuid(uuid: string): { readonly launch: string; readonly number: number } | undefined {
  const match = /^(.+)\.(\d{1,9})$/.exec(uuid);
  const [, launch, number] = match ?? [];
  return launch === undefined || number === undefined ? undefined : { launch, number: Number(number) };
}

/** Everything the agent knows of itself that is not about a launch. */
export interface AgentIdentity {
  readonly agentId: AgentId;
  /** How often this agent has been started; link numbers grow with it. */
  readonly run: number;
  readonly bootId: string;
}

/** The trace context of a launch on the agent, inside that of its order: what its statuses carry. */
export function launchContext(order: Traceparent): Traceparent {
  return childTraceparent(order, 'agent.launch');
}
