/** What to run, and how to tell that it is up. */
export interface ProcessSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Where its log goes, as `<name>.log`. */
  readonly logDir: string;
  /** Its output says so when it is up. */
  readonly ready: RegExp;
  /** How long that may take, in milliseconds; 20,000 by default. */
  readonly readyMs?: number;
  /** Added to the caller's environment without its PARLEY_ variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** How it is asked to end; SIGTERM by default. */
  readonly stopSignal?: NodeJS.Signals;
  /** How long it may take to end, in milliseconds; 8,000 by default. */
  readonly stopMs?: number;
  /** Told in a sentence when it does not stay up although it is started again and again. */
  readonly onFailed?: ((sentence: string) => void) | undefined;
}

/** One process with a supervisor: what ends by itself is started again, what was stopped or killed stays so until it is started. */
export class ManagedProcess {
  constructor(spec: ProcessSpec);
  readonly name: string;
  readonly logFile: string;
  /** Undefined while it does not run. */
  readonly pid: number | undefined;
  /** Everything that it wrote since it was started last. */
  readonly output: string;
  /** Starts it and waits until it is ready; rejects with {@link ProcessFailed} if it ends first or takes too long. */
  start(): Promise<void>;
  /** Done when it is ready, also after a start by the supervisor. */
  ready(): Promise<void>;
  /** Asks it to end; what has not ended in time is killed. */
  stop(signal?: NodeJS.Signals, withinMs?: number): Promise<void>;
  /** `kill -9`, and it stays dead. */
  kill(): Promise<void>;
  /** Asks it to end and lets the supervisor start it again; done when it is ready again. */
  cycle(signal?: NodeJS.Signals, withinMs?: number): Promise<void>;
  /** Stops it without ending it. */
  pause(): void;
  resume(): void;
  /** For the very end of this process, when there is no time to wait. */
  killNow(): void;
}

/** A process did not come up, or did not stay up: one sentence, and where to read on. */
export class ProcessFailed extends Error {}

/** The root of the repository. */
export const ROOT: string;

/** A port that nobody listens on: the preferred one if it is free, else one below the range that the kernel takes for outgoing connections. */
export function freePort(preferred?: number): Promise<number>;

/** Whether a port can be listened on at 127.0.0.1 now. */
export function isFree(port: number): Promise<boolean>;

/** Waits until `condition` holds, looking every few milliseconds; whether it did in time. */
export function until(condition: () => boolean | Promise<boolean>, deadlineMs: number): Promise<boolean>;

/** Processes of tasks whose sandbox lies below `folder`, as `/proc` shows them now. */
export function taskProcesses(folder: string): readonly { readonly pid: number; readonly launchId: string }[];

/** Kills every process of a task whose sandbox lies below `folder`. */
export function killTasks(folder: string): void;
