import type { AgentId } from '@parley/common/kernel';
import type { FilterBucket } from './filters';

/** What one framework refuses, by role and then by agent: whatever ends the refusals of one role looks at no other's. */
export class FilterBook {
  readonly #byRole = new Map<string, Map<AgentId, FilterBucket>>();
  #size = 0;

  /** How many buckets there are. */
  get size(): number {
    return this.#size;
  }

  get(role: string, agentId: AgentId): FilterBucket | undefined {
    return this.#byRole.get(role)?.get(agentId);
  }

  add(bucket: FilterBucket): void {
    const { role, agentId } = bucket;
    let ofRole = this.#byRole.get(role);
    if (ofRole === undefined) this.#byRole.set(role, (ofRole = new Map<AgentId, FilterBucket>()));
    if (!ofRole.has(agentId)) this.#size += 1;
    ofRole.set(agentId, bucket);
  }

  delete({ role, agentId }: Pick<FilterBucket, 'role' | 'agentId'>): void {
    const ofRole = this.#byRole.get(role);
    if (ofRole?.delete(agentId) !== true) return;
    this.#size -= 1;
    if (ofRole.size === 0) this.#byRole.delete(role);
  }

  /** Takes out all buckets of one role, at the cost of looking at none. */
  takeRole(role: string): Iterable<FilterBucket> {
    const ofRole = this.#byRole.get(role);
    if (ofRole === undefined) return [];
    this.#byRole.delete(role);
    this.#size -= ofRole.size;
    return ofRole.values();
  }

  /** The buckets of one role. They may be deleted while they are gone through. */
  ofRole(role: string): Iterable<FilterBucket> {
    return this.#byRole.get(role)?.values() ?? [];
  }

  /** All buckets. */
  *values(): Generator<FilterBucket> {
    for (const ofRole of this.#byRole.values()) yield* ofRole.values();
  }
}
