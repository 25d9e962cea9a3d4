import type { AgentId, TaskId } from '@parley/common/kernel';
import type { Framework } from '../domain/frameworks/framework';
import { LIMITS } from '../domain/limits';

/** A task that a framework asked about and that cannot be answered yet. */
export interface PendingTask {
  readonly framework: Framework;
  readonly taskId: TaskId;
  readonly agentId: AgentId | undefined;
}

/** Questions that wait for an agent, or for all agents of the registry. Bounded by {@link LIMITS.pendingAnswersMax}; what finds no room the framework asks again. */
export class PendingReconciliation {
  readonly #byAgent = new Map<AgentId | undefined, PendingTask[]>();
  #size = 0;

  /** False when there is no room. */
  add(pending: PendingTask): boolean {
    if (this.#size >= LIMITS.pendingAnswersMax) return false;
    const list = this.#byAgent.get(pending.agentId);
    if (list === undefined) this.#byAgent.set(pending.agentId, [pending]);
    else list.push(pending);
    this.#size += 1;
    return true;
  }

  /** Takes out all that waited for this agent; `undefined`: for every agent of the registry. */
  take(agentId: AgentId | undefined): readonly PendingTask[] {
    const list = this.#byAgent.get(agentId) ?? [];
    this.#byAgent.delete(agentId);
    this.#size -= list.length;
    return list;
  }
}
