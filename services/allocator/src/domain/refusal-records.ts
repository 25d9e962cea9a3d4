import { NO_RECORD } from './chain';
import type { Chain } from './chain';

/** A field of a record that holds the record before in a chain; the next field holds the one after. */
export const LINK = { inBucket: 4, inClaim: 6, inGroup: 8 } as const;

/** Which chain a record is linked into. */
export type Link = (typeof LINK)[keyof typeof LINK];

const AGENT = 0;
const CLAIM = 1;
const GROUP = 2;
const BUCKET = 3;
const STRIDE = 10;

/** Records of refusals, packed into one array of integers: a record takes 40 bytes and makes no garbage. Bounded by the most there were at one time. */
export class RefusalRecords {
  /** How many records were gone past in chains so far: the work that grows with refusals. */
  visited = 0;
  #fields = new Int32Array(64 * STRIDE);
  #made = 0;
  /** First of the unused records, which are linked by their first field. */
  #unused = NO_RECORD;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Makes a record of slots. It is in no chain yet. */
  make(agent: number, claim: number, group: number): number {
    const record = this.#unused === NO_RECORD ? this.#extend() : this.#unused;
    const base = record * STRIDE;
    if (record === this.#unused) this.#unused = this.#fields[base] ?? NO_RECORD;
    this.#fields[base + AGENT] = agent;
    this.#fields[base + CLAIM] = claim;
    this.#fields[base + GROUP] = group;
    this.#size += 1;
    return record;
  }

  /** Gives a record back; it must be in no chain any more. */
  free(record: number): void {
    this.#fields[record * STRIDE] = this.#unused;
    this.#unused = record;
    this.#size -= 1;
  }

  agentOf(record: number): number {
    return this.#fields[record * STRIDE + AGENT] ?? 0;
  }

  claimOf(record: number): number {
    return this.#fields[record * STRIDE + CLAIM] ?? 0;
  }

  groupOf(record: number): number {
    return this.#fields[record * STRIDE + GROUP] ?? 0;
  }

  bucketOf(record: number): number {
    return this.#fields[record * STRIDE + BUCKET] ?? 0;
  }

  setBucket(record: number, bucket: number): void {
    this.#fields[record * STRIDE + BUCKET] = bucket;
  }

  /** The record after this one in a chain. */
  after(record: number, link: Link): number {
    this.visited += 1;
    return this.#fields[record * STRIDE + link + 1] ?? NO_RECORD;
  }

  /** Puts a record at the front of a chain. */
  link(chain: Chain, record: number, link: Link): void {
    const field = record * STRIDE + link;
    this.#fields[field] = NO_RECORD;
    this.#fields[field + 1] = chain.head;
    if (chain.head !== NO_RECORD) this.#fields[chain.head * STRIDE + link] = record;
    chain.head = record;
  }

  /** Takes a record out of the chain that it is in. */
  unlink(chain: Chain, record: number, link: Link): void {
    const field = record * STRIDE + link;
    const before = this.#fields[field] ?? NO_RECORD;
    const after = this.#fields[field + 1] ?? NO_RECORD;
    if (before === NO_RECORD) chain.head = after;
    else this.#fields[before * STRIDE + link + 1] = after;
    if (after !== NO_RECORD) this.#fields[after * STRIDE + link] = before;
  }

  #extend(): number {
    const record = this.#made;
    this.#made += 1;
    if (this.#made * STRIDE > this.#fields.length) {
      const grown = new Int32Array(this.#fields.length * 2);
      grown.set(this.#fields);
      this.#fields = grown;
    }
    return record;
  }
}
