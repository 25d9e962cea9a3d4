import type { AgentInfo, AgentStatusUpdate, FaultDomain, FrameworkInfo, Proposal } from '@parley/common/contract';
import { rootTraceparent } from '@parley/common/kernel';
import type { AgentId, FrameworkId, LaunchId, ProposalId, TaskId, WallMs } from '@parley/common/kernel';
import type { TaskState } from '@parley/common/tasks';
import { res } from './played-peers';
import type { PlayedAgent } from './played-peers';

/** What a test has an agent say of itself, where it matters. */
export interface SaidOfAgent {
  readonly resources?: string;
  readonly attributes?: AgentInfo['attributes'];
  readonly domain?: FaultDomain;
}

/** What an agent says of itself; its host is named after it. */
export function agentInfoOf(agentId: AgentId, said: SaidOfAgent): AgentInfo {
  return {
    agentId,
    hostname: `${agentId}.test`,
    resources: res(said.resources ?? 'cpus:4;mem:4096'),
    attributes: said.attributes ?? [],
    domain: said.domain,
  };
}

/** What a framework says of itself. */
export function frameworkInfoOf(said: Partial<FrameworkInfo>): FrameworkInfo {
  return {
    frameworkId: '' as FrameworkId,
    name: 'spark',
    roles: ['*'],
    failoverTimeoutMs: undefined,
    hostname: 'client.test',
    webuiUrl: '',
    labels: [],
    capabilities: [],
    offerSettings: [],
    ...said,
  };
}

/** What a test has the allocator propose. */
export interface Proposed {
  readonly framework: FrameworkId;
  readonly agent: AgentId;
  readonly resources: string;
  readonly role?: string;
}

/** A proposal. */
export function proposalOf(number: number, { framework, agent, resources, role = '*' }: Proposed): Proposal {
  return {
    proposalId: number as ProposalId,
    basedOn: 0,
    frameworkId: framework,
    role,
    agentId: agent,
    resources: res(resources),
    traceparent: rootTraceparent(`proposal ${String(number)}`),
  };
}

/** What a test has an agent report of a task. */
export interface ReportedUpdate {
  readonly framework: FrameworkId;
  readonly id: string;
  readonly launch: LaunchId;
  readonly state: TaskState;
  readonly uuid?: string;
  readonly latest?: TaskState;
}

/** An agent's report of a task. */
export function statusUpdateOf({ agentId }: PlayedAgent, about: ReportedUpdate): AgentStatusUpdate {
  const { framework, id, launch, state, uuid = `${launch}.${state}`, latest = state } = about;
  const status = {
    taskId: id as TaskId,
    launchId: launch,
    agentId,
    state,
    reason: undefined,
    source: 'executor',
    message: '',
    data: new Uint8Array(0),
    uuid,
    timestamp: 0 as WallMs,
    traceparent: '',
  } as const;
  return { frameworkId: framework, status, latestState: latest };
}
