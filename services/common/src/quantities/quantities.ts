/** Scalar quantities in thousandths, by the number that `ResourceNames` gave their name. What lies past the end is 0. */
export type Quantities = readonly number[];

/** Adds `quantities` to `sum` in place. */
export function addTo(sum: number[], quantities: Quantities): void {
  for (let number = 0; number < quantities.length; number += 1) {
    sum[number] = (sum[number] ?? 0) + (quantities[number] ?? 0);
  }
}

/** Takes `quantities` from `sum` in place; the result may lie below zero. */
export function takeFrom(sum: number[], quantities: Quantities): void {
  for (let number = 0; number < quantities.length; number += 1) {
    sum[number] = (sum[number] ?? 0) - (quantities[number] ?? 0);
  }
}

/** Whether there is at least as much in `large` as in `small`, of everything that `small` has more than nothing of. */
export function covers(large: Quantities, small: Quantities): boolean {
  for (let number = 0; number < small.length; number += 1) {
    const wanted = small[number] ?? 0;
    if (wanted > 0 && wanted > (large[number] ?? 0)) return false;
  }
  return true;
}

/** Whether there is more than nothing of anything. */
export function hasAny(quantities: Quantities): boolean {
  // By number: an iterator would cost an object for each step.
  for (let number = 0; number < quantities.length; number += 1) if ((quantities[number] ?? 0) > 0) return true;
  return false;
}

/**
 * The dominant share: the largest of held ÷ total over all resources that exist, divided by the weight (mesos-semantics §3.6).
 * One division per resource, so that equal fractions are equal numbers and ties are ties.
 */
export function dominantShare(held: Quantities, total: Quantities, weight: number): number {
  let largest = 0;
  for (let number = 0; number < held.length; number += 1) {
    const all = total[number] ?? 0;
    if (all <= 0) continue;
    const share = (held[number] ?? 0) / (all * weight);
    if (share > largest) largest = share;
  }
  return largest;
}
