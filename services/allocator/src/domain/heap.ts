/** Negative when `a` comes before `b`. */
export type Compare<Member> = (a: Member, b: Member) => number;

/** A binary heap: the member that comes first is always at hand. */
export class Heap<Member> {
  protected readonly members: Member[] = [];
  protected readonly compare: Compare<Member>;

  constructor(compare: Compare<Member>) {
    this.compare = compare;
  }

  get size(): number {
    return this.members.length;
  }

  push(member: Member): void {
    this.place(this.members.length, member);
    this.siftUp(this.members.length - 1);
  }

  /** Takes out the member that comes first, or undefined when there is none. */
  pop(): Member | undefined {
    const first = this.members[0];
    const last = this.members.pop();
    if (first === undefined || last === undefined || this.members.length === 0) return first;
    this.place(0, last);
    this.siftDown(0);
    return first;
  }

  /** Takes all members out. */
  clear(): void {
    // One by one: setting the length would give up the room, to be taken anew with the next member.
    while (this.members.pop() !== undefined);
  }

  /** Where a member ends up after every move. */
  protected place(index: number, member: Member): void {
    this.members[index] = member;
  }

  protected siftUp(from: number): void {
    const member = this.members[from];
    let index = from;
    while (member !== undefined && index > 0) {
      const above = (index - 1) >> 1;
      const parent = this.members[above];
      if (parent === undefined || this.compare(parent, member) <= 0) break;
      this.place(index, parent);
      index = above;
    }
    if (member !== undefined && index !== from) this.place(index, member);
  }

  protected siftDown(from: number): void {
    const member = this.members[from];
    if (member === undefined) return;
    let index = from;
    for (;;) {
      let below = 2 * index + 1;
      let child = this.members[below];
      if (child === undefined) break;
      const right = this.members[below + 1];
      if (right !== undefined && this.compare(right, child) < 0) {
        child = right;
        below += 1;
      }
      if (this.compare(member, child) <= 0) break;
      this.place(index, child);
      index = below;
    }
    if (index !== from) this.place(index, member);
  }
}
