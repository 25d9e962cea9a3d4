import type { AgentInfo, ReportedTask } from '@parley/common/contract';
import type { AgentId, LinkNumber, StreamId } from '@parley/common/kernel';

/** A registration whose end has not come. */
export interface Collected {
  readonly info: AgentInfo;
  readonly bootId: string;
  /** Bounded by {@link LIMITS.reportedTasksMax}. */
  readonly tasks: ReportedTask[];
}

/** A stream on which an agent may be speaking. */
export interface AgentPeer {
  readonly stream: StreamId;
  /** Known from the first message on. */
  link: LinkNumber | undefined;
  /** Known from register-begin on. */
  agentId: AgentId | undefined;
  collected: Collected | undefined;
}

/** The open streams of agents. Bounded by the server, which takes so many streams and no more. */
export class AgentPeers extends Map<StreamId, AgentPeer> {}
