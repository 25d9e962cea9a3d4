import type { AgentId, Epoch, FrameworkId, LaunchId, TaskId, Traceparent } from '@parley/common/kernel';
import type { StatusReason, TaskState } from '@parley/common/tasks';

/** Names one launch in what is told to observers. */
export interface LaunchRef {
  readonly frameworkId: FrameworkId;
  readonly taskId: TaskId;
  readonly launchId: LaunchId;
  readonly traceparent: Traceparent;
}

/** Everything the outside may know of the agent: its telemetry is made of these, and of nothing else. */
export type AgentEvent =
  | { readonly event: 'agent-started'; readonly agentId: AgentId; readonly run: number; readonly launches: number }
  | { readonly event: 'dialing-leader'; readonly address: string; readonly epoch: Epoch }
  | { readonly event: 'epoch-raised'; readonly epoch: Epoch }
  | { readonly event: 'registered'; readonly agentId: AgentId; readonly epoch: Epoch; readonly tasks: number }
  | { readonly event: 'leader-lost'; readonly because: string }
  | {
      readonly event: 'registration-refused';
      readonly reason: 'gone' | 'invalid' | 'foreign-cluster';
      readonly message: string;
    }
  | { readonly event: 'foreign-cluster'; readonly clusterId: string; readonly expected: string }
  /** A message of another term or of an older link, which has no effect. */
  | { readonly event: 'batch-dropped'; readonly because: 'epoch' | 'link'; readonly epoch: Epoch }
  | { readonly event: 'launch-stored'; readonly launch: LaunchRef }
  | { readonly event: 'launch-repeated'; readonly launchId: LaunchId }
  | { readonly event: 'launch-refused'; readonly launch: LaunchRef; readonly message: string }
  | { readonly event: 'task-started'; readonly launch: LaunchRef; readonly pid: number }
  | { readonly event: 'task-killing'; readonly launch: LaunchRef; readonly graceMs: number }
  | {
      readonly event: 'task-ended';
      readonly launch: LaunchRef;
      readonly state: TaskState;
      readonly reason: StatusReason | undefined;
      readonly message: string;
    }
  | { readonly event: 'task-forgotten'; readonly launch: LaunchRef }
  | { readonly event: 'update-resent'; readonly launch: LaunchRef; readonly attempt: number }
  | { readonly event: 'acknowledgement-ignored'; readonly taskId: TaskId; readonly uuid: string }
  | { readonly event: 'framework-shut-down'; readonly frameworkId: FrameworkId; readonly launches: number }
  | { readonly event: 'resources-changed'; readonly total: string }
  | { readonly event: 'stopping-tasks'; readonly launches: number }
  | { readonly event: 'halted'; readonly because: string };
