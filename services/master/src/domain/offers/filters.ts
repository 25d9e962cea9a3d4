import type { AgentId, FrameworkId, MonotonicMs } from '@parley/common/kernel';
import { containsResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import { LIMITS } from '../limits';
import type { MasterSettings } from '../settings';

/** Offers within `refused` are unwanted until then (mesos-semantics §2.5): a superset gets through. */
export interface Filter {
  readonly refused: Resources;
  readonly until: MonotonicMs;
  /** Whether the framework named no time: such a refusal ends when it waits for more than before. */
  readonly byDefault: boolean;
}

/** All that one framework refuses of one agent for one role. */
export interface FilterBucket {
  readonly frameworkId: FrameworkId;
  readonly role: string;
  readonly agentId: AgentId;
  /** Bounded by {@link LIMITS.filtersPerAgentMax}; none contains another that ends earlier. */
  filters: Filter[];
  /** Default refusals in a row, for the back-off. */
  refusals: number;
  /** When the whole bucket can be forgotten: late enough for the next offer to count as refused again. */
  forgetAt: MonotonicMs;
}

/** How long a refusal lasts: `undefined` asked for the default, which doubles while defaults repeat. 0: not at all. */
export function refusalMs(bucket: FilterBucket, asked: number | undefined, settings: MasterSettings): number {
  if (asked !== undefined) return Math.min(asked, LIMITS.refuseMsMax);
  const backedOff = settings.refuseMs * 2 ** Math.min(bucket.refusals, 30);
  bucket.refusals += 1;
  return Math.min(backedOff, settings.refuseMaxMs);
}

/** Why a call cannot ask for a refusal of this length, or undefined when it can. */
export function refuseMsProblem(refuseMs: number | undefined): string | undefined {
  if (refuseMs === undefined || (Number.isFinite(refuseMs) && refuseMs >= 0)) return undefined;
  return 'must be a number of milliseconds from 0, or absent for the default';
}

/** Remembers a refusal; what it makes superfluous is dropped. */
export function addFilter(bucket: FilterBucket, filter: Filter): void {
  const kept = bucket.filters.filter(
    (other) => other.until > filter.until || !containsResources(filter.refused, other.refused),
  );
  kept.push(filter);
  // Beyond the bound the refusal that ends first is given up: it costs one more offer, nothing else.
  if (kept.length > LIMITS.filtersPerAgentMax) kept.splice(kept.indexOf(earliest(kept)), 1);
  bucket.filters = kept;
}

/** The filter that forbids to offer `resources` now, or undefined when none does. */
export function blockingFilter(
  bucket: FilterBucket | undefined,
  resources: Resources,
  now: MonotonicMs,
): Filter | undefined {
  return bucket?.filters.find((filter) => filter.until > now && containsResources(filter.refused, resources));
}

/** Drops what has run out, and says when to look again; undefined when the bucket can be forgotten. */
export function expireFilters(bucket: FilterBucket, now: MonotonicMs): MonotonicMs | undefined {
  bucket.filters = bucket.filters.filter((filter) => filter.until > now);
  if (bucket.filters.length > 0) return earliest(bucket.filters).until;
  return bucket.forgetAt > now ? bucket.forgetAt : undefined;
}

function earliest(filters: readonly Filter[]): Filter {
  return filters.reduce((first, other) => (other.until < first.until ? other : first));
}
