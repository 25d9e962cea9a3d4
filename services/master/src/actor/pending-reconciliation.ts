import type { AgentId, FrameworkId, TaskId } from '@parley/common/kernel';
import { LIMITS } from '../domain/limits';

/** A task that a framework asked about and that cannot be answered yet. */
export interface PendingTask {
  readonly frameworkId: FrameworkId;
  readonly taskId: TaskId;
  /** Undefined: the answer waits for every agent of the registry. */
  readonly agentId: AgentId | undefined;
}

type TasksByFramework = Map<FrameworkId, Set<TaskId>>;

/** Questions that wait for an agent, or for all agents of the registry; each task of a framework waits once, for the agent named last. Bounded by
 *  {@link LIMITS.pendingPerFrameworkMax} and {@link LIMITS.pendingAnswersMax}; what finds no room the framework asks again. */
export class PendingReconciliation {
  readonly #byFramework = new Map<FrameworkId, Map<TaskId, AgentId | undefined>>();
  readonly #byAgent = new Map<AgentId | undefined, TasksByFramework>();
  #size = 0;

  /** False when there is no room. */
  add(pending: PendingTask): boolean {
    const { frameworkId, taskId, agentId } = pending;
    const known = this.#byFramework.get(frameworkId);
    if (known?.has(taskId) === true) this.#remove(frameworkId, taskId);
    else if (this.#size >= LIMITS.pendingAnswersMax || (known?.size ?? 0) >= LIMITS.pendingPerFrameworkMax)
      return false;
    this.#size += 1;
    setDefault(this.#byFramework, frameworkId, () => new Map()).set(taskId, agentId);
    const tasks = setDefault(this.#byAgent, agentId, (): TasksByFramework => new Map());
    setDefault(tasks, frameworkId, () => new Set()).add(taskId);
    return true;
  }

  /** Takes out all that waited for this agent; `undefined`: for every agent of the registry. */
  take(agentId: AgentId | undefined): readonly (readonly [FrameworkId, readonly PendingTask[]])[] {
    const tasks = this.#byAgent.get(agentId);
    if (tasks === undefined) return [];
    return [...tasks].map(([frameworkId, taskIds]) => {
      const taken = [...taskIds].map((taskId) => ({ frameworkId, taskId, agentId }));
      for (const { taskId } of taken) this.#remove(frameworkId, taskId);
      return [frameworkId, taken];
    });
  }

  /** The framework is no more. */
  forget(frameworkId: FrameworkId): void {
    for (const taskId of [...(this.#byFramework.get(frameworkId)?.keys() ?? [])]) this.#remove(frameworkId, taskId);
  }

  #remove(frameworkId: FrameworkId, taskId: TaskId): void {
    const known = this.#byFramework.get(frameworkId);
    const agentId = known?.get(taskId);
    if (known?.delete(taskId) !== true) return;
    this.#size -= 1;
    if (known.size === 0) this.#byFramework.delete(frameworkId);
    const tasks = this.#byAgent.get(agentId);
    const taskIds = tasks?.get(frameworkId);
    taskIds?.delete(taskId);
    if (taskIds?.size === 0) tasks?.delete(frameworkId);
    if (tasks?.size === 0) this.#byAgent.delete(agentId);
  }
}

/** The value of a key, made first where there is none. */
function setDefault<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
