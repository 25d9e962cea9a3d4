import { kindOf } from '@parley/common/resources';

/** Scalars in thousandths, by name or by key. */
export type Amounts = Readonly<Record<string, number>>;

/** Takes pieces out of `room`, as many as fit, at most `most`; returns how many. */
export function fill(room: Record<string, number>, piece: Amounts, most: number): number {
  let pieces = 0;
  while (pieces < most && covers(room, piece)) {
    for (const [name, amount] of Object.entries(piece)) room[name] = (room[name] ?? 0) - amount;
    pieces += 1;
  }
  return pieces;
}

/** Whether there is as much in `large` of everything as in `small`. */
export function covers(large: Amounts, small: Amounts): boolean {
  return Object.entries(small).every(([name, amount]) => amount <= (large[name] ?? 0));
}

/** Without what there is nothing of. */
export function positive(amounts: Amounts): Amounts {
  return Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount > 0));
}

/** Without what is shared: what is used up by being held. */
export function chargeableOf(amounts: Amounts): Amounts {
  return Object.fromEntries(Object.entries(amounts).filter(([key]) => kindOf(key).shared === ''));
}

/** By name, whatever the qualifiers. */
export function byName(amounts: Amounts): Amounts {
  const named: Record<string, number> = {};
  for (const [key, amount] of Object.entries(amounts)) addTo(named, { [kindOf(key).name]: amount });
  return named;
}

/** Both together. */
export function sum(a: Amounts, b: Amounts): Amounts {
  const added = { ...a };
  addTo(added, b);
  return added;
}

/** Adds in place. */
export function addTo(sums: Record<string, number>, more: Amounts): void {
  for (const [name, amount] of Object.entries(more)) sums[name] = (sums[name] ?? 0) + amount;
}

/** Negative when `a` comes before `b`, by code units. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
