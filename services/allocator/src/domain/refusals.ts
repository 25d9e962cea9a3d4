import { Agenda, after } from '@parley/common/kernel';
import type { MonotonicMs } from '@parley/common/kernel';
import { containsResources, equalResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';

import type { AgentEntry } from './agent-entry';
import type { Claim } from './claim-tree';
import { covers } from './quantities';
import type { Quantities } from './quantities';

/** Why a claim is not to be proposed an agent now. */
export type Refusal =
  /** The framework does not want these resources, nor any part of them. */
  | {
      readonly kind: 'filter';
      readonly agent: AgentEntry;
      readonly claim: Claim;
      readonly quantities: Quantities;
      readonly lists: Resources;
    }
  /** The master refused a proposal: nothing of the agent is to be proposed again for a while, or until something about either changes. */
  | { readonly kind: 'back-off'; readonly agent: AgentEntry; readonly claim: Claim };

/** What a filter is made of. */
export type RefusedPart = Omit<Extract<Refusal, { kind: 'filter' }>, 'kind'>;

/** More filters than this for one framework, role and agent are pointless; the one nearest to its end makes room. The master enforces them all anyway. */
const FILTERS_MAX = 8;

/** A refusal without a useful retry_after must not turn into a busy loop. */
const BACK_OFF_FLOOR_MS = 100;

/** What frameworks refused and the master turned down, with the instants at which that ends. */
export class RefusalBook {
  readonly #ends = new Agenda<Refusal>();
  /** Where each claim refuses anything; the way back from a claim to its refusals. */
  readonly #agentsOf = new Map<Claim, Set<AgentEntry>>();

  /** When the first refusal ends. */
  get next(): MonotonicMs | undefined {
    return this.#ends.next;
  }

  get size(): number {
    return this.#ends.size;
  }

  /** Sets the filter to end at `until`, replacing one for the same resources. */
  setFilter(part: RefusedPart, until: MonotonicMs): void {
    this.dropFilter(part);
    const filter: Refusal = { kind: 'filter', ...part };
    const filters = (part.agent.refusals.get(part.claim) ?? []).filter((refusal) => refusal.kind === 'filter');
    if (filters.length >= FILTERS_MAX) this.#drop(this.#earliest(filters, filter));
    this.#add(filter, until);
  }

  /** Ends the filter for exactly these resources, when there is one. */
  dropFilter(part: RefusedPart): void {
    const same = part.agent.refusals
      .get(part.claim)
      ?.find((refusal) => refusal.kind === 'filter' && isSame(refusal, part));
    if (same !== undefined) this.#drop(same);
  }

  /** Keeps the claim from being proposed the agent for `retryAfterMs`, but at least for the floor. */
  backOff(at: { readonly agent: AgentEntry; readonly claim: Claim }, retryAfterMs: number, now: MonotonicMs): void {
    this.clearBackOffs(at.agent, at.claim);
    this.#add(
      { kind: 'back-off', agent: at.agent, claim: at.claim },
      after(now, Math.max(retryAfterMs, BACK_OFF_FLOOR_MS)),
    );
  }

  /** Ends the back-offs on an agent: of one claim, or of all. */
  clearBackOffs(agent: AgentEntry, claim: Claim | undefined): void {
    const claims = claim === undefined ? [...agent.refusals.keys()] : [claim];
    for (const each of claims) {
      const backOffs = agent.refusals.get(each)?.filter((refusal) => refusal.kind === 'back-off') ?? [];
      for (const backOff of backOffs) this.#drop(backOff);
    }
  }

  /** Ends everything that the claim refuses on one agent; returns whether there was anything. */
  clear(agent: AgentEntry, claim: Claim): boolean {
    const refusals = agent.refusals.get(claim);
    if (refusals === undefined) return false;
    for (const refusal of [...refusals]) this.#drop(refusal);
    return true;
  }

  /** Where the claim refuses anything now. */
  agentsOf(claim: Claim): readonly AgentEntry[] {
    return [...(this.#agentsOf.get(claim) ?? [])];
  }

  /** Takes out one refusal that has ended at `now`, and returns the agent it was about. */
  takeEnded(now: MonotonicMs): AgentEntry | undefined {
    const ended = this.#ends.takeDue(now);
    if (ended === undefined) return undefined;
    this.#drop(ended);
    return ended.agent;
  }

  #add(refusal: Refusal, until: MonotonicMs): void {
    const { agent, claim } = refusal;
    const refusals = agent.refusals.get(claim);
    if (refusals === undefined) agent.refusals.set(claim, [refusal]);
    else refusals.push(refusal);
    const agents = this.#agentsOf.get(claim);
    if (agents === undefined) this.#agentsOf.set(claim, new Set([agent]));
    else agents.add(agent);
    this.#ends.set(refusal, until);
  }

  #drop(refusal: Refusal): void {
    const { agent, claim } = refusal;
    this.#ends.cancel(refusal);
    const left = agent.refusals.get(claim)?.filter((other) => other !== refusal) ?? [];
    if (left.length > 0) {
      agent.refusals.set(claim, left);
      return;
    }
    agent.refusals.delete(claim);
    const agents = this.#agentsOf.get(claim);
    agents?.delete(agent);
    if (agents?.size === 0) this.#agentsOf.delete(claim);
  }

  #earliest(filters: readonly Refusal[], fallback: Refusal): Refusal {
    let earliest = filters[0] ?? fallback;
    for (const filter of filters) {
      if ((this.#ends.dueAt(filter) ?? 0) < (this.#ends.dueAt(earliest) ?? 0)) earliest = filter;
    }
    return earliest;
  }
}

/** Whether the claim must not be proposed what is free on the agent now: a filter blocks everything that is part of what was refused. */
export function isRefused(agent: AgentEntry, claim: Claim): boolean {
  const refusals = agent.refusals.get(claim);
  if (refusals === undefined) return false;
  for (const refusal of refusals) {
    if (refusal.kind === 'back-off') return true;
    if (covers(refusal.quantities, agent.free) && containsResources(refusal.lists, agent.freeLists)) return true;
  }
  return false;
}

function isSame(filter: RefusedPart, part: RefusedPart): boolean {
  return (
    covers(filter.quantities, part.quantities) &&
    covers(part.quantities, filter.quantities) &&
    equalResources(filter.lists, part.lists)
  );
}
