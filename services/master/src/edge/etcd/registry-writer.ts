import { InvariantBroken } from '@parley/common/kernel';
import type { Clock, WriteId } from '@parley/common/kernel';
import type { RegistryChange } from '../../domain/registry';
import type { WriteOutcome } from '../../ports';
import { entryOf } from '../registry/registry-entries';
import type { RegistryEntry } from '../registry/registry-entries';
import type { EtcdCalls, Transaction, TransactionResult } from './etcd-calls';
import type { EtcdKeys } from './etcd-keys';
import { insist } from './insist';

/** The most changes in one transaction; etcd takes 128 operations. */
export const CHANGES_MAX = 100;
/** The most text in one transaction, in UTF-16 units; etcd takes 1.5 MiB. */
const TEXT_MAX = 384 * 1024;
/** The most writes that wait; a master has at most one under way for each agent, framework and role. */
const QUEUED_MAX = 200_000;

/** The term that writes belong to. */
export interface WriterTerm {
  /** Create revision of the leader key. */
  readonly revision: number;
  /** The mark of the last write, as the election left it. */
  readonly mark: string;
}

/** What a writer works with and whom it tells. */
export interface WriterPorts {
  readonly calls: EtcdCalls;
  readonly clock: Clock;
  readonly keys: EtcdKeys;
  readonly written: (writeId: WriteId, outcome: WriteOutcome) => void;
  /** The term cannot go on: it was fenced off, or etcd refuses what must be written. */
  readonly failed: (because: string) => void;
}

interface QueuedWrite {
  readonly writeId: WriteId;
  readonly entries: readonly RegistryEntry[];
  readonly textLength: number;
}

/**
 * Writes of one term, first in first out, one transaction in flight. Each transaction is guarded twice: the leader key is still
 * ours, and the last write is still the one before. So an attempt whose answer was lost can be repeated at once: it either takes
 * effect, or finds that an earlier attempt did, or that the term is over; and a late attempt can never undo what came after it.
 */
export class RegistryWriter {
  #queue: QueuedWrite[] = [];
  #inFlight = false;
  #stopped = false;
  #mark: string;
  #count = 0;
  #whenIdle: (() => void) | undefined;

  constructor(
    private readonly term: WriterTerm,
    private readonly ports: WriterPorts,
  ) {
    this.#mark = term.mark;
  }

  write(writeId: WriteId, changes: readonly RegistryChange[]): void {
    if (this.#stopped) return;
    if (changes.length > CHANGES_MAX)
      throw new InvariantBroken(`a write of ${String(changes.length)} registry changes`);
    const entries = changes.map(entryOf);
    const textLength = entries.reduce((sum, { key, value = '' }) => sum + key.length + value.length, 0);
    if (textLength > TEXT_MAX || this.#queue.length >= QUEUED_MAX) {
      this.#fail(
        textLength > TEXT_MAX
          ? `a registry write of ${String(textLength)} characters is more than one transaction takes`
          : `more than ${String(QUEUED_MAX)} registry writes wait for etcd`,
      );
      return;
    }
    this.#queue.push({ writeId, entries, textLength });
    this.#sendNext();
  }

  /** Calls back once nothing is queued or in flight, at once if that is so. */
  whenIdle(callback: () => void): void {
    if (!this.#inFlight) callback();
    else this.#whenIdle = callback;
  }

  /** Sends and reports nothing more. */
  stop(): void {
    this.#stopped = true;
    this.#queue = [];
  }

  #sendNext(): void {
    if (this.#inFlight || this.#stopped || this.#queue.length === 0) return;
    this.#inFlight = true;
    const batch = this.#takeBatch();
    const mark = `${String(this.term.revision)}/${String((this.#count += 1))}/${String(batch.at(-1)?.writeId)}`;
    const transaction = this.#transactionOf(batch, mark);
    insist<TransactionResult>((done) => this.ports.calls.transact(transaction, done), {
      clock: this.ports.clock,
      wanted: () => !this.#stopped,
      done: (answer) => {
        this.#inFlight = false;
        if (!answer.ok) this.#fail(`etcd refuses a registry write: ${answer.because}`);
        else this.#settle(batch, mark, answer.value);
      },
    });
  }

  /** Whole writes from the front, as many as one transaction takes. */
  #takeBatch(): readonly QueuedWrite[] {
    let changes = 0;
    let textLength = 0;
    const end = this.#queue.findIndex((write) => {
      changes += write.entries.length;
      textLength += write.textLength;
      return changes > CHANGES_MAX || textLength > TEXT_MAX;
    });
    return this.#queue.splice(0, end === -1 ? this.#queue.length : end);
  }

  #transactionOf(batch: readonly QueuedWrite[], mark: string): Transaction {
    const { keys } = this.ports;
    // A transaction takes each key once; since it happens whole, the last change of an entry is all that matters.
    const entries = new Map(batch.flatMap((write) => write.entries).map(({ key, value }) => [key, value]));
    return {
      guards: [
        { guard: 'created-at', key: keys.leader, revision: this.term.revision },
        { guard: 'value', key: keys.lastWrite, value: this.#mark },
      ],
      puts: [
        ...[...entries].map(([key, value]) => ({ key: keys.registry + key, value })),
        { key: keys.lastWrite, value: mark },
      ],
      reads: [keys.leader, keys.lastWrite],
    };
  }

  #settle(batch: readonly QueuedWrite[], mark: string, { succeeded, found }: TransactionResult): void {
    const { keys, written } = this.ports;
    const ours = found.get(keys.leader)?.createRevision === this.term.revision;
    // Guards that fail although the term goes on mean that an earlier attempt took effect.
    const stored = succeeded || (ours && found.get(keys.lastWrite)?.value === mark);
    if (stored) this.#mark = mark;
    for (const { writeId } of batch) written(writeId, stored ? 'written' : 'fenced');
    if (!stored) {
      this.#fail(ours ? 'another writer changed the registry within this term' : 'another term has begun');
      return;
    }
    this.#sendNext();
    if (!this.#inFlight) this.#whenIdle?.();
  }

  #fail(because: string): void {
    if (this.#stopped) return;
    this.stop();
    this.ports.failed(because);
    this.#whenIdle?.();
  }
}
