import type { AllocatorDown, AllocatorUp, Batch, Proposal } from '@parley/common/contract';
import { proposalIdOf } from '@parley/common/kernel';
import type { ProposalId } from '@parley/common/kernel';
import { ALLOCATOR_SESSION_SERVER } from '@parley/common/wire';

/**
 * Makes two proposals of each: the second promises again what the first has just taken, and the master must refuse it. That is as many
 * refusals as an allocator can cause for ever without being cut off. The engine behind it hears nothing of them.
 */
class DoublePromises {
  /** The engine's number of each proposal that is not answered yet, by the number it has on the wire. Bounded by the credits. */
  readonly #genuine = new Map<ProposalId, ProposalId>();
  #made = 0;
  #spareCredits = 0;

  up(items: readonly AllocatorUp[]): readonly AllocatorUp[] {
    return items.flatMap((item) => (item.item === 'proposal' ? this.#doubled(item.proposal) : [item]));
  }

  down(items: readonly AllocatorDown[]): readonly AllocatorDown[] {
    return items.flatMap((item) => this.#undoubled(item));
  }

  #doubled(proposal: Proposal): readonly AllocatorUp[] {
    if (proposal.proposalId === 1) this.#forget();
    const [first, second] = [this.#made + 1, this.#made + 2].map(proposalIdOf);
    if (first === undefined || second === undefined) return [];
    this.#made += 2;
    this.#genuine.set(first, proposal.proposalId);
    return [
      { item: 'proposal', proposal: { ...proposal, proposalId: first } },
      { item: 'proposal', proposal: { ...proposal, proposalId: second } },
    ];
  }

  #undoubled(item: AllocatorDown): readonly AllocatorDown[] {
    if (item.item === 'credits') {
      const credits = item.credits + this.#spareCredits;
      this.#spareCredits = credits % 2;
      return credits < 2 ? [] : [{ ...item, credits: Math.floor(credits / 2) }];
    }
    if (item.item !== 'offered' && item.item !== 'refused') return [item];
    const proposalId = this.#genuine.get(item.proposalId);
    this.#genuine.delete(item.proposalId);
    return proposalId === undefined ? [] : [{ ...item, proposalId }];
  }

  #forget(): void {
    this.#genuine.clear();
    this.#made = 0;
  }
}

// Loaded by `node --require` before a real allocator, which is as it always is but for what it says.
const promises = new DoublePromises();
const codec = ALLOCATOR_SESSION_SERVER;
const encode = codec.encode.bind(codec);
const decode = codec.decode.bind(codec);
Object.assign(codec, {
  encode: (batch: Batch<AllocatorUp>) => encode({ ...batch, items: promises.up(batch.items) }),
  decode: (wire: Parameters<typeof decode>[0]) => {
    const batch = decode(wire);
    return { ...batch, items: promises.down(batch.items) };
  },
});
