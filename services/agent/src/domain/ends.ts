import { unreachable } from '@parley/common/kernel';
import type { StatusReason, TaskState } from '@parley/common/tasks';
import { hasEnded } from './agent-book';
import type { KillIntent, Launch } from './launches';

/** How a launch ended, before it becomes an update. */
export interface End {
  readonly state: TaskState;
  readonly reason: StatusReason | undefined;
  readonly message: string;
  readonly exitCode?: number;
}

/** What became of a launch's process, as the runtime found it. */
export type ProcessEnd =
  /** The command ended with this status: 0 to 255, 128 + number for a signal. */
  | { readonly end: 'exited'; readonly status: number }
  /** Neither the supervisor nor a result is there. `started`: the command had begun. `sameBoot`: on this boot of the machine. */
  | { readonly end: 'vanished'; readonly started: boolean; readonly sameBoot: boolean };

/**
 * The end of a launch whose process is gone (mesos-semantics §2.1). A kill that began is never taken back: the task is killed even
 * when its command then exits with 0. `dropped` says that the command never began and nobody was told otherwise.
 */
export function decideEnd(launch: Launch, found: ProcessEnd): End {
  switch (found.end) {
    case 'exited':
      return launch.kill === undefined ? exitEnd(found.status) : killedEnd(launch.kill, found.status);
    case 'vanished':
      return launch.kill === undefined ? vanishedEnd(launch, found) : vanishedKill(launch.kill, found.started);
    default:
      return unreachable(found, 'process end');
  }
}

/** The end of a launch that was killed before its command began. */
export function killedDuringLaunch(kill: KillIntent): End {
  return {
    state: 'killed',
    reason: kill.reason ?? 'task-killed-during-launch',
    message: 'killed before the command started',
  };
}

/** The end of a launch whose sandbox, supervisor or program could not be started. */
export function launchFailed(message: string): End {
  return { state: 'failed', reason: 'container-launch-failed', message };
}

/** The end of a launch whose intent was stored by an earlier run of the agent that never gave the go-ahead. */
export function neverStarted(): End {
  return {
    state: 'dropped',
    reason: 'agent-restarted',
    message: 'the agent was restarted before the command started; it is safe to launch it again',
  };
}

/** How long a kill of the launch waits between its two signals, unless the kill itself says. */
export function graceOf(launch: Launch, defaultMs: number): number {
  return launch.summary.graceMs ?? defaultMs;
}

/** Whether there is nothing left to kill. */
export function isBeyondKill(launch: Launch | undefined): boolean {
  return launch === undefined || hasEnded(launch);
}

function exitEnd(status: number): End {
  if (status === 0)
    return { state: 'finished', reason: undefined, message: 'command exited with status 0', exitCode: 0 };
  return { state: 'failed', reason: undefined, message: exitMessage(status), exitCode: status };
}

function killedEnd(kill: KillIntent, status: number): End {
  return {
    state: 'killed',
    reason: kill.reason,
    message: `${exitMessage(status)} after the kill began`,
    exitCode: status,
  };
}

function vanishedKill(kill: KillIntent, started: boolean): End {
  if (!started) return killedDuringLaunch(kill);
  return { state: 'killed', reason: kill.reason, message: 'the process is gone; the kill had begun' };
}

function vanishedEnd(launch: Launch, found: { readonly started: boolean; readonly sameBoot: boolean }): End {
  if (!found.sameBoot) {
    return { state: 'gone', reason: 'agent-restarted', message: 'the machine was restarted, which ended the command' };
  }
  if (found.started || launch.newest !== undefined) {
    return {
      state: 'failed',
      reason: 'executor-terminated',
      message: 'the supervisor of the command died without a result',
    };
  }
  // With the supervisor stored, `starting` may have been reported: from there on a task cannot be dropped any more.
  return {
    state: 'gone',
    reason: 'agent-restarted',
    message: 'the agent was restarted before the command started; it is safe to launch it again',
  };
}

function exitMessage(status: number): string {
  if (status === 126) return 'command exited with status 126 (it is not executable)';
  if (status === 127) return 'command exited with status 127 (it was not found)';
  if (status > 128) return `command ended with status ${String(status)} (signal ${String(status - 128)})`;
  return `command exited with status ${String(status)}`;
}
