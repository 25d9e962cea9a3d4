import type { Client } from '@grpc/grpc-js';
import type { AllocatorCapability, AllocatorDown, AllocatorUp } from '@parley/common/contract';
import { linkNumberOf } from '@parley/common/kernel';
import type { Clock, Epoch } from '@parley/common/kernel';
import type { Resources } from '@parley/common/resources';
import { Channels } from '@parley/common/rpc';

import { Findings } from './findings';
import { PlayedSession } from './played-session';
import type { Stamp, Surroundings } from './played-session';
import { BEGIN } from './told';

/** The classes of fairness that the kit knows; an allocator of another class is not tried for one. */
export const FAIRNESS_CLASSES = ['drf', 'strict-priority', 'random'] as const;

/** One of {@link FAIRNESS_CLASSES}. */
export type FairnessClass = (typeof FAIRNESS_CLASSES)[number];

/** Whom the kit plays the master for, and by which times. */
export interface KitOptions {
  /** `host:port`. */
  readonly target: string;
  readonly boundMs: number;
  readonly quietMs: number;
  /** Undefined: what the allocator calls its policy. */
  readonly policy: FairnessClass | undefined;
  /** The role that strict priority serves before the other. */
  readonly priorityRoles: { readonly high: string; readonly low: string };
}

/** How a session begins. */
export interface Opening {
  /** By default 1,000. */
  readonly credits?: number;
  readonly minAllocatable?: readonly Resources[];
  readonly region?: string;
}

/** Plays masters one after another, each session over the one before. */
export class Kit implements Disposable {
  readonly options: KitOptions;
  readonly findings = new Findings();
  readonly #channels = new Channels();
  readonly #client: Client;
  readonly #around: Surroundings;
  #epoch: Epoch;
  #link = 0;
  /** Sessions of the story that is being told; ended with it. */
  readonly #sessions: PlayedSession[] = [];
  #ready: Extract<AllocatorUp, { item: 'ready' }> | undefined;

  constructor(options: KitOptions, clock: Clock) {
    this.options = options;
    this.#client = this.#channels.take(options.target);
    const { boundMs, quietMs } = options;
    this.#around = {
      clock,
      client: this.#client,
      findings: this.findings,
      boundMs,
      quietMs,
      mute: false,
      unready: false,
    };
    // An allocator obeys the highest epoch it ever saw: each run of the kit is later than those before it.
    this.#epoch = { clusterId: 'conformance', incarnation: 1, revision: Math.floor(clock.wall()) };
  }

  get now(): number {
    return this.#around.clock.now();
  }

  /** What the allocator said it can do beyond proposals. */
  can(capability: AllocatorCapability): boolean {
    return this.#ready?.capabilities.includes(capability) === true;
  }

  /** How the allocator introduced itself; undefined until it did. */
  get introduction(): { readonly name: string; readonly policy: string } | undefined {
    return this.#ready;
  }

  /** The class of fairness that the allocator is tried for; undefined when it is none the kit knows. */
  get fairness(): FairnessClass | undefined {
    const said = this.#ready?.policy;
    return this.options.policy ?? FAIRNESS_CLASSES.find((name) => name === said);
  }

  /** The stamp of the next session: a link number that was never used, in this epoch or one that is so many terms later or earlier. */
  nextStamp(terms = 0): Stamp {
    this.#link += 1;
    const epoch = { ...this.#epoch, revision: this.#epoch.revision + terms };
    if (terms > 0) this.#epoch = epoch;
    return { epoch, link: linkNumberOf(this.#link) };
  }

  /** Opens a stream and says nothing. */
  dial(stamp = this.nextStamp()): PlayedSession {
    const session = new PlayedSession(this.#around, stamp);
    this.#sessions.push(session);
    return session;
  }

  /** Begins a session and waits until the allocator is ready to be told. */
  async begin(opening: Opening = {}, stamp = this.nextStamp()): Promise<PlayedSession> {
    const session = this.dial(stamp);
    const { minAllocatable = BEGIN.minAllocatable, region = BEGIN.region } = opening;
    session.say({ ...BEGIN, minAllocatable, region });
    if (this.#around.unready) return session;
    try {
      await session.eventually('`ready`', () => session.ready !== undefined);
    } catch (broken) {
      if (session.ended !== undefined) throw broken;
      this.#around.unready = true;
      this.findings.note(
        'ready-first',
        `expected \`ready\` within ${String(this.options.boundMs)} ms, but heard nothing`,
      );
    }
    this.#ready = session.ready ?? this.#ready;
    return session;
  }

  /** Begins a session with a whole snapshot, and grants credits; done when the allocator knows it all. */
  async session(
    entities: readonly AllocatorDown[],
    opening: Opening = {},
    stamp = this.nextStamp(),
  ): Promise<PlayedSession> {
    const session = await this.begin(opening, stamp);
    session.say(...entities);
    session.endSnapshot();
    session.grant(opening.credits ?? 1_000);
    await session.barrier();
    return session;
  }

  /** Leaves every session of the story. */
  closeSessions(): void {
    for (const session of this.#sessions.splice(0)) session.close();
  }

  [Symbol.dispose](): void {
    this.closeSessions();
    this.#channels.release(this.options.target);
  }
}
