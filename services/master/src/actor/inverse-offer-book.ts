import type { FrameworkId, OfferId } from '@parley/common/kernel';
import type { Agent } from '../domain/agents/agent';
import type { AskedToLeave } from '../domain/maintenance/asked-to-leave';

/** What is to be looked at and told about inverse offers when slices end. Bounded by the agents of the maintenance schedule and who runs something there. */
export class InverseOffers {
  readonly #agents = new Set<Agent>();
  #rescinded = new Map<FrameworkId, OfferId[]>();
  /** Who was asked about which agents; what the agents know, by framework. */
  readonly #asked = new Map<FrameworkId, Set<AskedToLeave>>();

  /** Notes that a framework was asked to leave an agent. */
  asked(asked: AskedToLeave): void {
    const known = this.#asked.get(asked.frameworkId);
    if (known === undefined) this.#asked.set(asked.frameworkId, new Set([asked]));
    else known.add(asked);
  }

  /** Notes that this is forgotten. */
  unasked(asked: AskedToLeave): void {
    const known = this.#asked.get(asked.frameworkId);
    if (known?.delete(asked) === true && known.size === 0) this.#asked.delete(asked.frameworkId);
  }

  /** All that a framework was asked. */
  askedOf(frameworkId: FrameworkId): Iterable<AskedToLeave> {
    return this.#asked.get(frameworkId) ?? [];
  }

  /** Notes that somebody may have to be asked to leave an agent, or need not leave it any more. */
  look(agent: Agent): void {
    if (agent.window !== undefined || agent.asked.size > 0) this.#agents.add(agent);
  }

  /** Notes an inverse offer that the framework is to be told is taken back. */
  rescind(frameworkId: FrameworkId, inverseOfferId: OfferId): void {
    const known = this.#rescinded.get(frameworkId);
    if (known === undefined) this.#rescinded.set(frameworkId, [inverseOfferId]);
    else known.push(inverseOfferId);
  }

  /** The framework's session is over: there is nobody to tell. */
  forget(frameworkId: FrameworkId): void {
    this.#rescinded.delete(frameworkId);
  }

  /** Whether there are agents to look at. */
  get hasAgents(): boolean {
    return this.#agents.size > 0;
  }

  /** Takes out so many of the agents to look at, those first that have waited longest. */
  *takeAgents(most: number): Generator<Agent> {
    let taken = 0;
    for (const agent of this.#agents) {
      if (taken === most) return;
      taken += 1;
      this.#agents.delete(agent);
      yield agent;
    }
  }

  takeRescinded(): ReadonlyMap<FrameworkId, readonly OfferId[]> {
    const rescinded = this.#rescinded;
    if (rescinded.size > 0) this.#rescinded = new Map();
    return rescinded;
  }
}
