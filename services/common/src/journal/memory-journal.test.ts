import { MemoryDisk, openMemoryJournal } from './memory-journal';
import type { OpenedJournal } from './journal';

const texts = { encode: (text: string) => text, decode: (bytes: Uint8Array) => Buffer.from(bytes).toString() };

/** A disk whose syncs happen when the test says so. */
class SlowDisk {
  readonly disk = new MemoryDisk();
  readonly #arranged: (() => void)[] = [];

  open(): OpenedJournal<string> {
    const schedule = (sync: () => void): void => {
      this.#arranged.push(sync);
    };
    return openMemoryJournal({ disk: this.disk, codec: texts, snapshot: () => [], compactAfterBytes: 1e6, schedule });
  }

  /** Lets time pass until everything arranged has happened. */
  settle(): void {
    for (let next = this.#arranged.shift(); next !== undefined; next = this.#arranged.shift()) next();
  }
}

test('given records that were not synced, when the process crashes, then only whole appends that reached the disk are there', () => {
  const slow = new SlowDisk();
  const { journal } = slow.open();
  const told: string[] = [];
  journal.append(['a'], () => told.push('a'));
  slow.settle();
  journal.append(['b', 'c'], () => told.push('b and c'));
  journal.append(['d'], () => told.push('d'));

  expect(slow.disk.unsyncedCount).toBe(2);
  slow.disk.crash(1);
  slow.settle();

  expect(told).toEqual(['a']);
  expect(slow.open().records).toEqual(['a', 'b', 'c']);
});

test('given a process that crashed, when a part of it still appends, then nothing reaches the disk', () => {
  const slow = new SlowDisk();
  const ghost = slow.open().journal;
  slow.disk.crash();
  const { journal } = slow.open();

  ghost.append(['ghost'], () => {
    throw new Error('told a ghost');
  });
  journal.append(['alive'], () => undefined);
  slow.settle();

  expect(slow.open().records).toEqual(['alive']);
});

test('given a disk that breaks, when records are queued, then they and all later ones are told', () => {
  const slow = new SlowDisk();
  const { journal } = slow.open();
  const failures: (Error | undefined)[] = [];
  const broken = new Error('disk is full');
  journal.append(['a'], (failure) => failures.push(failure));
  slow.disk.fail(broken);
  journal.append(['b'], (failure) => failures.push(failure));
  slow.settle();

  expect(failures).toEqual([broken, broken]);
  expect(slow.open().records).toEqual([]);
});
