import type { StreamEnd } from '@parley/common/actor';
import type {
  AllocatorAgent,
  AllocatorDown,
  AllocatorUp,
  DemandShape,
  FrameworkCapability,
  FrameworkRole,
  Packing,
  Proposal,
} from '@parley/common/contract';
import { linkNumberOf, streamIdOf } from '@parley/common/kernel';
import type { AgentId, Epoch, FrameworkId, Moment, MonotonicMs, StreamId, WallMs } from '@parley/common/kernel';
import { NO_RESOURCES, parseResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';

import { AllocatorCore } from '../actor/allocator-core';
import type { AllocatorSettings } from '../actor/allocator-core';
import type { AllocatorEffect } from '../actor/inputs';
import type { AllocatorEvent } from '../domain/events';
import { drf } from '../domain/policies/drf/drf';

/** Resources from their text form; an empty text is nothing. */
export function held(text: string): Resources {
  if (text === '') return NO_RESOURCES;
  const parsed = parseResources(text);
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  return parsed.resources;
}

/** The item that describes an agent. */
export function agentItem(
  agentId: string,
  total: string,
  options: Partial<Pick<AllocatorAgent, 'standing' | 'attributes' | 'domain'>> = {},
): Extract<AllocatorDown, { readonly item: 'agent' }> {
  const { standing = 'offerable', attributes = [], domain } = options;
  const hostname = `${agentId}.example`;
  return {
    item: 'agent',
    agent: { agentId: agentId as AgentId, hostname, total: held(total), attributes, domain, standing },
  };
}

/** What a framework's item may say beside its roles. */
export interface FrameworkOptions {
  readonly suppressed?: readonly string[];
  readonly active?: boolean;
  readonly capabilities?: readonly FrameworkCapability[];
  /** What it says of every one of its roles. */
  readonly settings?: Partial<FrameworkRole>;
}

/** The item that describes a framework. */
export function frameworkItem(
  frameworkId: string,
  roles: readonly string[],
  options: FrameworkOptions = {},
): Extract<AllocatorDown, { readonly item: 'framework' }> {
  const { suppressed = [], active = true, capabilities = [], settings = {} } = options;
  const described = roles.map((role) => frameworkRole(role, { ...settings, suppressed: suppressed.includes(role) }));
  return {
    item: 'framework',
    framework: { frameworkId: frameworkId as FrameworkId, roles: described, capabilities, active },
  };
}

/** One role of a framework that has said nothing special about it, but for the changes given. */
export function frameworkRole(role: string, changes: Partial<FrameworkRole> = {}): FrameworkRole {
  return {
    role,
    suppressed: false,
    demand: undefined,
    minAllocatable: undefined,
    constraintGroups: [],
    ...changes,
  };
}

/** A stated demand, as `2 cpus:1;mem:512`: how many pieces of what. */
export function demandOf(...shapes: readonly string[]): readonly DemandShape[] {
  return shapes.map((text) => {
    const [count, amounts] = text.split(' ');
    return { count: Number(count), resources: held(amounts ?? '') };
  });
}

/** The item that describes a role; quantities as text, such as `cpus:2`. A limit of 0 is written as `cpus:0`. */
export function roleItem(
  role: string,
  options: { weight?: number; guarantee?: string; limit?: string; packing?: Packing } = {},
): Extract<AllocatorDown, { readonly item: 'role' }> {
  const { weight = 1, guarantee = '', limit = '', packing = 'whole-agent' } = options;
  return { item: 'role', role, weight, quota: { guarantee: milliOf(guarantee), limit: milliOf(limit) }, packing };
}

function milliOf(text: string): ReadonlyMap<string, number> {
  const pairs = text.split(';').filter((part) => part !== '');
  return new Map(
    pairs.map((pair) => {
      const [name = '', amount = ''] = pair.split(':');
      return [name, Math.round(Number(amount) * 1000)];
    }),
  );
}

/** A framework's role on an agent, as `framework/role/agent`. */
export interface At {
  readonly frameworkId: FrameworkId;
  readonly role: string;
  readonly agentId: AgentId;
}

/** Reads `framework/role/agent`. */
export function at(text: string): At {
  const [frameworkId, role, agentId] = text.split('/');
  return { frameworkId: frameworkId as FrameworkId, role: role as string, agentId: agentId as AgentId };
}

/** The item that says what is held at one place. */
export function allocationItem(place: string, amounts: { allocated?: string; offered?: string }): AllocatorDown {
  const { allocated = '', offered = '' } = amounts;
  return { item: 'allocation', allocation: { ...at(place), allocated: held(allocated), offered: held(offered) } };
}

/** The item that says what is not wanted at one place. */
export function filterItem(place: string, refused: string, remainingMs: number): AllocatorDown {
  return { item: 'filter', filter: { ...at(place), refused: held(refused), remainingMs } };
}

/** An epoch of the cluster that tests play in. */
export function epochNumber(revision: number, clusterId = 'c1'): Epoch {
  return { clusterId, incarnation: 1, revision };
}

/** A core with the master's side of one stream, at a time that only moves when told to. */
export class GivenAllocator {
  readonly core: AllocatorCore;
  readonly stream: StreamId = streamIdOf(1);
  now = 0 as MonotonicMs;
  readonly sent: { readonly stream: StreamId; readonly item: AllocatorUp }[] = [];
  readonly ended: { readonly stream: StreamId; readonly because: StreamEnd }[] = [];
  readonly events: AllocatorEvent[] = [];
  stopped = false;
  #sequences = new Map<StreamId, number>();

  constructor(options: Partial<AllocatorSettings> = {}) {
    this.core = new AllocatorCore({ policy: drf(), safetyPassMs: 1_000, ...options });
  }

  /** Opens the first stream, sends a whole snapshot on it and grants credits. */
  withSnapshot(items: readonly AllocatorDown[], credits = 1_000): this {
    return this.open().deliver([
      { item: 'begin', minAllocatable: [], pingMs: 15_000, region: '' },
      ...items,
      { item: 'end', count: items.length },
      { item: 'credits', credits },
    ]);
  }

  open(stream = this.stream): this {
    this.#step({ input: 'session-stream', event: { event: 'opened', stream } });
    return this;
  }

  /** Delivers one batch and settles. */
  deliver(
    items: readonly AllocatorDown[],
    stamp: {
      readonly stream?: StreamId;
      readonly epoch?: Epoch;
      readonly link?: number;
      readonly sequence?: number;
    } = {},
  ): this {
    const { stream = this.stream, epoch = epochNumber(1), link = 1 } = stamp;
    const sequence = stamp.sequence ?? (this.#sequences.get(stream) ?? 0) + 1;
    this.#sequences.set(stream, sequence);
    const message = { epoch, link: linkNumberOf(link), sequence, items };
    this.#step({ input: 'session-stream', event: { event: 'message', stream, message } });
    return this;
  }

  close(stream = this.stream): this {
    this.#step({ input: 'session-stream', event: { event: 'closed', stream, end: { kind: 'lost', message: 'cut' } } });
    return this;
  }

  shutDown(): this {
    this.#step({ input: 'shut-down' });
    return this;
  }

  /** Lets time pass, with every tick that the core asks for on the way. */
  advance(durationMs: number): this {
    const until = (this.now + durationMs) as MonotonicMs;
    for (let wakeAt = this.core.wakeAt; wakeAt !== undefined && wakeAt <= until; wakeAt = this.core.wakeAt) {
      if (wakeAt > this.now) this.now = wakeAt;
      this.#step({ input: 'tick' });
    }
    this.now = until;
    return this;
  }

  /** All proposals sent so far, or those from number `from` on. */
  proposals(from = 1): readonly Proposal[] {
    const made = this.sent.flatMap(({ item }) => (item.item === 'proposal' ? [item.proposal] : []));
    return made.filter((proposal) => proposal.proposalId >= from);
  }

  /** Who was proposed what, as `framework/role/agent`, in order. */
  placesProposed(from = 1): readonly string[] {
    return this.proposals(from).map(({ frameworkId, role, agentId }) => `${frameworkId}/${role}/${agentId}`);
  }

  #step(input: Parameters<AllocatorCore['step']>[0]): void {
    const moment: Moment = { now: this.now, wall: 0 as WallMs, chance: 0.5 };
    this.#record(this.core.step(input, moment));
    this.#record(this.core.settle(moment));
  }

  #record(effects: readonly AllocatorEffect[]): void {
    for (const effect of effects) {
      if (effect.effect === 'send') this.sent.push({ stream: effect.stream, item: effect.item });
      else if (effect.effect === 'end-stream') this.ended.push({ stream: effect.stream, because: effect.because });
      else if (effect.effect === 'observe') this.events.push(effect.event);
      else this.stopped = true;
    }
  }
}
