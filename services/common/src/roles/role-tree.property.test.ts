import * as fc from 'fast-check';

import type { Quota } from '../contract';
import { ResourceNames } from '../quantities';
import { ancestorsOf, isBelow, parentOf } from './role-name';
import { NO_QUOTA } from './quota';
import { RoleTree } from './role-tree';

const RUNS = { seed: 20_240_823, numRuns: 250 };
const NAMES = ['cpus', 'mem', 'disk'];
const ROLES = ['*', 'a', 'a/b', 'a/b/c', 'a/d', 'e', 'e/f', 'e/f/g', 'e/f/h'];

type Change =
  | { readonly change: 'charge' | 'reserve'; readonly role: string; readonly quantities: readonly number[] }
  | { readonly change: 'undo'; readonly pick: number }
  | { readonly change: 'quota'; readonly role: string; readonly quota: Quota }
  | { readonly change: 'weight'; readonly role: string; readonly weight: number };

const role = fc.constantFrom(...ROLES);
const quantities = fc.array(fc.nat(20), { maxLength: NAMES.length });
const scalars = fc.dictionary(fc.constantFrom(...NAMES), fc.nat(40)).map((each) => new Map(Object.entries(each)));
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ change: fc.constantFrom('charge' as const, 'reserve' as const), role, quantities }),
  fc.record({ change: fc.constant('undo' as const), pick: fc.nat(50) }),
  fc.record({ change: fc.constant('quota' as const), role, quota: fc.record({ guarantee: scalars, limit: scalars }) }),
  fc.record({ change: fc.constant('quota' as const), role, quota: fc.constant(NO_QUOTA) }),
  fc.record({ change: fc.constant('weight' as const), role, weight: fc.constantFrom(1, 1, 2) }),
);

/** Remembers what was done, and computes everything from the start each time it is asked. */
class Ledger {
  readonly charges: {
    readonly change: 'charge' | 'reserve';
    readonly role: string;
    readonly quantities: readonly number[];
  }[] = [];
  readonly quotas = new Map<string, Quota>();
  readonly weights = new Map<string, number>();

  sum(at: string, change: 'charge' | 'reserve', number: number): number {
    return this.charges
      .filter((each) => each.change === change && (each.role === at || isBelow(each.role, at)))
      .reduce((sum, each) => sum + (each.quantities[number] ?? 0), 0);
  }

  consumed(at: string, number: number): number {
    return this.sum(at, 'charge', number) + this.sum(at, 'reserve', number);
  }

  need(at: string, number: number): number {
    const guarantee = this.quotas.get(at)?.guarantee.get(NAMES[number]!) ?? 0;
    const below = ROLES.filter((each) => parentOf(each) === at).reduce((sum, each) => sum + this.need(each, number), 0);
    return Math.max(0, guarantee - this.consumed(at, number), below);
  }

  headroom(number: number): number {
    return ROLES.filter((each) => parentOf(each) === undefined).reduce((sum, each) => sum + this.need(each, number), 0);
  }

  /** Whether any limit on the way up is exceeded by the extra. */
  breaches(at: string, extra: readonly number[]): boolean {
    return [at, ...ancestorsOf(at)].some((each) =>
      extra.some(
        (more, number) =>
          more > 0 &&
          this.consumed(each, number) + more > (this.quotas.get(each)?.limit.get(NAMES[number]!) ?? Infinity),
      ),
    );
  }

  left(at: string, number: number): number {
    const lefts = [at, ...ancestorsOf(at)].map(
      (each) => (this.quotas.get(each)?.limit.get(NAMES[number]!) ?? Infinity) - this.consumed(each, number),
    );
    return Math.max(0, Math.min(...lefts));
  }

  isKnown(at: string): boolean {
    const used = (each: string): boolean =>
      NAMES.some((_, number) => this.sum(each, 'charge', number) + this.sum(each, 'reserve', number) !== 0) ||
      (this.weights.get(each) ?? 1) !== 1 ||
      [...(this.quotas.get(each)?.guarantee.values() ?? [])].some((milli) => milli > 0) ||
      (this.quotas.get(each)?.limit.size ?? 0) > 0;
    return ROLES.some((each) => (each === at || isBelow(each, at)) && used(each));
  }
}

function carryOut(tree: RoleTree, ledger: Ledger, change: Change): void {
  switch (change.change) {
    case 'charge':
    case 'reserve':
      ledger.charges.push(change);
      tree[change.change](change.role, change.quantities);
      break;
    case 'undo': {
      const [undone] = ledger.charges.splice(change.pick % Math.max(1, ledger.charges.length), 1);
      if (undone !== undefined)
        tree[undone.change === 'charge' ? 'discharge' : 'unreserve'](undone.role, undone.quantities);
      break;
    }
    case 'quota':
      ledger.quotas.set(change.role, change.quota);
      tree.setQuota(change.role, change.quota);
      break;
    case 'weight':
      ledger.weights.set(change.role, change.weight);
      tree.setWeight(change.role, change.weight);
      break;
  }
}

function expectSame(
  tree: RoleTree,
  ledger: Ledger,
  at: { readonly role: string; readonly extra: readonly number[] },
): void {
  const node = tree.get(at.role) ?? { held: [], consumed: [], need: [] };
  expect(tree.get(at.role) !== undefined).toBe(ledger.isKnown(at.role));
  expect(tree.limitBreach(at.role, at.extra) !== undefined).toBe(ledger.breaches(at.role, at.extra));
  for (const number of NAMES.keys()) {
    expect(node.held[number] ?? 0).toBe(ledger.sum(at.role, 'charge', number));
    expect(node.consumed[number] ?? 0).toBe(ledger.consumed(at.role, number));
    expect(node.need[number] ?? 0).toBe(ledger.need(at.role, number));
    expect(tree.limitLeft(at.role)[number]).toBe(ledger.left(at.role, number));
  }
}

test('given any charges, reservations and quotas in any order, when all is computed anew, then the tree says the same on every level', () => {
  const holds = fc.property(fc.array(anyChange, { maxLength: 40 }), quantities, (changes, extra) => {
    const names = new ResourceNames();
    for (const name of NAMES) names.numberOf(name);
    const tree = new RoleTree(names);
    const ledger = new Ledger();

    for (const change of changes) {
      carryOut(tree, ledger, change);
      for (const number of NAMES.keys()) expect(tree.requiredHeadroom[number] ?? 0).toBe(ledger.headroom(number));
    }

    for (const each of ROLES) expectSame(tree, ledger, { role: each, extra });
  });

  fc.assert(holds, RUNS);
});
