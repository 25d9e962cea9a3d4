import type { StateEntry } from '@parley/common/contract';
import type { AgentId, Epoch, FrameworkId, TaskId } from '@parley/common/kernel';
import type { Agent } from '../agents/agent';
import type { Cluster } from '../cluster';
import type { Framework } from '../frameworks/framework';
import { LIMITS } from '../limits';
import { viewRole } from '../roles/role-settings';
import type { MasterSettings } from '../settings';
import type { CompletedTask } from '../tasks/task';
import { viewAgent, viewFramework, viewTask } from './views';

/** Something that changed, by what it is, not what it looked like: views are made only when somebody watches. */
export type Change =
  | { readonly changed: 'agent'; readonly agent: Agent }
  | { readonly changed: 'framework'; readonly framework: Framework }
  | { readonly changed: 'task'; readonly task: CompletedTask }
  | { readonly changed: 'role'; readonly role: string }
  | { readonly changed: 'agent-removed'; readonly agentId: AgentId }
  | { readonly changed: 'framework-removed'; readonly frameworkId: FrameworkId }
  | { readonly changed: 'task-removed'; readonly frameworkId: FrameworkId; readonly taskId: TaskId };

/** The last changes of the cluster, numbered within a term: a ring of {@link LIMITS.changesMax}, so that a watch can go on where it was. */
export class ChangeLog {
  readonly #settings: MasterSettings;
  readonly #cluster: Cluster;
  readonly #ring: (Change | undefined)[] = [];
  readonly #first: number;
  #version: number;
  /** What changed already in this slice, so that it is listed once. */
  #fresh = new Set<Agent | Framework | CompletedTask>();

  constructor(world: { readonly cluster: Cluster; readonly settings: MasterSettings }, epoch: Epoch) {
    this.#settings = world.settings;
    this.#cluster = world.cluster;
    this.#first = firstVersionOf(epoch);
    this.#version = this.#first;
  }

  /** Number of the newest change. */
  get version(): number {
    return this.#version;
  }

  agent(agent: Agent): void {
    if (this.#isFresh(agent)) this.#add({ changed: 'agent', agent });
  }

  framework(framework: Framework): void {
    if (this.#isFresh(framework)) this.#add({ changed: 'framework', framework });
  }

  task(task: CompletedTask): void {
    if (this.#isFresh(task)) this.#add({ changed: 'task', task });
  }

  /** What operators said about a role changed. What it consumes changes with offers and tasks, and is not told by itself. */
  role(role: string): void {
    this.#add({ changed: 'role', role });
  }

  removed(change: Extract<Change, { changed: 'agent-removed' | 'framework-removed' | 'task-removed' }>): void {
    this.#add(change);
  }

  /** To be called when a slice ends, before watches are served: from here on a change is listed again. */
  settle(): void {
    if (this.#fresh.size > 0) this.#fresh = new Set();
  }

  /** Whether everything after `version` is still in the ring. */
  reaches(version: number): boolean {
    return version <= this.#version && version >= Math.max(this.#first, this.#version - LIMITS.changesMax);
  }

  /** Up to `most` changes after `version`, as they look now; to be asked only for versions that {@link reaches} confirms. */
  since(version: number, most: number): { readonly version: number; readonly entries: readonly StateEntry[] } {
    const last = Math.min(this.#version, version + most);
    const entries: StateEntry[] = [];
    for (let at = version + 1; at <= last; at += 1) {
      const change = this.#ring[at % LIMITS.changesMax];
      if (change !== undefined) entries.push(this.#entryOf(change));
    }
    return { version: last, entries };
  }

  #isFresh(entity: Agent | Framework | CompletedTask): boolean {
    if (this.#fresh.has(entity)) return false;
    this.#fresh.add(entity);
    return true;
  }

  #add(change: Change): void {
    this.#version += 1;
    this.#ring[this.#version % LIMITS.changesMax] = change;
  }

  #entryOf(change: Change): StateEntry {
    switch (change.changed) {
      case 'agent':
        return { entry: 'agent', agent: viewAgent(change.agent) };
      case 'framework':
        return { entry: 'framework', framework: viewFramework(change.framework, this.#settings) };
      case 'task':
        return { entry: 'task', task: viewTask(change.task) };
      case 'role':
        return { entry: 'role', role: viewRole(this.#cluster, change.role) };
      case 'agent-removed':
        return { entry: 'agent-removed', agentId: change.agentId };
      case 'framework-removed':
        return { entry: 'framework-removed', frameworkId: change.frameworkId };
      case 'task-removed':
      default:
        return { entry: 'task-removed', frameworkId: change.frameworkId, taskId: change.taskId };
    }
  }
}

/** Versions of different terms lie apart, so that a watch which goes on under a new leader is not taken for one of this leader's. */
function firstVersionOf(epoch: Epoch): number {
  return (((epoch.incarnation * 7_919 + epoch.revision) % 8_999_999) + 1) * 1_000_000_000;
}
