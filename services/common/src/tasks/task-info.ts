import type { AgentId, TaskId } from '../kernel';
import type { Resources } from '../resources';

/** The most bytes that a task's or a status' `data` may hold. */
export const TASK_DATA_BYTES_MAX = 16 * 1024;

/** A pair that is passed through to whoever reads the task; the cluster itself gives it no meaning. Order is kept, keys may repeat. */
export interface Label {
  readonly key: string;
  readonly value: string;
}

/** One variable of a task's environment. */
export interface EnvironmentVariable {
  readonly name: string;
  readonly value: string;
}

/** What a task runs. */
export interface CommandInfo {
  /** True: `value` is a line for `/bin/sh -c` and `arguments` is empty. False: `value` is a program, `arguments` are its argv from the first. */
  readonly shell: boolean;
  readonly value: string;
  readonly arguments: readonly string[];
  readonly environment: readonly EnvironmentVariable[];
}

/** How a task is ended when it has to be. */
export interface KillPolicy {
  /** From the polite signal to the one that cannot be refused, in milliseconds ≥ 0. */
  readonly graceMs: number;
}

/** What a framework wants to be run, as the master and the agent keep it. */
export interface TaskInfo {
  readonly taskId: TaskId;
  readonly name: string;
  readonly agentId: AgentId;
  readonly resources: Resources;
  readonly command: CommandInfo;
  /** Opaque to the cluster; at most {@link TASK_DATA_BYTES_MAX} bytes. */
  readonly data: Uint8Array;
  readonly labels: readonly Label[];
  /** Undefined: the agent's own grace. */
  readonly killPolicy: KillPolicy | undefined;
}
