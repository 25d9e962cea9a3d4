import fc from 'fast-check';

import type { FrameworkId } from '@parley/common/kernel';
import { ResourceNames } from '@parley/common/quantities';

import { Chances } from './chances';
import type { Claim } from './claim';
import { Competition } from './competition';
import { policyOf } from './policies/policies';
import { hasGuaranteed } from './quota-cut';

const SEED = 20_262;
const ROLES = ['r', 'r/x', 'r/x/y', 'r/z', 's', 's/x', 't', 'u', 'v'] as const;
const NAMES = ['cpus', 'mem'] as const;

const role = fc.constantFrom(...ROLES);
const which = { role, framework: fc.constantFrom<string>('f1', 'f2', 'f3') };
const amount = fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 }));
const scalars = fc.uniqueArray(fc.tuple(fc.constantFrom<string>(...NAMES), fc.nat({ max: 9 })), {
  selector: ([name]) => name,
});

const quota = fc.record({
  what: fc.constant('quota' as const),
  role,
  guarantee: scalars,
  limit: scalars,
  weight: fc.integer({ min: 1, max: 3 }),
});
const grow = fc.record({ what: fc.constant('grow' as const), by: amount });
const want = fc.record({ what: fc.constant('want' as const), ...which, wants: fc.boolean() });
const serve = fc.record({ what: fc.constant('serve' as const), ...which, taken: amount });
const release = fc.record({ what: fc.constant('release' as const), pick: fc.nat() });
const giveUp = fc.record({
  what: fc.constant('give-up' as const),
  ...which,
  where: fc.constantFrom('whatever-rest' as const, 'without-rest' as const),
});

const happening = fc.oneof(
  { weight: 3, arbitrary: quota },
  { weight: 1, arbitrary: grow },
  { weight: 3, arbitrary: want },
  { weight: 6, arbitrary: serve },
  { weight: 2, arbitrary: release },
  { weight: 2, arbitrary: giveUp },
);

const pair = (name: string, milli: number): [string, number] => [name, milli];

/** Everybody wants offers, and half of the roles have a guarantee and a limit. */
const BEGINNING: readonly Happening[] = [
  { what: 'grow', by: [50, 50] },
  ...ROLES.map((each) => ({ what: 'want' as const, role: each, framework: 'f1', wants: true })),
  ...ROLES.filter((_, index) => index % 2 === 0).map((each) => ({
    what: 'quota' as const,
    role: each,
    guarantee: [pair('cpus', 9)],
    limit: [pair('mem', 9)],
    weight: 1,
  })),
];

type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;

/** A competition to which things happen, and the claims that take part in it. */
class Played {
  readonly competition: Competition;
  readonly #claims = new Set<Claim>();
  readonly #held: { readonly claim: Claim; readonly taken: readonly number[] }[] = [];

  constructor(policy: 'drf' | 'random') {
    const names = new ResourceNames();
    for (const name of NAMES) names.numberOf(name);
    this.competition = new Competition({
      policy: policyOf({ policy, priorities: new Map() }),
      names,
      chances: new Chances(),
      fairnessExclude: [],
    });
  }

  play(happens: Happening): void {
    const { competition } = this;
    switch (happens.what) {
      case 'quota': {
        const quota = { guarantee: new Map(happens.guarantee), limit: new Map(happens.limit) };
        competition.setRole(happens.role, { weight: happens.weight, quota, packing: 'whole-agent' });
        return;
      }
      case 'grow':
        competition.grow(happens.by);
        return;
      case 'want':
        competition.setWanting(this.#claim(happens), happens.wants);
        return;
      case 'serve':
        this.#serve(this.#claim(happens), happens.taken);
        return;
      case 'release':
        this.#release(happens.pick);
        return;
      case 'give-up':
        competition.hopeful.giveUp(this.#claim(happens), happens.where);
    }
  }

  /** The first of those that want offers, found by comparing all of them. */
  firstOf(isListed: (claim: Claim) => boolean): Claim | undefined {
    const listed = [...this.#claims].filter((claim) => claim.wants && isListed(claim));
    return listed.sort((a, b) => this.competition.compare(a, b))[0];
  }

  #claim(at: { readonly role: string; readonly framework: string }): Claim {
    const claim = this.competition.claimOf(at.framework as FrameworkId, at.role);
    this.#claims.add(claim);
    return claim;
  }

  #serve(claim: Claim, taken: readonly number[]): void {
    this.#held.push({ claim, taken });
    this.competition.countAllocation(claim);
    this.competition.charge(claim, taken, taken);
  }

  #release(pick: number): void {
    const [released] = this.#held.splice(pick % Math.max(this.#held.length, 1), 1);
    if (released !== undefined) this.competition.discharge(released.claim, released.taken, released.taken);
  }
}

describe.each(['drf', 'random'] as const)('policy %s', (policy) => {
  test('whatever happens, the first of those that limits leave something to is found on their list', () => {
    const holds = fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
      const played = new Played(policy);
      for (const happens of [...BEGINNING, ...happenings]) {
        played.play(happens);
        for (const rest of ['with-rest', 'scalars-only'] as const) {
          const claims = played.competition.hopeful.on(rest);
          const accept = ({ slot }: Claim): boolean => claims.has(slot);
          expect(played.competition.firstHopeful(rest, accept)).toBe(played.firstOf(accept));
        }
      }
    });
    fc.assert(holds, { seed: SEED, numRuns: 200 });
  });

  test('whatever happens, the first that may take something against a guarantee is found on their list', () => {
    const holds = fc.property(fc.array(happening, { maxLength: 60 }), amount, (happenings, free) => {
      const played = new Played(policy);
      for (const happens of [...BEGINNING, ...happenings]) {
        played.play(happens);
        const { guaranteed } = played.competition;
        const mayTake = ({ home }: Claim): boolean => guaranteed.mayTake(home.own, free);
        const found = played.competition.firstGuaranteed(
          () => true,
          (own) => guaranteed.mayTake(own, free),
        );
        const first = played.firstOf(({ node }) => hasGuaranteed(node, free));
        expect(found).toBe(first);
        if (first !== undefined) expect(guaranteed.open.has(first.slot) && mayTake(first)).toBe(true);
      }
    });
    fc.assert(holds, { seed: SEED, numRuns: 200 });
  });
});
