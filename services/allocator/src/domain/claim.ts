import type { FrameworkCapability, FrameworkRole, NoOfferReason, Packing } from '@parley/common/contract';
import type { FrameworkId, MonotonicMs } from '@parley/common/kernel';
import type { RoleNode } from '@parley/common/roles';

import type { AgentEntry, Taking } from './agent-entry';
import { emptyEndingChain } from './chain';
import { Competitor } from './competitor';
import type { Demand } from './demand';
import type { EligibilityProfile } from './eligibility';
import { IndexedHeap } from './indexed-heap';
import type { Minimum } from './minimum';
import type { Policy } from './policies/policy';

/** The frameworks of one role, as one competitor beside the roles below it: a virtual leaf of the role tree (mesos-semantics §3.6). */
export class OwnFrameworks extends Competitor {
  /** Every framework that is subscribed here or still holds something here. */
  readonly claims = new Map<FrameworkId, Claim>();
  /** Those of {@link claims} that want offers. */
  readonly wanting: IndexedHeap<Claim>;
  /** The turn of the framework that was served last. */
  presentTurn = 0;
  /** The role with its quota and consumption; up to date while there are {@link claims}. */
  node: RoleNode | undefined;

  constructor(
    readonly of: RoleEntrant,
    policy: Policy,
  ) {
    super(`${of.role}/.`, of.role);
    this.wanting = new IndexedHeap<Claim>(policy.compareFrameworks);
  }
}

/** A role as a competitor among its siblings. */
export class RoleEntrant extends Competitor {
  readonly children = new Map<string, RoleEntrant>();
  readonly own: OwnFrameworks;
  /** Those among its own frameworks and its children that want offers. */
  readonly wanting: IndexedHeap<RoleEntrant | OwnFrameworks>;
  /** From the top-level role down to this one: who competes with whose siblings. */
  readonly path: readonly RoleEntrant[];
  packing: Packing = 'whole-agent';
  /** The turn of whom was served last directly below it. */
  presentTurn = 0;

  constructor(
    role: string,
    readonly parent: RoleEntrant | undefined,
    policy: Policy,
  ) {
    super(role, role);
    this.wanting = new IndexedHeap<RoleEntrant | OwnFrameworks>(policy.compareRoles);
    this.own = new OwnFrameworks(this, policy);
    this.path = parent === undefined ? [] : [...parent.path, this];
  }
}

/** What a framework said of one of its roles. */
export interface ClaimSettings {
  readonly capabilities: readonly FrameworkCapability[];
  readonly active: boolean;
  readonly role: FrameworkRole;
}

/** One framework in one role: the smallest thing that offers are made to. */
export class Claim extends Competitor {
  /** False once the framework left the role; the claim then stays only for what it still holds. */
  subscribed = false;
  /** Why it wants no offers whatever there is: what the framework said, or that its demand is met. */
  unwilling: NoOfferReason | undefined = 'framework-inactive';
  /** What the framework said of the role; undefined while it is not subscribed. */
  settings: ClaimSettings | undefined;
  /** Its stated demand; undefined: not stated. */
  demand: Demand | undefined;
  /** Replaces the cluster's minimum. */
  minimum: Minimum | undefined;
  takesRevocable = false;
  takesShared = false;
  /** What agents it can be offered at all. */
  profile: EligibilityProfile | undefined;
  /** When something was last proposed for it in this session. */
  proposedAt: MonotonicMs | undefined;
  /** How many holdings and open proposals are charged to the claim. */
  charges = 0;
  /** Where the master said that the claim holds something. */
  readonly agents = new Set<AgentEntry>();
  /** What holds open offers and proposals, the oldest first: in this order they meet a demand. Bounded by those. */
  readonly outstanding = new Set<Taking>();
  /** What the framework refused; owned by the refusal book, and so are {@link backOffs}. */
  readonly filters = emptyEndingChain();
  /** What the master turned down. */
  readonly backOffs = emptyEndingChain();

  readonly frameworkId: FrameworkId;
  /** What bitsets know the claim by. */
  readonly slot: number;
  readonly home: RoleEntrant;
  /** The role with its quota and consumption. */
  readonly node: RoleNode;

  constructor({ frameworkId, slot, home, node }: Pick<Claim, 'frameworkId' | 'slot' | 'home' | 'node'>) {
    super(frameworkId, home.role);
    this.frameworkId = frameworkId;
    this.slot = slot;
    this.home = home;
    this.node = node;
  }

  /** Whether the framework wants offers for the role now. */
  get wants(): boolean {
    return this.heapIndex >= 0;
  }
}
