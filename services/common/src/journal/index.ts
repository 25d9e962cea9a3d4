export { openJournal } from './file-journal';
export type { JournalOptions } from './file-journal';
export type { Journal, OpenedJournal, RecordCodec, RecordOptions } from './journal';
export {
  JournalClosed,
  JournalDamaged,
  JournalFailed,
  JournalHeld,
  JournalOverloaded,
  JournalUnusable,
} from './journal-errors';
export { makeFolder } from './make-folder';
export { MemoryDisk, openMemoryJournal } from './memory-journal';
export type { MemoryJournalOptions } from './memory-journal';
