export { createLog, LOG_LEVELS } from './create-log';
export type { LogLevel, LogOptions } from './create-log';
export { SILENT_LOG } from './log';
export type { Log, LogFields } from './log';
