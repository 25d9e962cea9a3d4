/** A rule of the program itself does not hold: a bug, never the fault of input. */
export class InvariantBroken extends Error {
  override readonly name = 'InvariantBroken';
}

/** Closes a switch over a union: the compiler proves that no member is left, the run-time says which one slipped through. */
export function unreachable(value: never, what: string): never {
  throw new InvariantBroken(`${what} has no case for ${JSON.stringify(value)}`);
}

/** The value, or a broken invariant that says what is missing. */
export function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new InvariantBroken(`${what} is missing`);
  return value;
}
