import type { AgentStanding, AllocatorAgent } from '@parley/common/contract';
import type { AgentId } from '@parley/common/kernel';
import { hasAny } from '@parley/common/quantities';
import type { Quantities } from '@parley/common/quantities';
import { isPlain, NO_RESOURCES } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';

import { hasChargeable, isNoRest, NO_AMOUNTS, restWithout } from './amounts';
import type { Amounts } from './amounts';
import type { Claim } from './claim';
import type { ProposedTaking } from './proposed-taking';
import type { RefusalGroup } from './refusal-group';

/** Resources of one agent that one claim has: what the master said it holds, or one open proposal. */
export interface Taking {
  readonly claim: Claim;
  readonly amounts: Amounts;
  /** The part of it that open offers and proposals hold, scalars by name. */
  readonly offered: Quantities;
}

/** So many answers to what is left of ranges, sets and qualified scalars are remembered per agent. */
const MEMO_MAX = 2;

/** What is left of a total when those are held. */
interface RestMemo {
  readonly total: Resources;
  readonly held: readonly Resources[];
  readonly left: Resources;
}

/** An agent as the session mirrors it. */
export class AgentEntry {
  /** What the master said of it; undefined while it has not, or has removed it: such an entry only keeps what is still charged to it. */
  description: AllocatorAgent | undefined;
  /** Whether anything of it may be offered. Changed with the description, by the agent book only. */
  standing: AgentStanding = 'disconnected';
  /** Grows whenever {@link description} changes, and never repeats in a session. */
  generation = 0;
  /** Everything the agent has. */
  total: Amounts = NO_AMOUNTS;
  /** Whether everything that it has may be offered to anyone: no reservations, nothing revocable, nothing shared. */
  isPlain = true;
  /** Whether only frameworks that are aware of regions may be offered it; owned by the eligibility, and so is {@link hasGpus}. */
  isElsewhere = false;
  hasGpus = false;
  /** Plain scalars of {@link total} without everything taken. Below zero where an agent shrank under what runs on it. Changed by the agent book only. */
  readonly free: number[] = [];
  /** What the master said each claim holds here. Bounded by the claims. */
  readonly holdings = new Map<Claim, Taking>();
  /** What was proposed last and was not answered yet; each knows the one before it. Owned by the ledger, bounded by the credits. */
  lastProposed: ProposedTaking | undefined;
  /** What is not wanted from here now; owned by the refusal book. */
  readonly refusalGroups: RefusalGroup[] = [];
  /** Those of {@link refusalGroups} that block everything that is free now; undefined while that is not known. */
  blocking: readonly RefusalGroup[] | undefined;
  /** Whether it waits for its look. */
  isQueued = false;
  /** Its place in the agent book's list of agents with something free; below 0: it is not in it. */
  freeIndex = -1;
  #freeRest: Resources | undefined;
  /** What of the rest is held by nobody, though it may be proposed to somebody. */
  #unheldRest: Resources | undefined;
  /** What was worked out last: offers come and go, and what is left is then as it was before. */
  readonly #memo: RestMemo[] = [];

  constructor(
    readonly agentId: AgentId,
    /** What tables know the agent by. */
    readonly slot: number,
  ) {}

  /** Proposals that were not answered yet, the last first. */
  *proposed(): Iterable<ProposedTaking> {
    for (let taking = this.lastProposed; taking !== undefined; taking = taking.before) yield taking;
  }

  /** What is free beside plain scalars. Worked out when asked for, and kept until something changes. */
  get freeRest(): Resources {
    return (this.#freeRest ??= this.#notProposed());
  }

  /** Whether anything is free that an offer could be made of; what is only shared makes none. */
  get hasFree(): boolean {
    return hasAny(this.free) || (!isNoRest(this.total.rest) && hasChargeable(this.freeRest));
  }

  /** To be called when the total has changed. */
  totalChanged(total: Amounts): void {
    this.total = total;
    this.isPlain = isPlain(total.rest);
    this.#freeRest = undefined;
    this.#unheldRest = undefined;
    this.blocking = undefined;
  }

  /** To be called when something was taken or given back; `rest` is its rest. */
  takenChanged(rest: Resources): void {
    if (!isNoRest(rest)) this.#freeRest = undefined;
    this.blocking = undefined;
  }

  /** To be called before {@link takenChanged} when what was taken or given back was held. */
  heldChanged(rest: Resources): void {
    if (!isNoRest(rest)) this.#unheldRest = undefined;
  }

  /** To be called when all that was free, and can be used up, has just been taken. */
  allTaken(): void {
    if (this.isPlain) this.#freeRest = NO_RESOURCES;
  }

  #notProposed(): Resources {
    const unheld = (this.#unheldRest ??= this.#notHeld());
    return this.lastProposed === undefined ? unheld : restWithout(unheld, restsOf(this.proposed()));
  }

  #notHeld(): Resources {
    if (isNoRest(this.total.rest)) return NO_RESOURCES;
    for (const memo of this.#memo) if (this.#applies(memo)) return memo.left;
    const held = restsOf(this.holdings.values());
    const left = restWithout(this.total.rest, held);
    this.#memo.unshift({ total: this.total.rest, held, left });
    if (this.#memo.length > MEMO_MAX) this.#memo.pop();
    return left;
  }

  /** Whether exactly what the memo is about is held now. */
  #applies({ total, held }: RestMemo): boolean {
    if (total !== this.total.rest || held.length !== this.holdings.size) return false;
    let index = 0;
    for (const { amounts } of this.holdings.values()) if (amounts.rest !== held[index++]) return false;
    return true;
  }
}

function restsOf(takings: Iterable<Taking>): readonly Resources[] {
  const rests: Resources[] = [];
  for (const { amounts } of takings) rests.push(amounts.rest);
  return rests;
}
