import type { AllocatorAgent, FrameworkCapability, NoOfferReason, OfferConstraint } from '@parley/common/contract';
import { compileConstraints } from '@parley/common/constraints';
import type { ConstraintPredicate } from '@parley/common/constraints';
import type { ResourceNames } from '@parley/common/quantities';

import type { AgentEntry } from './agent-entry';

/** Why an agent does not fit at all. */
export type Misfit = Extract<NoOfferReason, 'region' | 'capability' | 'constraint'>;

/** What is kept of whether constraints hold, two bits for each agent. */
const UNKNOWN = 0;
const HOLD = 1;
const FAIL = 2;

/** So many profiles keep their answers, 12.5 KB each with 50,000 agents; those beyond are evaluated whenever they are asked. */
export const PROFILES_KEPT_MAX = 4_000;

/** An agent as constraints see it, at one time. */
interface Subject {
  readonly generation: number;
  readonly description: AllocatorAgent;
}

/** What a framework said in one role of the agents that it can be offered. Claims that said the same share one profile, and its answers. */
export class EligibilityProfile {
  /** How many claims share it. */
  users = 0;
  readonly isRegionAware: boolean;
  readonly takesGpus: boolean;
  readonly allows: ConstraintPredicate;
  /** Whether there are constraints at all, whose answers are worth keeping. */
  readonly isConstrained: boolean;
  /** Whether its answers are kept. */
  keeps = false;
  /** By the agent's slot, two bits each. Bounded by the agents. */
  #answers = new Uint8Array(0);

  constructor(
    readonly key: string,
    capabilities: readonly FrameworkCapability[],
    constraintGroups: readonly (readonly OfferConstraint[])[],
  ) {
    this.isRegionAware = capabilities.includes('region-aware');
    this.takesGpus = capabilities.includes('gpu-resources');
    this.isConstrained = constraintGroups.length > 0;
    this.allows = compileConstraints(constraintGroups);
  }

  /** What is kept about the agent in a slot. */
  answerAt(slot: number): number {
    return ((this.#answers[slot >> 2] ?? 0) >> ((slot & 3) << 1)) & 3;
  }

  /** Keeps an answer about the agent in a slot, or forgets it with {@link UNKNOWN}. */
  setAnswer(slot: number, answer: number): void {
    const byte = slot >> 2;
    if (byte >= this.#answers.length) {
      if (answer === UNKNOWN) return;
      const grown = new Uint8Array(Math.max(byte + 1, this.#answers.length * 2));
      grown.set(this.#answers);
      this.#answers = grown;
    }
    const shift = (slot & 3) << 1;
    this.#answers[byte] = ((this.#answers[byte] ?? 0) & ~(3 << shift)) | (answer << shift);
  }
}

/** Whether agents fit what frameworks can deal with and ask for, whatever is free (mesos-semantics §3.11, §3.12). Each pair is looked into once, until either changes. */
export class Eligibility {
  /** How often constraints were evaluated so far, which is what costs. */
  evaluated = 0;
  readonly #region: string;
  readonly #gpus: number;
  /** Bounded by the claims. */
  readonly #profiles = new Map<string, EligibilityProfile>();
  /** Those of them that keep answers. Bounded by {@link PROFILES_KEPT_MAX}. */
  readonly #keeping = new Set<EligibilityProfile>();
  /** By the agent's slot: what answers that are kept are about. Bounded by the agents. */
  readonly #subjects: (Subject | undefined)[] = [];

  /** `region`: the master's; empty when regions do not matter. */
  constructor(region: string, names: ResourceNames) {
    this.#region = region;
    this.#gpus = names.numberOf('gpus');
  }

  /** The profile of a claim, to be left with {@link leave}. */
  enter(
    capabilities: readonly FrameworkCapability[],
    constraintGroups: readonly (readonly OfferConstraint[])[],
  ): EligibilityProfile {
    const key = `${[...capabilities].sort().join(',')} ${JSON.stringify(constraintGroups)}`;
    const profile = this.#profiles.get(key) ?? new EligibilityProfile(key, capabilities, constraintGroups);
    this.#profiles.set(key, profile);
    profile.users += 1;
    if (profile.isConstrained && this.#keeping.size < PROFILES_KEPT_MAX) {
      this.#keeping.add(profile);
      profile.keeps = true;
    }
    return profile;
  }

  leave(profile: EligibilityProfile): void {
    profile.users -= 1;
    if (profile.users > 0) return;
    this.#profiles.delete(profile.key);
    this.#keeping.delete(profile);
  }

  /** Takes note of what counts for all frameworks alike; to be called when the agent was described anew. */
  describe(agent: AgentEntry): void {
    const region = agent.description?.domain?.region ?? this.#region;
    agent.isElsewhere = this.#region !== '' && region !== this.#region;
    agent.hasGpus = (agent.total.weighed[this.#gpus] ?? 0) > 0;
  }

  /** Why the agent does not fit; undefined when it does. */
  misfit(profile: EligibilityProfile, agent: AgentEntry): Misfit | undefined {
    if (agent.isElsewhere && !profile.isRegionAware) return 'region';
    if (agent.hasGpus && !profile.takesGpus) return 'capability';
    if (!profile.isConstrained) return undefined;
    const { description } = agent;
    if (description === undefined) return 'region';
    return this.#isAllowed(profile, agent, description) ? undefined : 'constraint';
  }

  #isAllowed(profile: EligibilityProfile, agent: AgentEntry, description: AllocatorAgent): boolean {
    this.#follow(agent, description);
    const known = profile.answerAt(agent.slot);
    if (known !== UNKNOWN) return known === HOLD;
    this.evaluated += 1;
    const isAllowed = profile.allows(description);
    if (profile.keeps) profile.setAnswer(agent.slot, isAllowed ? HOLD : FAIL);
    return isAllowed;
  }

  /** Forgets what is kept about the agent's slot when constraints may speak of it otherwise than before. */
  #follow(agent: AgentEntry, description: AllocatorAgent): void {
    const before = this.#subjects[agent.slot];
    if (before?.generation === agent.generation) return;
    while (this.#subjects.length <= agent.slot) this.#subjects.push(undefined);
    this.#subjects[agent.slot] = { generation: agent.generation, description };
    if (before !== undefined && isSameSubject(before.description, description)) return;
    for (const profile of this.#keeping) profile.setAnswer(agent.slot, UNKNOWN);
  }
}

/** All that constraints speak of. */
function isSameSubject(a: AllocatorAgent, b: AllocatorAgent): boolean {
  return (
    a.hostname === b.hostname &&
    a.domain?.region === b.domain?.region &&
    a.domain?.zone === b.domain?.zone &&
    (a.attributes === b.attributes || JSON.stringify(a.attributes) === JSON.stringify(b.attributes))
  );
}
