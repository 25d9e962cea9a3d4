import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from './file-journal';
import { FILE_HEADER, frameOf, readFrames } from './frames';
import type { Journal, OpenedJournal } from './journal';
import { JournalDamaged, JournalFailed, JournalHeld, JournalUnusable } from './journal-errors';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'parley-journal-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

const file = (): string => join(directory, 'journal');
const texts = { encode: (text: string) => text, decode: (bytes: Uint8Array) => Buffer.from(bytes).toString() };

function openTexts(compactAfterBytes = 1_000_000): Promise<OpenedJournal<string>> {
  return openJournal({ directory, codec: texts, snapshot: () => ['snapshot'], compactAfterBytes });
}

function stored(journal: Journal<string>, records: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    journal.append(records, (failure) => {
      if (failure === undefined) resolve();
      else reject(failure);
    });
  });
}

/** Writes three frames and returns the file with the places where they end. */
async function threeFrames(): Promise<{ readonly bytes: Buffer; readonly ends: readonly number[] }> {
  const { journal } = await openTexts();
  const ends: number[] = [];
  for (const records of [['one', 'two'], ['three'], ['four', 'five']]) {
    await stored(journal, records);
    ends.push(readFileSync(file()).length);
  }
  await journal.close();
  return { bytes: readFileSync(file()), ends };
}

test('given a file cut at any byte, when it is opened, then the frames before the cut are there and the journal goes on', async () => {
  const { bytes, ends } = await threeFrames();
  const [first, second, third] = ends as [number, number, number];
  const complete = ['one', 'two', 'three', 'four', 'five'];

  for (let length = FILE_HEADER.length; length <= bytes.length; length += 1) {
    writeFileSync(file(), bytes.subarray(0, length));
    const { journal, records, torn } = await openTexts();
    const sound = [first, second, third].filter((end) => end <= length);
    const survived = complete.slice(0, [0, 2, 3, 5][sound.length]);
    expect({ length, records, torn }).toEqual({ length, records: survived, torn: length - (sound.at(-1) ?? 8) });
    await stored(journal, ['after']);
    await journal.close();

    const again = await openTexts();
    expect({ records: again.records, torn: again.torn }).toEqual({ records: [...survived, 'after'], torn: 0 });
    await again.journal.close();
  }
});

test('given a file with any bit turned over, when it is opened, then it is refused with the place, never read wrongly', async () => {
  const { bytes, ends } = await threeFrames();

  for (let at = 0; at < bytes.length; at += 1) {
    const damaged = Buffer.from(bytes);
    damaged[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    const frameBegin =
      at < FILE_HEADER.length ? 0 : ([...ends].reverse().find((end) => end <= at) ?? FILE_HEADER.length);
    expect(() => readFrames(damaged, 'file')).toThrow(`file is damaged at byte ${String(frameBegin)}: `);
  }
});

test('given damage, when the journal is opened, then the message names file, byte and remedy, and the file is left alone', async () => {
  const { bytes, ends } = await threeFrames();
  const damaged = Buffer.from(bytes);
  damaged[(ends[0] ?? 0) + 20] = 0xff;
  writeFileSync(file(), damaged);

  await expect(openTexts()).rejects.toEqual(
    new JournalDamaged(file(), ends[0] ?? 0, 'stored records do not match their checksum'),
  );

  expect(readFileSync(file()).equals(damaged)).toBe(true);
  expect(readdirSync(directory)).toEqual(['journal']);
});

test('given a last frame of which one sector never arrived, when it is read, then it is torn; in the middle it is damage', () => {
  const frame = frameOf([Buffer.alloc(3000, 'x')]);
  const torn = Buffer.concat([FILE_HEADER, frame]);
  torn.fill(0, 1024, 1536);
  const middle = Buffer.concat([torn, frameOf([Buffer.from('later')])]);

  expect(readFrames(torn, 'file')).toEqual({ records: [], end: FILE_HEADER.length });
  expect(() => readFrames(middle, 'file')).toThrow(JournalDamaged);
});

test('given a last frame whose first sector never arrived, when it is read, then it is torn; in the middle it is damage', () => {
  const torn = Buffer.concat([FILE_HEADER, frameOf([Buffer.alloc(3000, 'x')])]);
  torn.fill(0, FILE_HEADER.length, 512);
  const middle = Buffer.concat([torn, frameOf([Buffer.from('later')])]);

  expect(readFrames(torn, 'file')).toEqual({ records: [], end: FILE_HEADER.length });
  expect(() => readFrames(middle, 'file')).toThrow(JournalDamaged);
});

test('given a crash in the middle of a compaction, when the journal is opened, then the old log counts', async () => {
  const { journal } = await openTexts();
  await stored(journal, ['one']);
  await journal.close();
  writeFileSync(`${file()}.tmp`, 'half a snapshot');

  const again = await openTexts();

  expect(again.records).toEqual(['one']);
  expect(readdirSync(directory).sort()).toEqual(['journal', 'lock.1']);
  await again.journal.close();
});

test('given a log that grew long, when the next records are stored, then the snapshot stands before them', async () => {
  const { journal } = await openTexts(50);
  await stored(journal, ['x'.repeat(100)]);
  await stored(journal, ['after']);
  await journal.close();

  const again = await openTexts();

  expect(again.records).toEqual(['snapshot', 'after']);
  await again.journal.close();
});

test('given a full disk, when a write fails, then that and everything after is told, and what was stored is still there', async () => {
  const { journal } = await openTexts(50);
  symlinkSync('/dev/full', `${file()}.tmp`);
  await stored(journal, ['x'.repeat(100)]);

  // The snapshot that follows cannot be written.
  const outcomes = await Promise.allSettled([stored(journal, ['lost']), stored(journal, ['lost too'])]);

  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(JournalFailed) as unknown });
  }
  await expect(stored(journal, ['later'])).rejects.toThrow('See to free space');
  await journal.close();
  const again = await openTexts();
  expect(again.records).toEqual(['x'.repeat(100)]);
  await again.journal.close();
});

