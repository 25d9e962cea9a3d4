import type { AgentId, StreamId } from '@parley/common/kernel';

/** A question about files that an agent was asked. */
export interface FileQueryUnderWay {
  readonly gateway: StreamId;
  readonly requestId: number;
  readonly agentId: AgentId;
}

/** File queries under way, by the number the agent knows them by. Bounded by {@link LIMITS.fileQueriesPerAgentMax} and the number of agents. */
export class FileQueries extends Map<number, FileQueryUnderWay> {}
