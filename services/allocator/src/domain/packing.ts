import { covers } from '@parley/common/quantities';
import type { Quantities } from '@parley/common/quantities';

import { containsRest } from './amounts';
import type { Claim } from './claim';
import { takePieces } from './demand';
import type { Demand } from './demand';
import type { Portion } from './portion';

/** So many pieces are given one by one in one decision; what comes after them is decided anew. */
export const PIECES_MAX = 1_000;

/** When to stop giving pieces, asked while the portion is what was given so far. */
export interface PieceByPiece {
  /** Whether the claim still comes before all others. */
  readonly leads: () => boolean;
  /** Whether so much can be offered: it may be below a minimum, or refused where more is not. */
  readonly isOfferable: () => boolean;
}

/** Used within one call only. */
const room: number[] = [];
/** Used by {@link fillByPieces} only, which asks others while it goes on. */
const all: number[] = [];
const notGiven: number[] = [];

/** Whether at least one piece of what the claim still waits for fits into the portion; always so without a stated demand. */
export function fitsDemand(portion: Portion, claim: Claim): boolean {
  const { demand } = claim;
  if (demand === undefined) return true;
  for (const [index, shape] of demand.shapes.entries()) {
    if ((demand.left[index] ?? 0) <= 0 || !containsRest(portion.rest, shape.rest)) continue;
    copyInto(room, portion.weighed);
    if (takePieces(room, shape.weighed, 1) === 1) return true;
  }
  return false;
}

/** Whether a piece of any stated shape, waited for or not, would fit into so much of the scalars. */
export function fitsAnyShape(scalars: Quantities, demand: Demand): boolean {
  for (const { weighed } of demand.shapes) if (covers(scalars, weighed)) return true;
  return false;
}

/**
 * Leaves of the portion as many whole pieces as fit and are still waited for, shape after shape. What is reserved for the role, and
 * everything else that is not a plain scalar, stays as it is: pieces are taken from it first. Returns whether it would be more if more
 * were waited for.
 */
export function splitToDemand(portion: Portion, demand: Demand): boolean {
  let isAllGiven = false;
  copyInto(room, portion.weighed);
  for (const [index, shape] of demand.shapes.entries()) {
    const left = Math.max(demand.left[index] ?? 0, 0);
    if (left === 0 || !containsRest(portion.rest, shape.rest)) continue;
    if (takePieces(room, shape.weighed, left) === left) isAllGiven = true;
  }
  for (let number = 0; number < portion.plain.length; number += 1) {
    portion.cut(number, Math.max(0, (portion.plain[number] ?? 0) - (room[number] ?? 0)));
  }
  return isAllGiven;
}

/**
 * Progressive filling: leaves of a portion that was split to the demand the first pieces only, at least one and as many as it takes until
 * the claim does not come first any more and they can be offered. All of them when that does not happen.
 */
export function fillByPieces(portion: Portion, { demand }: Claim, { leads, isOfferable }: PieceByPiece): void {
  if (demand === undefined) return;
  const { isWhole } = portion;
  copyInto(all, portion.plain);
  copyInto(notGiven, portion.weighed);
  portion.isWhole = false;
  let given = 0;
  for (const [index, shape] of demand.shapes.entries()) {
    const left = containsRest(portion.rest, shape.rest) ? (demand.left[index] ?? 0) : 0;
    const most = Math.min(left, PIECES_MAX - given);
    for (let piece = 0; piece < most && takePieces(notGiven, shape.weighed, 1) === 1; piece += 1) {
      given += 1;
      leaveGiven(portion);
      if ((given === PIECES_MAX || !leads()) && isOfferable()) return;
    }
  }
  for (const [number, milli] of all.entries()) portion.set(number, milli);
  portion.isWhole = isWhole;
}

/** Of plain scalars only what was given, as far as it is not covered by what is not plain. */
function leaveGiven(portion: Portion): void {
  for (let number = 0; number < all.length; number += 1) {
    portion.set(number, Math.max(0, (all[number] ?? 0) - (notGiven[number] ?? 0)));
  }
}

/** How much of an agent would be left over, as the sum of the fractions of what it has: what `best-fit` and `spread` go by. */
export function leftOver(free: readonly number[], portion: Portion, total: readonly number[]): number {
  let sum = 0;
  for (let number = 0; number < total.length; number += 1) {
    const all = total[number] ?? 0;
    if (all > 0) sum += (Math.max(free[number] ?? 0, 0) - (portion.plain[number] ?? 0)) / all;
  }
  return sum;
}

function copyInto(target: number[], from: readonly number[]): void {
  target.length = from.length;
  for (let number = 0; number < from.length; number += 1) target[number] = from[number] ?? 0;
}
