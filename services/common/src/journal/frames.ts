import { crc32 } from 'node:zlib';
import { JournalDamaged } from './journal-errors';

/** First bytes of every journal: what it is, and the version of its format. */
export const FILE_HEADER = Buffer.from('PARLEYJ1', 'latin1');

/**
 * What is written at once is one frame, so that after a crash only the last frame can be unfinished:
 *
 *   mark (4) · length of payload (4) · crc32 of payload (4) · crc32 of the 12 bytes before (4) · payload: { length (4) · record }*
 *
 * All numbers are little-endian. The header has a checksum of its own, so that a damaged length is never taken for an unfinished write.
 */
const MARK = 0x314a_5250;
const HEADER_BYTES = 16;
/** A disk writes whole sectors: one that never arrived reads as zeros. */
const SECTOR_BYTES = 512;

/** One record as found, with the place for messages. */
export interface StoredRecord {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** What a file holds, and where its sound part ends. */
export interface FileContent {
  readonly records: readonly StoredRecord[];
  readonly end: number;
}

/** One frame that holds these records, ready to be written at once. */
export function frameOf(records: readonly Uint8Array[]): Buffer {
  let payloadBytes = 0;
  for (const record of records) payloadBytes += 4 + record.byteLength;
  const frame = Buffer.allocUnsafe(HEADER_BYTES + payloadBytes);
  let at = HEADER_BYTES;
  for (const record of records) {
    at = frame.writeUInt32LE(record.byteLength, at);
    frame.set(record, at);
    at += record.byteLength;
  }
  frame.writeUInt32LE(MARK, 0);
  frame.writeUInt32LE(payloadBytes, 4);
  frame.writeUInt32LE(crc32(frame.subarray(HEADER_BYTES)), 8);
  frame.writeUInt32LE(crc32(frame.subarray(0, 12)), 12);
  return frame;
}

/**
 * Reads a whole file. An unfinished frame at the end is left out: it was never reported as stored. Anything else that is not sound
 * throws {@link JournalDamaged}, since it had been stored and something that was promised may be lost.
 */
export function readFrames(file: Buffer, path: string): FileContent {
  if (!file.subarray(0, FILE_HEADER.length).equals(FILE_HEADER)) {
    throw new JournalDamaged(path, 0, 'it does not begin like a journal of this version');
  }
  const records: StoredRecord[] = [];
  let at = FILE_HEADER.length;
  while (at < file.length) {
    const frame = judgeFrame(file, at);
    if (frame.verdict === 'torn') return { records, end: at };
    if (frame.verdict === 'damaged') throw new JournalDamaged(path, at, frame.why);
    for (const record of recordsOf(file, at + HEADER_BYTES, frame.end)) records.push(record);
    at = frame.end;
  }
  return { records, end: at };
}

type Judgement =
  | { readonly verdict: 'sound'; readonly end: number }
  | { readonly verdict: 'torn' }
  | { readonly verdict: 'damaged'; readonly why: string };

function judgeFrame(file: Buffer, at: number): Judgement {
  if (file.length - at < HEADER_BYTES) return { verdict: 'torn' };
  if (!hasSoundHeader(file, at)) {
    // The sector with the header never arrived, although later ones may have: only a torn write looks like this, and only at the end.
    return isZero(file, at, sectorEnd(at, file.length)) && !hasSoundFrameAfter(file, at)
      ? { verdict: 'torn' }
      : { verdict: 'damaged', why: 'a header does not match its checksum' };
  }
  const end = at + HEADER_BYTES + file.readUInt32LE(at + 4);
  if (end > file.length) return { verdict: 'torn' };
  if (hasSoundPayload(file, at, end)) return { verdict: 'sound', end };
  return end === file.length && hasZeroSector(file, at + HEADER_BYTES, end)
    ? { verdict: 'torn' }
    : { verdict: 'damaged', why: 'stored records do not match their checksum' };
}

function hasSoundHeader(file: Buffer, at: number): boolean {
  return file.readUInt32LE(at) === MARK && file.readUInt32LE(at + 12) === crc32(file.subarray(at, at + 12));
}

function hasSoundPayload(file: Buffer, at: number, end: number): boolean {
  return file.readUInt32LE(at + 8) === crc32(file.subarray(at + HEADER_BYTES, end));
}

/** Whether a complete frame follows anywhere: then what comes before it had been stored. */
function hasSoundFrameAfter(file: Buffer, from: number): boolean {
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(MARK);
  for (
    let at = file.indexOf(mark, from);
    at !== -1 && at + HEADER_BYTES <= file.length;
    at = file.indexOf(mark, at + 1)
  ) {
    if (!hasSoundHeader(file, at)) continue;
    const end = at + HEADER_BYTES + file.readUInt32LE(at + 4);
    if (end <= file.length && hasSoundPayload(file, at, end)) return true;
  }
  return false;
}

function hasZeroSector(file: Buffer, from: number, end: number): boolean {
  for (let at = from; at < end; at = sectorEnd(at, end)) {
    if (isZero(file, at, sectorEnd(at, end))) return true;
  }
  return false;
}

function sectorEnd(at: number, end: number): number {
  return Math.min(end, at - (at % SECTOR_BYTES) + SECTOR_BYTES);
}

function isZero(file: Buffer, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) {
    if (file[at] !== 0) return false;
  }
  return true;
}

/** The records of a payload whose checksum holds, so that its lengths can be trusted. */
function* recordsOf(file: Buffer, from: number, end: number): Generator<StoredRecord> {
  for (let at = from; at < end;) {
    const length = file.readUInt32LE(at);
    yield { offset: at, bytes: file.subarray(at + 4, at + 4 + length) };
    at += 4 + length;
  }
}
