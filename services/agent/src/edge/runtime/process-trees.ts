import { after } from '@parley/common/kernel';
import type { Cancel, Clock, LaunchId } from '@parley/common/kernel';
import type { ProcessSignal } from '../../ports';
import { PROC } from './proc';
import type { ProcessEntry, ProcessTable } from './proc';

/**
 * Carried by every process of a launch that does not clear its environment. The path of the sandbox also tells clusters apart that
 * share a machine, which launch ids do not.
 */
export const LAUNCH_MARKER = 'PARLEY_SANDBOX';

/** Processes looked at before other work gets its turn. */
const CHUNK = 100;
/** A tree that forks faster than it can be killed is left alone after so many passes; it is killed again when asked again. */
const PASSES_MAX = 20;
const PASS_AGAIN_MS = 10;
/** After a pass that failed, because the machine is out of something, the next one waits this long. */
const AFTER_FAULT_MS = 1_000;
/** What a command left behind when it ended by itself is looked for at most this often, since every look reads all of /proc. */
const LEFTOVERS_EVERY_MS = 2_000;

/** A launch and the path that its processes carry as their marker. */
export interface MarkedLaunch {
  readonly launchId: LaunchId;
  readonly sandbox: string;
}

interface Target {
  readonly sandbox: string;
  /** Spared: it has the exit status to write. Undefined when it is gone already. */
  readonly supervisor: number | undefined;
  readonly signal: ProcessSignal;
  passes: number;
}

type Owned = Map<LaunchId, ProcessEntry[]>;

/** What looking for processes needs of its surroundings. */
export interface ProcessTreesOptions {
  readonly clock: Clock;
  /** Told of passes that failed; what was to be signalled is tried again. */
  readonly onFault: (message: string, error: unknown) => void;
  /** The processes there are; those of this machine unless given. */
  readonly table?: ProcessTable;
}

/**
 * Signals whole trees of processes: descendants of the supervisor, everything in their sessions, and whatever carries the launch's
 * marker in its environment. Not caught: a process that was orphaned, left the session, and cleared its environment, all three.
 * One look at /proc serves all launches that are to be signalled.
 */
export class ProcessTrees {
  readonly #clock: Clock;
  readonly #onFault: ProcessTreesOptions['onFault'];
  readonly #table: ProcessTable;
  /** Bounded by the launches of the agent. */
  readonly #targets = new Map<LaunchId, Target>();
  readonly #leftovers = new Map<LaunchId, MarkedLaunch>();
  #running = false;
  #sweep: Cancel | undefined;

  constructor({ clock, onFault, table = PROC }: ProcessTreesOptions) {
    this.#clock = clock;
    this.#onFault = onFault;
    this.#table = table;
  }

  /** Signals everything that belongs to the launch, except its supervisor. A kill is repeated until nothing is left. */
  signal(launch: MarkedLaunch, supervisor: number, signal: ProcessSignal): void {
    this.#target(launch.launchId, { sandbox: launch.sandbox, supervisor, signal, passes: 0 });
  }

