import type { AgentId } from '@parley/common/kernel';
import { hasAny } from '@parley/common/quantities';
import type { Quantities } from '@parley/common/quantities';

import { AgentEntry } from './agent-entry';
import { Slots } from './slots';

/** So many entries may stand at the front of the queue that were taken already. */
const COMPACT_AT = 1024;

/** All agents, with what is free on them together, and those of them that wait for a look. */
export class AgentBook {
  /** Plain scalars that are free on agents that may be offered: what guarantees can still be met with. Never below zero. */
  readonly available: number[] = [];
  /** Agents on which quota held something back from somebody when they were looked at last. Bounded by the agents. */
  readonly heldBack = new Set<AgentEntry>();
  readonly #agents = new Map<AgentId, AgentEntry>();
  /** Agents that may be offered and have plain scalars free; each knows its place. Undefined until they are asked for. Bounded by the agents. */
  #withFree: AgentEntry[] | undefined;
  readonly #slots = new Slots<AgentEntry>();
  /** Agents that something happened to, the longest waiting first, from {@link #next} on. Bounded by the agents, each in it once. */
  #queue: AgentEntry[] = [];
  #next = 0;
  /** All the others that may be worth a look; gone through when {@link #queue} is empty. */
  #sweep: AgentEntry[] = [];
  #sweepNext = 0;
  /** Set when agents became worth a look again that nothing happened to. */
  #sweepDue: 'none' | 'held-back' | 'all' = 'none';

  get size(): number {
    return this.#agents.size;
  }

  /** How many agents wait for a look, a sweep not counted. */
  get queuedCount(): number {
    return this.#queue.length - this.#next;
  }

  /** Whether any agent waits for a look. */
  get hasMore(): boolean {
    return this.#next < this.#queue.length || this.#sweepNext < this.#sweep.length || this.#sweepDue !== 'none';
  }

  all(): Iterable<AgentEntry> {
    return this.#agents.values();
  }

  get(agentId: AgentId): AgentEntry | undefined {
    return this.#agents.get(agentId);
  }

  at(slot: number): AgentEntry | undefined {
    return this.#slots.at(slot);
  }

  /** The entry of an agent; made when there is none yet. */
  made(agentId: AgentId): AgentEntry {
    const known = this.#agents.get(agentId);
    if (known !== undefined) return known;
    const entry = this.#slots.take((slot) => new AgentEntry(agentId, slot));
    this.#agents.set(agentId, entry);
    return entry;
  }

  /** Forgets an agent to which nothing is charged; does nothing when it is forgotten already. */
  forget(agent: AgentEntry): void {
    if (this.#agents.get(agent.agentId) !== agent) return;
    this.#agents.delete(agent.agentId);
    this.#slots.free(agent.slot);
    this.heldBack.delete(agent);
  }

  /** Adds to what is free, or takes from it with a sign of -1. */
  changeFree(agent: AgentEntry, quantities: Quantities, sign: 1 | -1): void {
    const { free } = agent;
    const counts = agent.standing === 'offerable';
    for (let number = 0; number < quantities.length; number += 1) {
      const before = free[number] ?? 0;
      const now = before + sign * (quantities[number] ?? 0);
      free[number] = now;
      if (counts) this.#makeAvailable(number, Math.max(now, 0) - Math.max(before, 0));
    }
    if (this.#withFree !== undefined && counts) this.#listFree(agent, this.#withFree);
  }

  /** The agent, and others that may be offered and have plain scalars free: those after it in a list of no particular order. */
  someWithFree(agent: AgentEntry, most: number): readonly AgentEntry[] {
    const withFree = (this.#withFree ??= this.#listed());
    const count = Math.min(most, withFree.length);
    const from = Math.max(agent.freeIndex, 0);
    const some = agent.freeIndex < 0 ? [agent] : [];
    for (let step = 0; step < count; step += 1) {
      const next = withFree[(from + step) % withFree.length];
      if (next !== undefined) some.push(next);
    }
    return some;
  }

  /** Describes the agent anew, and counts what is free on it only where it may be offered. */
  describe(agent: AgentEntry, description: AgentEntry['description']): void {
    const before = agent.standing === 'offerable';
    agent.description = description;
    agent.standing = description?.standing ?? 'disconnected';
    const now = agent.standing === 'offerable';
    if (before === now) return;
    for (let number = 0; number < agent.free.length; number += 1) {
      const free = Math.max(agent.free[number] ?? 0, 0);
      this.#makeAvailable(number, now ? free : -free);
    }
    if (this.#withFree !== undefined) this.#listFree(agent, this.#withFree);
  }

  /** Lets the agent be looked at soon. */
  queue(agent: AgentEntry): void {
    if (agent.isQueued) return;
    agent.isQueued = true;
    this.#queue.push(agent);
  }

  /** Lets all agents be looked at when there is nothing more urgent: costs nothing until then, and is done once for many calls. */
  queueAll(): void {
    this.#sweepDue = 'all';
  }

  /** Lets the agents be looked at on which quota held something back: it may have become more generous. */
  queueHeldBack(): void {
    if (this.heldBack.size > 0 && this.#sweepDue === 'none') this.#sweepDue = 'held-back';
  }

  /** Takes the next agent to look at: those that something happened to before all others. */
  take(): AgentEntry | undefined {
    return this.#takeUrgent() ?? this.#takeSwept();
  }

  #takeUrgent(): AgentEntry | undefined {
    while (this.#next < this.#queue.length) {
      const agent = this.#queue[this.#next];
      this.#next += 1;
      if (this.#next >= COMPACT_AT && this.#next * 2 >= this.#queue.length) this.#compact();
      if (agent === undefined) continue;
      agent.isQueued = false;
      if (agent.description !== undefined) return agent;
    }
    return undefined;
  }

  #takeSwept(): AgentEntry | undefined {
    while (this.#sweepNext < this.#sweep.length || this.#beginSweep()) {
      const agent = this.#sweep[this.#sweepNext];
      this.#sweepNext += 1;
      if (this.#sweepNext >= this.#sweep.length) this.#endSweep();
      if (agent?.description !== undefined) return agent;
    }
    return undefined;
  }

  /** Drops what was taken from the front of the queue. */
  #compact(): void {
    this.#queue = this.#queue.slice(this.#next);
    this.#next = 0;
  }

  #beginSweep(): boolean {
    if (this.#sweepDue === 'none') return false;
    this.#sweep = [...(this.#sweepDue === 'all' ? this.#agents.values() : this.heldBack)];
    this.#sweepDue = 'none';
    this.#sweepNext = 0;
    return this.#sweep.length > 0;
  }

  #endSweep(): void {
    this.#sweep = [];
    this.#sweepNext = 0;
  }

  #listed(): AgentEntry[] {
    const withFree: AgentEntry[] = [];
    for (const agent of this.#agents.values()) this.#listFree(agent, withFree);
    return withFree;
  }

  /** Keeps the list of agents with something free. */
  #listFree(agent: AgentEntry, withFree: AgentEntry[]): void {
    const belongs = agent.standing === 'offerable' && hasAny(agent.free);
    if (belongs === agent.freeIndex >= 0) return;
    if (belongs) {
      agent.freeIndex = withFree.length;
      withFree.push(agent);
      return;
    }
    const last = withFree.pop();
    if (last !== undefined && last !== agent) {
      last.freeIndex = agent.freeIndex;
      withFree[agent.freeIndex] = last;
    }
    agent.freeIndex = -1;
  }

  #makeAvailable(number: number, milli: number): void {
    while (this.available.length <= number) this.available.push(0);
    this.available[number] = (this.available[number] ?? 0) + milli;
  }
}
