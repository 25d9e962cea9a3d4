import { destination, pino, stdTimeFunctions } from 'pino';
import type { DestinationStream } from 'pino';
import type { Log } from './log';

/** From the most to the least talkative; `silent` writes nothing. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** How much a process writes. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What every line of a process says of it. */
export interface LogOptions {
  /** Which service this is, such as `master`. */
  readonly service: string;
  /** Tells processes of one service apart. */
  readonly instanceId: string;
  readonly level: LogLevel;
  /** Where lines go, each ending with a line break. Standard output unless given. */
  readonly sink?: DestinationStream;
}

/** Fields that are never written in clear, at the top of a line or one level below. */
const SECRET_FIELDS = ['token', 'password', 'secret', 'authorization', 'executorToken'];

/** Makes the one root log of a process: a JSON object per line, with secrets replaced. */
export function createLog({ service, instanceId, level, sink }: LogOptions): Log {
  return pino(
    {
      level,
      base: { service, instanceId },
      messageKey: 'message',
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRET_FIELDS.flatMap((name) => [name, `*.${name}`]), censor: '(secret)' },
    },
    // Written at once, so that the last words of a process that dies are not lost.
    sink ?? destination({ dest: 1, sync: true }),
  );
}
