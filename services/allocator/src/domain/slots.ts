/** Gives members small numbers, so that bitsets and tables can be about them. The numbers of those that left are given again. */
export class Slots<Member> {
  /** Bounded by the most members there were at one time. */
  readonly #members: (Member | undefined)[] = [];
  readonly #unused: number[] = [];

  /** Gives out the next number. */
  take(make: (slot: number) => Member): Member {
    const slot = this.#unused.pop() ?? this.#members.length;
    const member = make(slot);
    this.#members[slot] = member;
    return member;
  }

  /** Takes a number back; nothing may know it any more. */
  free(slot: number): void {
    this.#members[slot] = undefined;
    this.#unused.push(slot);
  }

  /** Who has the number now. */
  at(slot: number): Member | undefined {
    return this.#members[slot];
  }
}
