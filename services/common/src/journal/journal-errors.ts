/** The place cannot be used at all: not writable, or not a folder. */
export class JournalUnusable extends Error {
  override readonly name = 'JournalUnusable';

  constructor(directory: string, cause: unknown) {
    super(
      `cannot keep records in ${directory} (${reasonOf(cause)}). ` +
        'Let the user of this process write there and see to free space, or choose another directory.',
      { cause },
    );
  }
}

/** Another live process holds the place. */
export class JournalHeld extends Error {
  override readonly name = 'JournalHeld';

  constructor(
    directory: string,
    readonly pid: number,
  ) {
    super(`${directory} is in use by process ${String(pid)}. Stop that process, or choose another directory.`);
  }
}

/** Something that had been stored cannot be read any more. */
export class JournalDamaged extends Error {
  override readonly name = 'JournalDamaged';

  constructor(
    readonly path: string,
    readonly offset: number,
    why: string,
  ) {
    super(
      `${path} is damaged at byte ${String(offset)}: ${why}. ` +
        'Restore its directory from a backup, or move the directory away to begin with nothing remembered.',
    );
  }
}

/** A write failed, so nobody knows what is stored beyond the last success. */
export class JournalFailed extends Error {
  override readonly name = 'JournalFailed';

  constructor(path: string, cause: unknown) {
    super(
      `cannot write ${path} (${reasonOf(cause)}). See to free space and a healthy disk, then start this process again.`,
      { cause },
    );
  }
}

/** More is queued than the journal takes; these records were not stored, earlier and later ones are not concerned. */
export class JournalOverloaded extends Error {
  override readonly name = 'JournalOverloaded';

  constructor(queuedMax: number) {
    super(`more than ${String(queuedMax)} bytes wait to be stored. Slow down, and append again later.`);
  }
}

/** The journal was closed before. */
export class JournalClosed extends Error {
  override readonly name = 'JournalClosed';

  constructor() {
    super('the journal is closed. Open it again before appending.');
  }
}

/** The code of a system error, such as `ENOENT`; undefined for anything else that was thrown. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

function reasonOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'message' in cause ? String(cause.message) : String(cause);
}
