import { Heap } from './heap';

/** A member that knows its place in the one heap that may hold it. */
export interface HeapMember {
  /** Written by the heap only; {@link OUTSIDE} while no heap holds the member. */
  heapIndex: number;
}

/** The place of a member that is in no heap. */
export const OUTSIDE = -1;

/** A heap whose members can be moved and removed in logarithmic time after what they are compared by has changed. */
export class IndexedHeap<Member extends HeapMember> extends Heap<Member> {
  /** Takes in a member that is in no heap; one that is in this heap already is moved to where it belongs now. */
  add(member: Member): void {
    if (member.heapIndex === OUTSIDE) this.push(member);
    else this.moved(member);
  }

  /** Takes the member out; does nothing when it is in no heap. */
  remove(member: Member): void {
    const index = member.heapIndex;
    if (index === OUTSIDE) return;
    member.heapIndex = OUTSIDE;
    const last = this.members.pop();
    if (last === undefined || last === member) return;
    this.place(index, last);
    this.moved(last);
  }

  /** Restores the order after what `member` is compared by has changed. */
  moved(member: Member): void {
    if (member.heapIndex === OUTSIDE) return;
    this.siftUp(member.heapIndex);
    this.siftDown(member.heapIndex);
  }

  /** Restores the order after everything has changed. */
  rebuild(): void {
    for (let index = (this.members.length >> 1) - 1; index >= 0; index -= 1) this.siftDown(index);
  }

  /** All members, in no particular order. */
  all(): readonly Member[] {
    return this.members;
  }

  /**
   * The first member, in order, that `accept` takes. Looks at no more members than it must: the heap is walked from the top along a
   * frontier, so finding the first costs one look, finding the k-th k·log k. `accept` must leave the heap alone.
   */
  find(accept: (member: Member) => boolean): Member | undefined {
    const first = this.members[0];
    if (first === undefined || accept(first)) return first;
    const frontier = new Heap<Member>(this.compare);
    for (let next: Member | undefined = first; next !== undefined; next = frontier.pop()) {
      if (next !== first && accept(next)) return next;
      for (const below of [2 * next.heapIndex + 1, 2 * next.heapIndex + 2]) {
        const child = this.members[below];
        if (child !== undefined) frontier.push(child);
      }
    }
    return undefined;
  }

  protected override place(index: number, member: Member): void {
    super.place(index, member);
    member.heapIndex = index;
  }
}
