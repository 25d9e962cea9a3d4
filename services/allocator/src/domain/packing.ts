import { containsRest } from './amounts';
import type { Claim } from './claim';
import { takePieces } from './demand';
import type { Portion } from './portion';

/** Used within one call only. */
const room: number[] = [];
const asked: number[] = [];

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

/**
 * Leaves of the portion as many whole pieces as fit and are still waited for, shape after shape. What is reserved for the role, and
 * everything else that is not a plain scalar, stays as it is: pieces are taken from it first.
 */
export function splitToDemand(portion: Portion, claim: Claim): void {
  const { demand } = claim;
  if (demand === undefined) return;
  copyInto(room, portion.weighed);
  for (const [index, shape] of demand.shapes.entries()) {
    if (containsRest(portion.rest, shape.rest)) takePieces(room, shape.weighed, Math.max(demand.left[index] ?? 0, 0));
  }
  copyInto(asked, portion.weighed);
  for (let number = 0; number < asked.length; number += 1) {
    const plain = portion.plain[number] ?? 0;
    const notPlain = (portion.weighed[number] ?? 0) - plain;
    const pieces = (asked[number] ?? 0) - (room[number] ?? 0);
    portion.cut(number, Math.max(0, pieces - notPlain));
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