test('given more than the journal takes at once, when still more is appended, then that alone is refused', async () => {
  const { journal } = await openJournal({
    directory,
    codec: texts,
    snapshot: () => [],
    compactAfterBytes: 1_000_000,
    queuedBytesMax: 10,
  });

  const outcomes = await Promise.allSettled(['first, long', 'second', 'third'].map((text) => stored(journal, [text])));
  await stored(journal, ['fourth']);

  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  await journal.close();
  const again = await openTexts();
  expect(again.records).toEqual(['first, long', 'fourth']);
  await again.journal.close();
});

test('given a journal that is open, when it is opened once more, then one sentence names the holder and the remedy', async () => {
  const { journal } = await openTexts();

  await expect(openTexts()).rejects.toEqual(new JournalHeld(directory, process.pid));

  await journal.close();
  await (await openTexts()).journal.close();
});

test.each([
  ['a process that is gone', '4194999 1 boot'],
  ['an earlier process with the number of a live one', `${String(process.pid)} 1 BOOT`],
  ['an earlier start of the machine', `${String(process.pid)} 1 another-boot`],
  ['nobody', ''],
])('given the lock of %s, when the journal is opened, then it is taken over', async (_, text) => {
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  writeFileSync(join(directory, 'lock.7'), `${text.replace('BOOT', boot)}\n`);

  const { journal } = await openTexts();

  expect(readdirSync(directory).sort()).toEqual(['journal', 'lock.8']);
  await journal.close();
});

test('given a stale lock, when many open at once, then exactly one succeeds', async () => {
  writeFileSync(join(directory, 'lock.7'), '4194999 1 boot\n');

  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => openTexts()));

  const opened = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  expect(opened).toHaveLength(1);
  for (const { journal } of opened) await journal.close();
});

test('given a place that cannot be a directory, when the journal is opened, then one sentence says what to do', async () => {
  writeFileSync(join(directory, 'occupied'), '');
  const options = { codec: texts, snapshot: () => [], compactAfterBytes: 1 };

  for (const place of [join(directory, 'occupied'), join(directory, 'occupied', 'below')]) {
    const opening = openJournal({ ...options, directory: place });
    await expect(opening).rejects.toBeInstanceOf(JournalUnusable);
    await expect(opening).rejects.toThrow('or choose another directory');
  }
  mkdirSync(join(directory, 'odd', 'journal'), { recursive: true });
  await expect(openJournal({ ...options, directory: join(directory, 'odd') })).rejects.toBeInstanceOf(JournalUnusable);
});

test('given a record that its codec cannot read, when the journal is opened, then it is refused and free again', async () => {
  const { journal } = await openTexts();
  await stored(journal, ['fine', 'bad']);
  await journal.close();
  const codec = {
    encode: texts.encode,
    decode: (bytes: Uint8Array): string => {
      if (texts.decode(bytes) === 'bad') throw new Error('no such note');
      return '';
    },
  };

  await expect(openJournal({ directory, codec, snapshot: () => [], compactAfterBytes: 1 })).rejects.toThrow(
    'a record cannot be understood (no such note)',
  );

  await (await openTexts()).journal.close();
});
