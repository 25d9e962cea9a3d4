/** Values that belong to one line, such as `{ agentId }`. Messages are fixed texts; whatever varies is a field. */
export type LogFields = Readonly<Record<string, unknown>>;

/** What edges write lines to. Domain and actor have none: their events are told by an observer. */
export interface Log {
  /** One task or offer, or why something was decided. */
  debug(fields: LogFields, message: string): void;
  /** The cluster changed: agents, frameworks, leadership, operators. */
  info(fields: LogFields, message: string): void;
  /** Something went wrong and was coped with. */
  warn(fields: LogFields, message: string): void;
  /** Someone should look. An error that caused it goes into the field `err`. */
  error(fields: LogFields, message: string): void;
  /** A log whose lines all carry these fields, for one peer. */
  child(fields: LogFields): Log;
}

/** Says nothing: for tests and for the simulation. */
export const SILENT_LOG: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => SILENT_LOG,
};
