import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lockDirectory } from './directory-lock';
import type { Unlock } from './directory-lock';
import { readFrames } from './frames';
import type { FileContent, StoredRecord } from './frames';
import type { Journal, OpenedJournal, RecordCodec } from './journal';
import { codeOf, JournalDamaged, JournalHeld, JournalUnusable } from './journal-errors';
import { JournalFile } from './journal-file';
import { JournalWriter } from './journal-writer';
import type { WriterOptions } from './journal-writer';
import { makeFolder } from './make-folder';

/** Where and how a journal on disk is kept. */
export interface JournalOptions<R> extends WriterOptions<R> {
  /** Made if missing. Belongs to this journal alone; nothing else may be kept in it. */
  readonly directory: string;
}

const FILE_NAME = 'journal';

/**
 * Opens the journal in a directory, or begins an empty one. Rejects with one sentence that says what to do: {@link JournalUnusable}
 * (not writable), {@link JournalHeld} (another live process is in there), {@link JournalDamaged} (stored records are not readable).
 */
export async function openJournal<R>(options: JournalOptions<R>): Promise<OpenedJournal<R>> {
  const unlock = await enter(options.directory);
  try {
    return await openLocked(options, unlock);
  } catch (error) {
    await unlock();
    throw error instanceof JournalDamaged ? error : new JournalUnusable(options.directory, error);
  }
}

async function enter(directory: string): Promise<Unlock> {
  try {
    makeFolder(directory);
    return await lockDirectory(directory);
  } catch (error) {
    throw error instanceof JournalHeld ? error : new JournalUnusable(directory, error);
  }
}

async function openLocked<R>(options: JournalOptions<R>, unlock: Unlock): Promise<OpenedJournal<R>> {
  const path = join(options.directory, FILE_NAME);
  await JournalFile.forgetReplacement(path);
  const found = await readIfThere(path);
  if (found === undefined) {
    const journal = new JournalWriter(await JournalFile.replace(path, []), options);
    return { journal: unlockedAtClose(journal, unlock), records: [], torn: 0 };
  }
  const content: FileContent = readFrames(found, path);
  const records = content.records.map((record) => decoded(record, options.codec, path));
  const journal = new JournalWriter(await JournalFile.resume(path, content.end), options);
  return { journal: unlockedAtClose(journal, unlock), records, torn: found.length - content.end };
}

function decoded<R>(record: StoredRecord, codec: RecordCodec<R>, path: string): R {
  try {
    return codec.decode(record.bytes);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new JournalDamaged(path, record.offset, `a record cannot be understood (${why})`);
  }
}

function unlockedAtClose<R>(journal: Journal<R>, unlock: Unlock): Journal<R> {
  let closing: Promise<void> | undefined;
  return {
    append: (records, done) => {
      journal.append(records, done);
    },
    close: () => (closing ??= journal.close().finally(unlock)),
  };
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
