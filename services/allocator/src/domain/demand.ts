import type { DemandShape } from '@parley/common/contract';
import type { Quantities, ResourceNames } from '@parley/common/quantities';

import type { Taking } from './agent-entry';
import { WantedAmounts } from './wanted-amounts';

/** A stated shape of work, in the forms that the allocator reckons with. */
export class Shape extends WantedAmounts {
  readonly count: number;

  constructor({ resources, count }: DemandShape, names: ResourceNames) {
    super(resources, names);
    this.count = count;
  }
}

/**
 * What a claim waits for. Its open offers and proposals, the oldest first, are filled with as many pieces as fit, shape after shape in the
 * order stated; what is in use already does not count, since the framework states what it *still* waits for.
 */
export class Demand {
  readonly shapes: readonly Shape[];
  /** How many pieces of each shape are not met. */
  readonly left: number[];
  /** Whether all that is left was too little to be offered somewhere: below a minimum, or refused where more would not be. */
  isTooLittle = false;

  constructor(shapes: readonly DemandShape[], names: ResourceNames) {
    this.shapes = shapes.map((shape) => new Shape(shape, names));
    this.left = this.shapes.map(({ count }) => count);
  }

  /** Whether everything is met. */
  get isMet(): boolean {
    for (const left of this.left) if (left > 0) return false;
    return true;
  }

  /** Fills one more offer, after those that were counted before. */
  meet(offered: Quantities): void {
    const room = [...offered];
    for (const [index, shape] of this.shapes.entries()) {
      const left = this.left[index] ?? 0;
      const pieces = takePieces(room, shape.weighed, left);
      this.left[index] = left - pieces;
    }
  }

  /** Counts anew. Returns whether something is waited for now that was not before, or more of what was too little. */
  meetAll(outstanding: Iterable<Taking>): boolean {
    const before = [...this.left];
    for (const [index, shape] of this.shapes.entries()) this.left[index] = shape.count;
    for (const taking of outstanding) this.meet(taking.offered);
    const enough = this.isTooLittle ? Infinity : 0;
    const isMore = this.left.some((left, index) => left > (before[index] ?? 0) && (before[index] ?? 0) <= enough);
    if (isMore) this.isTooLittle = false;
    return isMore;
  }
}

/** Takes as many pieces out of `room` as fit, at most `most`; returns how many. */
export function takePieces(room: number[], piece: Quantities, most: number): number {
  let fits = most;
  for (let number = 0; number < piece.length; number += 1) {
    const each = piece[number] ?? 0;
    if (each > 0) fits = Math.min(fits, Math.floor(Math.max(room[number] ?? 0, 0) / each));
  }
  if (fits === 0) return 0;
  for (let number = 0; number < piece.length; number += 1) {
    room[number] = (room[number] ?? 0) - fits * (piece[number] ?? 0);
  }
  return fits;
}