  /** The launch's command and supervisor have ended: whatever it left behind is killed. `soon` after a kill, otherwise in good time. */
  ended(launch: MarkedLaunch, soon: boolean): void {
    if (soon) {
      this.#killLeftovers(launch);
      return;
    }
    this.#leftovers.set(launch.launchId, launch);
    this.#sweep ??= this.#clock.at(after(this.#clock.now(), LEFTOVERS_EVERY_MS), () => {
      this.#sweep = undefined;
      for (const each of this.#leftovers.values()) this.#killLeftovers(each);
      this.#leftovers.clear();
    });
  }

  /** Looks for nothing more. */
  close(): void {
    this.#sweep?.();
    this.#targets.clear();
  }

  #killLeftovers({ launchId, sandbox }: MarkedLaunch): void {
    this.#target(launchId, { sandbox, supervisor: undefined, signal: 'kill', passes: 0 });
  }

  #target(launchId: LaunchId, target: Target): void {
    this.#targets.set(launchId, target);
    // Nothing is thrown there: each pass reports what goes wrong with it.
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#targets.size > 0) {
      await this.#nextPass();
      try {
        await this.#pass();
      } catch (error) {
        this.#onFault('cannot look for the processes of tasks that are to end; trying again', error);
        await this.#pause(AFTER_FAULT_MS);
      }
    }
    this.#running = false;
  }

  async #pass(): Promise<void> {
    const aimed = new Map(this.#targets);
    const owned = await this.#find(aimed);
    for (const [launchId, target] of aimed) this.#strike(launchId, target, owned.get(launchId) ?? []);
  }

  #strike(launchId: LaunchId, target: Target, processes: readonly ProcessEntry[]): void {
    const name = target.signal === 'kill' ? 'SIGKILL' : 'SIGTERM';
    for (const group of new Set(processes.map((each) => each.group))) {
      // Groups are signalled as one, so that nothing can be born between two signals. The supervisor's own is spared.
      if (group > 1 && group !== target.supervisor) sendSignal(-group, name);
    }
    for (const { pid, group } of processes) if (group === target.supervisor) sendSignal(pid, name);
    target.passes += 1;
    // A supervisor that is there may be about to begin its command: what was not found yet is still to be signalled.
    const achieved =
      target.signal === 'terminate' ? processes.length > 0 : processes.length === 0 && this.#isGone(target.supervisor);
    const done = achieved || target.passes >= PASSES_MAX;
    if (done && this.#targets.get(launchId) === target) this.#targets.delete(launchId);
  }

  /** All processes of the launches aimed at. */
  async #find(aimed: ReadonlyMap<LaunchId, Target>): Promise<Owned> {
    const all = new Map<number, ProcessEntry>();
    await this.#inChunks(this.#table.listPids(), (pid) => {
      const entry = this.#table.readProcess(pid);
      if (entry !== undefined && !entry.zombie) all.set(pid, entry);
    });
    const supervisors = new Map<number, LaunchId>();
    for (const [launchId, target] of aimed)
      if (target.supervisor !== undefined) supervisors.set(target.supervisor, launchId);
    const owned: Owned = new Map();
    const sessions = new Map<number, LaunchId>();
    const claim = (entry: ProcessEntry, launchId: LaunchId): void => {
      owned.set(launchId, [...(owned.get(launchId) ?? []), entry]);
      if (!supervisors.has(entry.session)) sessions.set(entry.session, launchId);
    };
    const marked = new Map([...aimed].map(([launchId, target]) => [target.sandbox, launchId]));
    const strangers: ProcessEntry[] = [];
    for (const entry of all.values()) {
      const launchId = ancestorIn(entry, all, supervisors);
      if (launchId === undefined) strangers.push(entry);
      else claim(entry, launchId);
    }
    await this.#inChunks(strangers, (entry) => {
      if (supervisors.has(entry.pid)) return;
      const marker = (): string => this.#table.environmentOf(entry.pid, LAUNCH_MARKER) ?? '';
      const launchId = sessions.get(entry.session) ?? marked.get(marker());
      if (launchId !== undefined) claim(entry, launchId);
    });
    return owned;
  }

  #isGone(supervisor: number | undefined): boolean {
    return supervisor === undefined || this.#table.readProcess(supervisor)?.zombie !== false;
  }

  /** At once for what is new; what has been tried gets a moment. */
  async #nextPass(): Promise<void> {
    const isNew = [...this.#targets.values()].some((target) => target.passes === 0);
    if (isNew) await this.#nextTurn();
    else await this.#pause(PASS_AGAIN_MS);
  }

  async #pause(ms: number): Promise<void> {
    await new Promise<void>((resolve) => this.#clock.at(after(this.#clock.now(), ms), resolve));
  }

  async #inChunks<Item>(items: readonly Item[], take: (item: Item) => void): Promise<void> {
    for (let from = 0; from < items.length; from += CHUNK) {
      for (const item of items.slice(from, from + CHUNK)) take(item);
      if (from + CHUNK < items.length) await this.#nextTurn();
    }
  }

  async #nextTurn(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#clock.soon(resolve);
    });
  }
}

/** The launch of which the process descends, if any. */
function ancestorIn(
  entry: ProcessEntry,
  all: ReadonlyMap<number, ProcessEntry>,
  supervisors: ReadonlyMap<number, LaunchId>,
): LaunchId | undefined {
  let above: ProcessEntry | undefined = all.get(entry.parent);
  // Between two reads a process may have taken the id of another's parent: the walk is bounded, since circles are then possible.
  for (let steps = 0; above !== undefined && steps < 1_000; steps += 1) {
    const launchId = supervisors.get(above.pid);
    if (launchId !== undefined) return launchId;
    above = all.get(above.parent);
  }
  return undefined;
}

/** Signals a process, or with a negative id a group; one that is gone or not ours is left alone. */
export function sendSignal(pid: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended on its own in the meantime, or belongs to another user and cannot be signalled by us at all.
  }
}
