import { after } from '@parley/common/kernel';
import type { MonotonicMs } from '@parley/common/kernel';
import type { Quantities } from '@parley/common/quantities';
import type { Resources } from '@parley/common/resources';

import type { AgentBook } from './agent-book';
import type { AgentEntry } from './agent-entry';
import { NO_RECORD } from './chain';
import type { EndingChain } from './chain';
import type { Claim } from './claim';
import type { Competition } from './competition';
import { RefusalGroup } from './refusal-group';
import type { Refused } from './refusal-group';
import { LINK, RefusalRecords } from './refusal-records';
import { SlotSet } from './slot-set';
import { Slots } from './slots';
import { TimerWheel } from './timer-wheel';

/** A pair of a framework's role and an agent. */
export interface Place {
  readonly agent: AgentEntry;
  readonly claim: Claim;
}

/** More filters than this for one framework, role and agent are not told by any master; the one nearest to its end makes room. */
const FILTERS_MAX = 10;

/** A refusal without a useful retry_after must not turn into a busy loop. */
const BACK_OFF_FLOOR_MS = 100;

/** What frameworks refused and the master turned down, with the instants at which that ends. */
export class RefusalBook {
  readonly #agents: AgentBook;
  readonly #competition: Competition;
  readonly #records = new RefusalRecords();
  readonly #groups = new Slots<RefusalGroup>();
  readonly #wheel = new TimerWheel(this.#records);
  /** Claims with refusals that were cleared and are not yet taken out. Bounded by the claims. */
  readonly #ending = new Set<Claim>();
  /** Used by {@link blockedOn} alone, where more than one group blocks. */
  readonly #union = new SlotSet();

  constructor(agents: AgentBook, competition: Competition) {
    this.#agents = agents;
    this.#competition = competition;
  }

  /** When the first refusal ends. */
  get next(): MonotonicMs | undefined {
    return this.#wheel.next;
  }

  get size(): number {
    return this.#records.size;
  }

  /** How many refusals were gone past so far on the way to others. */
  get visited(): number {
    return this.#records.visited;
  }

  /** Sets the filter to end at `until`, replacing one for the same resources. */
  setFilter(at: Place, refused: Refused, until: MonotonicMs): void {
    const { agent, claim } = at;
    const group = this.#findGroup(agent, refused);
    if (group?.claims.has(claim.slot) === true) this.#drop(this.#recordOf(group, claim));
    let filters = 0;
    for (const each of agent.refusalGroups) {
      if (each.refused !== undefined && each.claims.has(claim.slot)) filters += 1;
    }
    if (filters >= FILTERS_MAX) this.#dropEarliestFilter(at);
    const isThere = group !== undefined && group.claims.size > 0;
    this.#add(at, isThere ? group : this.#madeGroup(agent, refused), until);
  }

  /** Ends the filter for exactly these resources, when there is one. */
  dropFilter({ agent, claim }: Place, refused: Refused): void {
    const group = this.#findGroup(agent, refused);
    if (group?.claims.has(claim.slot) === true) this.#drop(this.#recordOf(group, claim));
  }

  /** Keeps the claim from being proposed the agent for `retryAfterMs`, but at least for the floor. */
  backOff(at: Place, retryAfterMs: number, now: MonotonicMs): void {
    this.clearBackOffs(at.agent, at.claim);
    const until = after(now, Math.max(retryAfterMs, BACK_OFF_FLOOR_MS));
    this.#add(at, this.#findGroup(at.agent, undefined) ?? this.#madeGroup(at.agent, undefined), until);
  }

  /** Ends the back-offs on an agent: of one claim, or of all. */
  clearBackOffs(agent: AgentEntry, claim: Claim | undefined): void {
    const group = this.#findGroup(agent, undefined);
    if (group === undefined) return;
    if (claim === undefined) this.#dropAllOf(group);
    else if (group.claims.has(claim.slot)) this.#drop(this.#recordOf(group, claim));
  }

  /** Ends everything that the claim refuses on one agent; returns whether there was anything. */
  clear(agent: AgentEntry, claim: Claim): boolean {
    const groups = agent.refusalGroups.filter((group) => group.claims.has(claim.slot));
    for (const group of groups) this.#drop(this.#recordOf(group, claim));
    return groups.length > 0;
  }

  /** Ends everything that is refused on an agent. */
  clearAgent(agent: AgentEntry): void {
    for (const group of [...agent.refusalGroups]) this.#dropAllOf(group);
  }

  /**
   * Ends everything that the claim refuses, or only its back-offs, anywhere: costs nothing now, {@link takeEnded} does it. What is refused
   * from here on is not concerned.
   */
  clearClaim(claim: Claim, what: 'all' | 'back-offs'): void {
    this.#end(claim, claim.backOffs);
    if (what === 'all') this.#end(claim, claim.filters);
  }

  /** Whether anything of the claim is remembered, though it may be over. */
  has(claim: Claim): boolean {
    return claim.filters.head !== NO_RECORD || claim.backOffs.head !== NO_RECORD;
  }

  /** Takes out one refusal that was cleared or has ended at `now`, and returns what it was about. */
  takeEnded(now: MonotonicMs): Place | undefined {
    const record = this.#cleared() ?? this.#wheel.ended(now);
    if (record === undefined) return undefined;
    const agent = this.#agents.at(this.#records.agentOf(record));
    const claim = this.#competition.claimAt(this.#records.claimOf(record));
    this.#drop(record);
    return agent === undefined || claim === undefined ? undefined : { agent, claim };
  }

