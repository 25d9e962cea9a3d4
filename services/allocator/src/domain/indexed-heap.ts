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
  /** Used by {@link find} alone and empty in between; kept so that looking makes no garbage. */
  #frontier: Heap<Member> | undefined;

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
    if (member.heapIndex === OUTSIDE || this.members.length < 2) return;
    const index = member.heapIndex;
    this.siftUp(index);
    if (member.heapIndex === index) this.siftDown(index);
  }

  /** Restores the order after everything has changed. */
  rebuild(): void {
    for (let index = (this.members.length >> 1) - 1; index >= 0; index -= 1) this.siftDown(index);
  }

  /** All members, in no particular order. */
  all(): readonly Member[] {
    return this.members;
  }

  /** The first member, in order, that `accept` takes; at the cost and under the conditions of {@link search}. */
  find(accept: (member: Member) => boolean): Member | undefined {
    return this.search(memberIf, accept);
  }

  /**
   * What `visit` gives for the first member, in order, for which it gives anything; it is given `context` as well, so that it need not be made
   * anew for each search. Looks at no more members than it must: the heap is walked from the top along a frontier, so finding the first costs
   * one look, finding the k-th k·log k. `visit` must leave the heap alone, and not look into it.
   */
  search<Context, Found>(
    visit: (member: Member, context: Context) => Found | undefined,
    context: Context,
  ): Found | undefined {
    const first = this.members[0];
    if (first === undefined) return undefined;
    let found = visit(first, context);
    if (found !== undefined || this.members.length === 1) return found;
    const frontier = (this.#frontier ??= new Heap<Member>(this.compare));
    for (let next: Member | undefined = first; next !== undefined; next = frontier.pop()) {
      if (next !== first) found = visit(next, context);
      if (found !== undefined) break;
      const below = 2 * next.heapIndex + 1;
      const left = this.members[below];
      const right = this.members[below + 1];
      if (left !== undefined) frontier.push(left);
      if (right !== undefined) frontier.push(right);
    }
    frontier.clear();
    return found;
  }

  protected override place(index: number, member: Member): void {
    super.place(index, member);
    member.heapIndex = index;
  }
}

function memberIf<Member>(member: Member, accept: (member: Member) => boolean): Member | undefined {
  return accept(member) ? member : undefined;
}
