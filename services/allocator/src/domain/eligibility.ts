import type { FrameworkCapability, NoOfferReason, OfferConstraint } from '@parley/common/contract';
import { compileConstraints } from '@parley/common/constraints';
import type { ConstraintPredicate } from '@parley/common/constraints';
import type { ResourceNames } from '@parley/common/quantities';

import type { AgentEntry } from './agent-entry';

/** Why an agent does not fit at all. */
export type Misfit = Extract<NoOfferReason, 'region' | 'capability' | 'constraint'>;

/** What an answer is kept as: the agent's generation × 4 + one of these. */
const ANSWERS: readonly (Misfit | undefined)[] = [undefined, 'region', 'capability', 'constraint'];
const ANSWER_COUNT = 4;

/** What a framework said in one role of the agents that it can be offered. Claims that said the same share one profile, and its answers. */
export class EligibilityProfile {
  /** How many claims share it. */
  users = 0;
  readonly isRegionAware: boolean;
  readonly takesGpus: boolean;
  readonly allows: ConstraintPredicate;
  /** By the agent's slot: its generation with the answer. Bounded by the agents. */
  readonly answers: number[] = [];

  constructor(
    readonly key: string,
    capabilities: readonly FrameworkCapability[],
    constraintGroups: readonly (readonly OfferConstraint[])[],
  ) {
    this.isRegionAware = capabilities.includes('region-aware');
    this.takesGpus = capabilities.includes('gpu-resources');
    this.allows = compileConstraints(constraintGroups);
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
    return profile;
  }

  leave(profile: EligibilityProfile): void {
    profile.users -= 1;
    if (profile.users === 0) this.#profiles.delete(profile.key);
  }

  /** Why the agent does not fit; undefined when it does. */
  misfit(profile: EligibilityProfile, agent: AgentEntry): Misfit | undefined {
    const known = (profile.answers[agent.slot] ?? 0) - agent.generation * ANSWER_COUNT;
    if (known >= 0 && known < ANSWER_COUNT) return ANSWERS[known];
    const answer = this.#look(profile, agent);
    while (profile.answers.length <= agent.slot) profile.answers.push(0);
    profile.answers[agent.slot] = agent.generation * ANSWER_COUNT + ANSWERS.indexOf(answer);
    return answer;
  }

  #look(profile: EligibilityProfile, agent: AgentEntry): Misfit | undefined {
    const { description } = agent;
    if (description === undefined) return 'region';
    const region = description.domain?.region ?? this.#region;
    if (this.#region !== '' && region !== this.#region && !profile.isRegionAware) return 'region';
    if ((agent.total.weighed[this.#gpus] ?? 0) > 0 && !profile.takesGpus) return 'capability';
    this.evaluated += 1;
    return profile.allows(description) ? undefined : 'constraint';
  }
}
