import type { AgentId, FrameworkId, LaunchId, TaskId, Traceparent } from '../kernel';
import type { Resources } from '../resources';
import type { TaskInfo, TaskState, TaskStatus } from '../tasks';
import type { AgentInfo } from './cluster';
import type { FileAnswer, FileQuery } from './operator';

/** One launch as an agent reports it when it registers: enough for a new leader to rebuild the task. */
export interface ReportedTask {
  readonly frameworkId: FrameworkId;
  readonly frameworkName: string;
  readonly role: string;
  readonly taskId: TaskId;
  readonly taskName: string;
  readonly launchId: LaunchId;
  readonly resources: Resources;
  /** The newest state, whether or not its update was acknowledged. */
  readonly state: TaskState;
  readonly traceparent: Traceparent;
}

/** One status update on its way to the framework. */
export interface AgentStatusUpdate {
  readonly frameworkId: FrameworkId;
  readonly status: TaskStatus;
  /** Newest state of the task on the agent, so that resources are freed without waiting for acknowledgements. */
  readonly latestState: TaskState;
}

/** What an agent tells the master. The first items of every link are register-begin, register-tasks …, register-end. */
export type AgentUp =
  | { readonly item: 'register-begin'; readonly info: AgentInfo; readonly bootId: string }
  | { readonly item: 'register-tasks'; readonly tasks: readonly ReportedTask[] }
  /** `count` is the number of tasks reported before; another number means that the registration is incomplete. */
  | { readonly item: 'register-end'; readonly count: number }
  | { readonly item: 'resources'; readonly total: Resources }
  | { readonly item: 'status-update'; readonly update: AgentStatusUpdate }
  /** The launch is durable on the agent; it will report its end whatever happens. */
  | { readonly item: 'launch-stored'; readonly launchId: LaunchId }
  /** The kill is durable on the agent, or there is nothing left to kill. */
  | { readonly item: 'kill-stored'; readonly frameworkId: FrameworkId; readonly taskId: TaskId }
  | { readonly item: 'pong'; readonly ping: number }
  | { readonly item: 'file-answer'; readonly requestId: number; readonly answer: FileAnswer };

/** One launch on its way to an agent. */
export interface LaunchOrder {
  readonly frameworkId: FrameworkId;
  readonly frameworkName: string;
  readonly role: string;
  readonly launchId: LaunchId;
  readonly task: TaskInfo;
  readonly traceparent: Traceparent;
}

/** What the master tells an agent. */
export type AgentDown =
  | { readonly item: 'registered'; readonly agentId: AgentId; readonly pingMs: number; readonly pingsMissedMax: number }
  /** Final for this link; the agent keeps its tasks. `gone` is final for the agent: it must end its tasks and stop. */
  | { readonly item: 'refused'; readonly reason: 'gone' | 'invalid' | 'foreign-cluster'; readonly message: string }
  | { readonly item: 'launch'; readonly order: LaunchOrder }
  /** `launchId` undefined: whatever runs under that task id. */
  | {
      readonly item: 'kill';
      readonly frameworkId: FrameworkId;
      readonly taskId: TaskId;
      readonly launchId: LaunchId | undefined;
      readonly graceMs: number | undefined;
    }
  | { readonly item: 'acknowledge'; readonly frameworkId: FrameworkId; readonly taskId: TaskId; readonly uuid: string }
  | { readonly item: 'shutdown-framework'; readonly frameworkId: FrameworkId }
  | { readonly item: 'ping'; readonly ping: number }
  | { readonly item: 'file-query'; readonly requestId: number; readonly query: FileQuery }
  /** The sender stops leading on purpose: look for the next leader at once. */
  | { readonly item: 'go-away' };
