import * as fc from 'fast-check';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from './file-journal';
import type { Journal, OpenedJournal, RecordOptions } from './journal';
import { JournalClosed } from './journal-errors';
import { MemoryDisk, openMemoryJournal } from './memory-journal';

/** What the tests remember: a value under a key, or that there is none any more. */
interface Note {
  readonly key: string;
  readonly value: number | undefined;
}

/** A program that keeps a map in a journal, as an agent or a registry does. */
class Notebook {
  readonly notes = new Map<string, number>();

  readonly options: RecordOptions<Note> = {
    codec: {
      encode: (note) => JSON.stringify([note.key, note.value]),
      decode: (bytes) => {
        const [key, value] = JSON.parse(Buffer.from(bytes).toString()) as [string, number | null];
        return { key, value: value ?? undefined };
      },
    },
    snapshot: () => [...this.notes].map(([key, value]) => ({ key, value })),
    compactAfterBytes: 600,
  };

  apply(note: Note): void {
    if (note.value === undefined) this.notes.delete(note.key);
    else this.notes.set(note.key, note.value);
  }
}

/** A place that outlives the programs that open journals there. */
interface Place {
  open(options: RecordOptions<Note>): Promise<OpenedJournal<Note>>;
  bytesStored(): number;
  remove(): void;
}

function placeOnDisk(): Place {
  const directory = mkdtempSync(join(tmpdir(), 'parley-journal-'));
  return {
    open: (options) => openJournal({ ...options, directory }),
    bytesStored: () => statSync(join(directory, 'journal')).size,
    remove: () => {
      rmSync(directory, { recursive: true });
    },
  };
}

function placeInMemory(): Place {
  const disk = new MemoryDisk();
  return {
    open: async (options) => openMemoryJournal({ ...options, disk, schedule: queueMicrotask }),
    bytesStored: () => disk.stored.reduce((sum, bytes) => sum + bytes.byteLength, 0),
    remove: () => undefined,
  };
}

/** Appends and waits until the records are stored; `apply` is called at that very moment. */
function stored(journal: Journal<Note>, notes: readonly Note[], apply?: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    journal.append(notes, (failure) => {
      if (failure !== undefined) {
        reject(failure);
        return;
      }
      apply?.();
      resolve();
    });
  });
}

const note = (key: string, value?: number): Note => ({ key, value });

describe.each([
  ['on disk', placeOnDisk],
  ['in memory', placeInMemory],
])('a journal %s', (_, makePlace) => {
  let place: Place;
  beforeEach(() => {
    place = makePlace();
  });
  afterEach(() => {
    place.remove();
  });

  test('given a new place, when a journal is opened, then it holds nothing', async () => {
    const { journal, records, torn } = await place.open(new Notebook().options);

    expect({ records, torn }).toEqual({ records: [], torn: 0 });
    await journal.close();
  });

  test('given stored records, when the journal is opened again, then they are there in order', async () => {
    const first = await place.open(new Notebook().options);
    await stored(first.journal, [note('a', 1), note('b', 2)]);
    await stored(first.journal, [note('a', 3), note('b')]);
    await first.journal.close();

    const { journal, records } = await place.open(new Notebook().options);

    expect(records).toEqual([note('a', 1), note('b', 2), note('a', 3), note('b')]);
    await journal.close();
  });

  test('given many appends in one turn, when they are stored, then each is told once, in order, and not before append returned', async () => {
    const { journal } = await place.open(new Notebook().options);
    const told: string[] = [];

    for (const name of ['first', 'second']) journal.append([note(name, 1)], () => told.push(name));
    journal.append([], () => told.push('empty'));
    told.push('returned');
    await stored(journal, [note('last', 1)]);

    expect(told).toEqual(['returned', 'first', 'second', 'empty']);
    await journal.close();
  });

  test('given a record that changes after it was appended, when it is read back, then it is as it was', async () => {
    const first = await place.open(new Notebook().options);
    const mutable = { key: 'a', value: 1 };
    const storing = stored(first.journal, [mutable]);
    mutable.value = 2;
    await storing;
    await first.journal.close();

    const { journal, records } = await place.open(new Notebook().options);

    expect(records).toEqual([note('a', 1)]);
    await journal.close();
  });

  test('given a journal that is being closed, when records are queued before and after, then only the earlier are stored', async () => {
    const first = await place.open(new Notebook().options);
    const earlier = stored(first.journal, [note('a', 1)]);
    const closing = first.journal.close();
    const later = stored(first.journal, [note('b', 1)]);

    await expect(later).rejects.toBeInstanceOf(JournalClosed);
    await Promise.all([earlier, closing, first.journal.close()]);

    const { journal, records } = await place.open(new Notebook().options);
    expect(records).toEqual([note('a', 1)]);
    await journal.close();
  });

  test('given a long life of few keys, when the log grows, then a snapshot replaces it and nothing is lost', async () => {
    const book = new Notebook();
    const first = await place.open(book.options);
    for (let round = 0; round < 100; round += 1) {
      const changes = [note(`key-${String(round % 5)}`, round), note('short-lived', round), note('short-lived')];
      await stored(first.journal, changes, () => {
        for (const change of changes) book.apply(change);
      });
    }
    await first.journal.close();

    const again = new Notebook();
    const { journal, records } = await place.open(again.options);
    records.forEach((each) => {
      again.apply(each);
    });

    expect(again.notes).toEqual(book.notes);
    expect(place.bytesStored()).toBeLessThan(2_000);
    await journal.close();
  });

  test('whatever is put and deleted between openings, all of it is there at the next', async () => {
    const changes = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.option(fc.nat(99), { nil: undefined })));
    const sessions = fc.array(fc.tuple(changes, fc.boolean()), { maxLength: 5 });

    const holds = fc.asyncProperty(sessions, async (list) => {
      const own = makePlace();
      const model = new Map<string, number>();
      for (const [session, early] of list) {
        const book = new Notebook();
        const { journal, records } = await own.open({ ...book.options, compactAfterBytes: 50 });
        records.forEach((each) => {
          book.apply(each);
        });
        expect(book.notes).toEqual(model);
        await Promise.all(
          session.map(async ([key, value]) => {
            const change = note(key, value);
            // A program may remember before it is told that the record is stored, or only then.
            if (early) book.apply(change);
            await stored(journal, [change], () => {
              if (!early) book.apply(change);
            });
          }),
        );
        for (const [key, value] of session) {
          if (value === undefined) model.delete(key);
          else model.set(key, value);
        }
        await journal.close();
      }
      own.remove();
    });

    await fc.assert(holds, { seed: 20_240_823, numRuns: 20 });
  });
});
