import type { AllocatorDown, Proposal } from '@parley/common/contract';
import type { OfferId } from '@parley/common/kernel';
import { NO_RESOURCES } from '@parley/common/resources';
import * as fc from 'fast-check';

import type { PolicyName } from '../domain/policies/policies';
import { policyOf } from '../domain/policies/policies';
import { Look } from '../domain/look';
import { entity } from './arbitrary-entities';
import { GivenAllocator } from './given-allocator';
import { ReferenceAllocator } from './reference-allocator';
import type { ReferenceSettings } from './reference-allocator';

/** What the master does next: tell something, or answer one of the open proposals. */
export type Move =
  | { readonly move: 'tell'; readonly item: AllocatorDown }
  | { readonly move: 'offered' | 'refused'; readonly which: number };

/** Any move. */
export const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: entity.map((item) => ({ move: 'tell', item }) as const) },
  {
    weight: 2,
    arbitrary: fc.record({ move: fc.constantFrom('offered' as const, 'refused' as const), which: fc.nat(9) }),
  },
);

/** A master that keeps no promises about order but answers each proposal once, and compares each with what the reference decides. */
export class RefereedMaster {
  readonly given: GivenAllocator;
  readonly reference: ReferenceAllocator;
  /** What was decided otherwise than the reference decides; empty when all is well. */
  readonly differences: string[] = [];
  readonly #policy: PolicyName;
  readonly #open: Proposal[] = [];
  #seen = 0;

  constructor(policy: PolicyName, settings: ReferenceSettings = {}) {
    const { priorities = new Map<string, number>(), fairnessExclude = [], minAllocatable = [], region = '' } = settings;
    this.#policy = policy;
    this.given = new GivenAllocator({ policy: policyOf({ policy, priorities }), fairnessExclude }).open().deliver([
      { item: 'begin', minAllocatable, pingMs: 15_000, region },
      { item: 'end', count: 0 },
      { item: 'credits', credits: 10_000 },
    ]);
    this.reference = new ReferenceAllocator(settings);
  }

  /** Makes the moves in one batch, and follows what is proposed. */
  play(moves: readonly Move[]): void {
    const items = moves.flatMap((next) => (next.move === 'tell' ? [next.item] : this.#answer(next.move, next.which)));
    this.given.deliver(items);
    for (const item of items) this.reference.books.take(item);
    this.given.advance(0);
    for (const proposal of this.given.proposals(this.#seen + 1)) {
      this.#seen = proposal.proposalId;
      this.#compare(proposal);
      this.reference.books.propose(proposal);
      this.#open.push(proposal);
    }
    this.#findMissed();
  }

  #compare(proposal: Proposal): void {
    const expected = this.reference.nextFor(proposal.agentId);
    const who = `${proposal.frameworkId}/${proposal.role}`;
    const amounts = JSON.stringify(sorted(Object.fromEntries(proposal.resources.scalars)));
    const made = `proposal ${String(proposal.proposalId)}, of ${amounts} on ${proposal.agentId} to ${who}`;
    if (this.#policy === 'random') {
      const candidates = this.reference.candidatesFor(proposal.agentId);
      const isThere = candidates.some(({ framework, role }) => `${framework.frameworkId}/${role.role}` === who);
      if (!isThere) this.differences.push(`${made}: not among those who can be offered it`);
      return;
    }
    if (expected?.who !== who) this.differences.push(`${made}: expected for ${expected?.who ?? 'nobody'}`);
    else if (JSON.stringify(sorted(expected.amounts)) !== amounts) {
      this.differences.push(`${made}: expected ${JSON.stringify(sorted(expected.amounts))}`);
    }
  }

  /** Nobody who can be offered something may be left out, and both must agree on what is free. */
  #findMissed(): void {
    const mirror = this.given.core.session?.mirror;
    if (mirror === undefined) return;
    const look = new Look(mirror);
    for (const agentId of this.reference.books.agents.keys()) {
      const expected = this.reference.nextFor(agentId);
      if (expected !== undefined)
        this.differences.push(`${agentId} is left, although ${expected.who} can be offered it`);
      const agent = [...mirror.agents.all()].find((each) => each.agentId === agentId);
      if (agent === undefined) this.differences.push(`${agentId} is not known`);
      else {
        if (look.next(agent) !== undefined) this.differences.push(`${agentId} is left, says the look itself`);
        const free = JSON.stringify(sorted(Object.fromEntries(mirror.freeOf(agent).scalars)));
        const truth = JSON.stringify(sorted(this.reference.books.freeOf(agentId)));
        if (free !== truth) this.differences.push(`${agentId} has ${free} free, not ${truth}`);
      }
    }
  }

  #answer(how: 'offered' | 'refused', which: number): readonly AllocatorDown[] {
    const [proposal] = this.#open.splice(which % Math.max(this.#open.length, 1), 1);
    if (proposal === undefined) return [];
    const { proposalId, frameworkId, role, agentId, resources: offered } = proposal;
    if (how === 'refused') return [{ item: 'refused', proposalId, reason: 'not-available', retryAfterMs: 1e9 }];
    const allocation = { frameworkId, role, agentId, allocated: NO_RESOURCES, offered };
    return [
      { item: 'allocation', allocation },
      { item: 'offered', proposalId, offerId: 'O-1-1-1' as OfferId },
    ];
  }
}

function sorted(amounts: Readonly<Record<string, number>>): readonly (readonly [string, number])[] {
  return Object.entries(amounts).sort(([a], [b]) => (a < b ? -1 : 1));
}
