/** A closed interval of safe integers ≥ 0: both ends belong to it. */
export interface Range {
  readonly begin: number;
  readonly end: number;
}

/** Sorts ranges and joins those that overlap or touch; drops nothing. Ranges that are upside down are the caller's bug and refused. */
export function coalesceRanges(ranges: readonly Range[]): readonly Range[] {
  for (const range of ranges) requireRange(range);
  const sorted = [...ranges].sort((a, b) => a.begin - b.begin);
  const joined: Range[] = [];
  for (const range of sorted) {
    const last = joined.at(-1);
    if (last === undefined || range.begin > last.end + 1) joined.push({ begin: range.begin, end: range.end });
    else if (range.end > last.end) joined[joined.length - 1] = { begin: last.begin, end: range.end };
  }
  return joined;
}

/** What is in `a` but not in `b`, both coalesced. Taking out the middle of a range splits it. */
export function subtractRanges(a: readonly Range[], b: readonly Range[]): readonly Range[] {
  const left: Range[] = [];
  let index = 0;
  for (const range of a) {
    let begin = range.begin;
    while (index < b.length) {
      const hole = b[index];
      if (hole === undefined || hole.begin > range.end) break;
      if (hole.begin > begin) left.push({ begin, end: hole.begin - 1 });
      begin = Math.max(begin, hole.end + 1);
      // A hole that reaches past this range may also bite into the next one.
      if (hole.end > range.end) break;
      index += 1;
    }
    if (begin <= range.end) left.push({ begin, end: range.end });
  }
  return left;
}

/** Whether every integer of `b` is in `a`, both coalesced. */
export function containsRanges(a: readonly Range[], b: readonly Range[]): boolean {
  let index = 0;
  for (const range of b) {
    let home = a[index];
    while (home !== undefined && home.end < range.begin) home = a[(index += 1)];
    if (home === undefined || home.begin > range.begin || home.end < range.end) return false;
  }
  return true;
}

/** Whether two coalesced lists hold the same integers. */
export function equalRanges(a: readonly Range[], b: readonly Range[]): boolean {
  return (
    a.length === b.length && a.every((range, index) => range.begin === b[index]?.begin && range.end === b[index].end)
  );
}

function requireRange(range: Range): void {
  const sound =
    Number.isSafeInteger(range.begin) &&
    Number.isSafeInteger(range.end) &&
    0 <= range.begin &&
    range.begin <= range.end;
  if (!sound) throw new RangeError(`[${String(range.begin)}-${String(range.end)}] is no range of safe integers from 0`);
}
