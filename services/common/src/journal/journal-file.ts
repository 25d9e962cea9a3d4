import { open, rename, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FILE_HEADER, frameOf } from './frames';
import { codeOf } from './journal-errors';

/** One frame of a snapshot is about this large: between two of them the process does other things. */
const SNAPSHOT_FRAME_BYTES = 256 * 1024;

/** A journal's file, open for appending: bytes in, nothing known about records. One write at a time. */
export class JournalFile {
  private constructor(
    readonly path: string,
    readonly handle: FileHandle,
    private end: number,
  ) {}

  /** Length in bytes. */
  get size(): number {
    return this.end;
  }

  /** Opens a file whose first `end` bytes are sound, and cuts off the rest for good. */
  static async resume(path: string, end: number): Promise<JournalFile> {
    const handle = await open(path, 'r+');
    const { size } = await handle.stat();
    if (size > end) {
      await handle.truncate(end);
      await handle.datasync();
    }
    return new JournalFile(path, handle, end);
  }

  /** Puts a new file with this content in the place of whatever is at `path`: all of it or, after a crash, nothing. */
  static async replace(path: string, records: Iterable<Uint8Array>): Promise<JournalFile> {
    const temporary = temporaryOf(path);
    const handle = await open(temporary, 'w');
    try {
      const made = new JournalFile(path, handle, 0);
      await made.write(FILE_HEADER);
      for (const frame of framesOf(records)) await made.write(frame);
      await handle.sync();
      await rename(temporary, path);
      await syncDirectory(dirname(path));
      return made;
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** Removes what a crash in the middle of {@link JournalFile.replace} left behind. */
  static async forgetReplacement(path: string): Promise<void> {
    await unlink(temporaryOf(path)).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
    });
  }

  /** Appends bytes, which survive a crash once {@link JournalFile.sync} is over. */
  async write(bytes: Uint8Array): Promise<void> {
    for (let written = 0; written < bytes.byteLength;) {
      const step = await this.handle.write(bytes, written, bytes.byteLength - written, this.end);
      written += step.bytesWritten;
      this.end += step.bytesWritten;
    }
  }

  sync(): Promise<void> {
    return this.handle.datasync();
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}

function temporaryOf(path: string): string {
  return `${path}.tmp`;
}

function* framesOf(records: Iterable<Uint8Array>): Generator<Buffer> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for (const record of records) {
    waiting.push(record);
    bytes += record.byteLength;
    if (bytes < SNAPSHOT_FRAME_BYTES) continue;
    yield frameOf(waiting);
    waiting = [];
    bytes = 0;
  }
  if (waiting.length > 0) yield frameOf(waiting);
}

/** Makes names in a directory survive a crash. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