  /** Whether {@link takeEnded} would take something out at `now`. */
  hasEnded(now: MonotonicMs): boolean {
    return (this.#cleared() ?? this.#wheel.ended(now)) !== undefined;
  }

  /** The claims, by slot, that refuse everything that is free on the agent now; undefined: none. To be read before the next call. */
  blockedOn(agent: AgentEntry): SlotSet | undefined {
    if (agent.refusalGroups.length === 0) return undefined;
    const [only] = agent.refusalGroups;
    if (only !== undefined && agent.refusalGroups.length === 1) return only.blocksAll ? only.claims : undefined;
    const blocking = (agent.blocking ??= agent.refusalGroups.filter((group) => group.blocksAll));
    if (blocking.length <= 1) return blocking[0]?.claims;
    this.#union.becomeUnionOf(blocking.map(({ claims }) => claims));
    return this.#union;
  }

  /** Whether the claim refuses an offer of so much of the agent. */
  isRefused({ agent, claim }: Place, plain: Quantities, rest: Resources): boolean {
    for (const group of agent.refusalGroups) {
      if (group.claims.has(claim.slot) && group.blocks(plain, rest)) return true;
    }
    return false;
  }

  /** When the first of what the claim refuses on some agents, by slot, ends; undefined when it refuses nothing there. */
  firstEnd(claim: Claim, agents: SlotSet): MonotonicMs | undefined {
    let earliest: MonotonicMs | undefined;
    for (const { head } of [claim.filters, claim.backOffs]) {
      for (let record = head; record !== NO_RECORD; record = this.#records.after(record, LINK.inClaim)) {
        const at = this.#wheel.endOf(record);
        const isEarlier = at !== undefined && (earliest === undefined || at < earliest);
        if (isEarlier && agents.has(this.#records.agentOf(record))) earliest = at;
      }
    }
    return earliest;
  }

  #findGroup(agent: AgentEntry, refused: Refused | undefined): RefusalGroup | undefined {
    for (const group of agent.refusalGroups) if (group.isAbout(refused)) return group;
    return undefined;
  }

  #madeGroup(agent: AgentEntry, refused: Refused | undefined): RefusalGroup {
    const group = this.#groups.take((slot) => new RefusalGroup(agent, slot, refused));
    agent.refusalGroups.push(group);
    agent.blocking = undefined;
    return group;
  }

  #add({ agent, claim }: Place, group: RefusalGroup, until: MonotonicMs): void {
    const record = this.#records.make(agent.slot, claim.slot, group.slot);
    this.#records.link(group.records, record, LINK.inGroup);
    this.#records.link(chainOf(claim, group), record, LINK.inClaim);
    this.#wheel.set(record, until);
    group.claims.add(claim.slot);
  }

  #drop(record: number): void {
    const claim = this.#competition.claimAt(this.#records.claimOf(record));
    const group = this.#groups.at(this.#records.groupOf(record));
    if (claim === undefined || group === undefined) return;
    const chain = chainOf(claim, group);
    if (chain.over === record) chain.over = this.#records.after(record, LINK.inClaim);
    this.#wheel.cancel(record);
    this.#records.unlink(group.records, record, LINK.inGroup);
    this.#records.unlink(chain, record, LINK.inClaim);
    group.claims.delete(claim.slot);
    if (group.claims.size === 0) this.#dropGroup(group);
    this.#records.free(record);
  }

  #dropAllOf(group: RefusalGroup): void {
    while (group.records.head !== NO_RECORD) this.#drop(group.records.head);
  }

  #dropGroup(group: RefusalGroup): void {
    const { agent } = group;
    agent.refusalGroups.splice(agent.refusalGroups.indexOf(group), 1);
    agent.blocking = undefined;
    this.#groups.free(group.slot);
  }

  #dropEarliestFilter({ agent, claim }: Place): void {
    let earliest = NO_RECORD;
    for (const group of agent.refusalGroups) {
      if (group.refused === undefined || !group.claims.has(claim.slot)) continue;
      const record = this.#recordOf(group, claim);
      if (earliest === NO_RECORD || (this.#wheel.endOf(record) ?? 0) < (this.#wheel.endOf(earliest) ?? 0)) {
        earliest = record;
      }
    }
    if (earliest !== NO_RECORD) this.#drop(earliest);
  }

  /** The record of a claim that is in the group. It is in both chains, so that the one in which it stands further ahead says what it costs. */
  #recordOf(group: RefusalGroup, claim: Claim): number {
    let ofGroup = group.records.head;
    let ofClaim = chainOf(claim, group).head;
    while (ofGroup !== NO_RECORD && ofClaim !== NO_RECORD) {
      if (this.#records.claimOf(ofGroup) === claim.slot) return ofGroup;
      if (this.#records.groupOf(ofClaim) === group.slot) return ofClaim;
      ofGroup = this.#records.after(ofGroup, LINK.inGroup);
      ofClaim = this.#records.after(ofClaim, LINK.inClaim);
    }
    return NO_RECORD;
  }

  /** From here on, what is in the chain is over. */
  #end(claim: Claim, chain: EndingChain): void {
    if (chain.head === NO_RECORD) return;
    chain.over = chain.head;
    this.#ending.add(claim);
  }

  /** A refusal that was cleared and not yet taken out. */
  #cleared(): number | undefined {
    for (const claim of this.#ending) {
      if (claim.backOffs.over !== NO_RECORD) return claim.backOffs.over;
      if (claim.filters.over !== NO_RECORD) return claim.filters.over;
      this.#ending.delete(claim);
    }
    return undefined;
  }
}

function chainOf(claim: Claim, { refused }: RefusalGroup): EndingChain {
  return refused === undefined ? claim.backOffs : claim.filters;
}
