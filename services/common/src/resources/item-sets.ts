/** Sorts texts by code units, the same in every locale, and drops repetitions. */
export function distinctItems(items: readonly string[]): readonly string[] {
  return [...new Set(items)].sort(compareText);
}

/** What is in `a` but not in `b`, both sorted and distinct. */
export function subtractItems(a: readonly string[], b: readonly string[]): readonly string[] {
  const taken = new Set(b);
  return a.filter((item) => !taken.has(item));
}

/** Whether every item of `b` is in `a`. */
export function containsItems(a: readonly string[], b: readonly string[]): boolean {
  if (b.length > a.length) return false;
  const held = new Set(a);
  return b.every((item) => held.has(item));
}

/** Whether two sorted, distinct lists are the same. */
export function equalItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Orders texts by code units, so that no order depends on a locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
