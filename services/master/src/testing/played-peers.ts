import type { DescribedTask, ReportedTask, SessionStamp } from '@parley/common/contract';
import type {
  AgentId,
  Epoch,
  FrameworkId,
  GatewayId,
  LaunchId,
  LinkNumber,
  StreamId,
  TaskId,
} from '@parley/common/kernel';
import { parseResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { TaskInfo, TaskState } from '@parley/common/tasks';

/** The term that tests lead in. */
export const EPOCH: Epoch = { clusterId: 'test', incarnation: 1, revision: 7 };

/** Resources from their text form, for tests. */
export function res(text: string): Resources {
  const parsed = parseResources(text);
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  return parsed.resources;
}

/** A task of an accept call. */
export function taskOf(options: {
  readonly id: string;
  readonly agent: AgentId;
  readonly resources?: string;
}): DescribedTask {
  const task: TaskInfo = {
    taskId: options.id as TaskId,
    name: options.id,
    agentId: options.agent,
    resources: res(options.resources ?? 'cpus:1;mem:64'),
    command: { shell: true, value: 'true', arguments: [], environment: [] },
    data: new Uint8Array(0),
    labels: [],
    killPolicy: undefined,
  };
  return { task, problems: [] };
}

/** What an agent reports of a launch when it registers. */
export function reportedOf(options: {
  readonly framework: FrameworkId;
  readonly id: string;
  readonly launch: string;
  readonly state?: TaskState;
  readonly resources?: string;
}): ReportedTask {
  return {
    frameworkId: options.framework,
    frameworkName: 'test',
    role: '*',
    taskId: options.id as TaskId,
    taskName: options.id,
    launchId: options.launch as LaunchId,
    resources: res(options.resources ?? 'cpus:1;mem:64'),
    state: options.state ?? 'running',
    traceparent: '',
  };
}

/** An agent with its link, as a test plays it. */
export interface PlayedAgent {
  readonly agentId: AgentId;
  readonly stream: StreamId;
  readonly link: LinkNumber;
}

/** A gateway with its link. */
export interface PlayedGateway {
  readonly gatewayId: GatewayId;
  readonly stream: StreamId;
  readonly link: LinkNumber;
}

/** A framework's session. */
export interface PlayedSession {
  readonly gateway: PlayedGateway;
  readonly session: number;
  readonly frameworkId: FrameworkId;
  readonly stamp: SessionStamp;
}
