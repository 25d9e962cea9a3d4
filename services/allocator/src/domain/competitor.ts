import { OUTSIDE } from './indexed-heap';
import type { HeapMember } from './indexed-heap';
import type { Standing } from './policies/policy';

/** What everyone who competes for offers has, at every level. Written by the competition only. */
export abstract class Competitor implements HeapMember, Standing {
  heapIndex = OUTSIDE;
  share = 0;
  allocations = 0;
  turn = 0;
  weight = 1;
  /** Held by it and all below it, open proposals included. */
  readonly held: number[] = [];

  constructor(
    readonly name: string,
    readonly role: string,
  ) {}

  /** Whether it, or somebody below it, wants offers now. */
  get competes(): boolean {
    return this.heapIndex !== OUTSIDE;
  }
}
