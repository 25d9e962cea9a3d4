import { after } from '@parley/common/kernel';
import type { MonotonicMs } from '@parley/common/kernel';
import type { Quantities } from '@parley/common/quantities';
import type { Resources } from '@parley/common/resources';

import type { AgentBook } from './agent-book';
import type { AgentEntry } from './agent-entry';
import { NO_RECORD } from './chain';
import type { Claim } from './claim';
import type { Competition } from './competition';
import { RefusalGroup } from './refusal-group';
import type { Refused } from './refusal-group';
import { LINK, RefusalRecords } from './refusal-records';
import type { Link } from './refusal-records';
import { SlotSet } from './slot-set';
import { Slots } from './slots';
import { TimerWheel } from './timer-wheel';

/** A pair of a framework's role and an agent. */
export interface Place {
  readonly agent: AgentEntry;
  readonly claim: Claim;
}

/** More filters than this for one framework, role and agent are pointless; the one nearest to its end makes room. The master enforces them all anyway. */
const FILTERS_MAX = 8;

/** A refusal without a useful retry_after must not turn into a busy loop. */
const BACK_OFF_FLOOR_MS = 100;

/** What frameworks refused and the master turned down, with the instants at which that ends. */
export class RefusalBook {
  readonly #agents: AgentBook;
  readonly #competition: Competition;
  readonly #records = new RefusalRecords();
  readonly #groups = new Slots<RefusalGroup>();
  readonly #wheel = new TimerWheel(this.#records);
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

  /** Sets the filter to end at `until`, replacing one for the same resources. */
  setFilter(at: Place, refused: Refused, until: MonotonicMs): void {
    const { agent, claim } = at;
    const group = this.#findGroup(agent, refused);
    if (group?.claims.has(claim.slot) === true) this.#dropFrom(group, claim);
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
    if (group?.claims.has(claim.slot) === true) this.#dropFrom(group, claim);
  }

  /** Keeps the claim from being proposed the agent for `retryAfterMs`, but at least for the floor. */
  backOff(at: Place, retryAfterMs: number, now: MonotonicMs): void {
    this.clearBackOffs(at.agent, at.claim);
    const until = after(now, Math.max(retryAfterMs, BACK_OFF_FLOOR_MS));
    this.#add(at, this.#findGroup(at.agent, undefined) ?? this.#madeGroup(at.agent, undefined), until);
  }

  /** Ends the back-offs on an agent: of one claim, or of all. */
  clearBackOffs(agent: AgentEntry, claim: Claim | undefined): void {
    if (agent.refusalGroups.length === 0) return;
    const group = this.#findGroup(agent, undefined);
    if (group === undefined || (claim !== undefined && !group.claims.has(claim.slot))) return;
    this.#dropWhere(
      agent,
      (record) => this.#groups.at(this.#records.groupOf(record)) === group && this.#isOf(record, claim),
    );
  }

  /** Ends everything that the claim refuses on one agent; returns whether there was anything. */
  clear(agent: AgentEntry, claim: Claim): boolean {
    if (!agent.refusalGroups.some((group) => group.claims.has(claim.slot))) return false;
    this.#dropWhere(agent, (record) => this.#isOf(record, claim));
    return true;
  }

  /** Ends everything that is refused on an agent. */
  clearAgent(agent: AgentEntry): void {
    this.#dropWhere(agent, () => true);
  }

  /** Ends everything that the claim refuses, or only its back-offs, anywhere, and tells of each agent. */
  clearClaim(claim: Claim, what: 'all' | 'back-offs', visit: (agent: AgentEntry) => void): void {
    let record = claim.refusals.head;
    while (record !== NO_RECORD) {
      const next = this.#records.after(record, LINK.inClaim);
      const agent = this.#agents.at(this.#records.agentOf(record));
      const isMeant = what === 'all' || this.#groups.at(this.#records.groupOf(record))?.refused === undefined;
      if (isMeant) this.#drop(record);
      if (isMeant && agent !== undefined) visit(agent);
      record = next;
    }
  }

  /** Takes out one refusal that has ended at `now`, and returns the agent it was about. */
  takeEnded(now: MonotonicMs): AgentEntry | undefined {
    const record = this.#wheel.ended(now);
    if (record === undefined) return undefined;
    const agent = this.#agents.at(this.#records.agentOf(record));
    this.#drop(record);
    return agent;
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

  /** When the first of what the claim refuses on the agent ends; undefined when it refuses nothing there. */
  endOf({ agent, claim }: Place): MonotonicMs | undefined {
    let earliest: MonotonicMs | undefined;
    this.#each(agent.refusals.head, LINK.inAgent, (record) => {
      if (!this.#isOf(record, claim)) return;
      const at = this.#wheel.endOf(record);
      if (at !== undefined && (earliest === undefined || at < earliest)) earliest = at;
    });
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
    this.#records.link(agent.refusals, record, LINK.inAgent);
    this.#records.link(claim.refusals, record, LINK.inClaim);
    this.#wheel.set(record, until);
    group.claims.add(claim.slot);
  }

  #drop(record: number): void {
    const agent = this.#agents.at(this.#records.agentOf(record));
    const claim = this.#competition.claimAt(this.#records.claimOf(record));
    const group = this.#groups.at(this.#records.groupOf(record));
    this.#wheel.cancel(record);
    if (agent !== undefined) this.#records.unlink(agent.refusals, record, LINK.inAgent);
    if (claim !== undefined) this.#records.unlink(claim.refusals, record, LINK.inClaim);
    group?.claims.delete(this.#records.claimOf(record));
    if (group?.claims.size === 0) this.#dropGroup(group);
    this.#records.free(record);
  }

  #dropGroup(group: RefusalGroup): void {
    const { agent } = group;
    agent.refusalGroups.splice(agent.refusalGroups.indexOf(group), 1);
    agent.blocking = undefined;
    this.#groups.free(group.slot);
  }

  #dropFrom(group: RefusalGroup, claim: Claim): void {
    this.#dropWhere(group.agent, (record) => this.#records.groupOf(record) === group.slot && this.#isOf(record, claim));
  }

  #dropEarliestFilter({ agent, claim }: Place): void {
    let earliest = NO_RECORD;
    this.#each(agent.refusals.head, LINK.inAgent, (record) => {
      const isFilter = this.#groups.at(this.#records.groupOf(record))?.refused !== undefined;
      if (!isFilter || !this.#isOf(record, claim)) return;
      if (earliest === NO_RECORD || (this.#wheel.endOf(record) ?? 0) < (this.#wheel.endOf(earliest) ?? 0)) {
        earliest = record;
      }
    });
    if (earliest !== NO_RECORD) this.#drop(earliest);
  }

  #dropWhere(agent: AgentEntry, isMeant: (record: number) => boolean): void {
    this.#each(agent.refusals.head, LINK.inAgent, (record) => {
      if (isMeant(record)) this.#drop(record);
    });
  }

  #isOf(record: number, claim: Claim | undefined): boolean {
    return claim === undefined || this.#records.claimOf(record) === claim.slot;
  }

  /** Visits a chain; the visited record may be dropped. */
  #each(head: number, link: Link, visit: (record: number) => void): void {
    for (let record = head; record !== NO_RECORD;) {
      const next = this.#records.after(record, link);
      visit(record);
      record = next;
    }
  }
}
