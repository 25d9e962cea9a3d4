import type { AgentEvent } from '@parley/agent';
import type { AllocatorEvent } from '@parley/allocator';
import type { GatewayEvent } from '@parley/framework-gateway';
import type { MasterEvent } from '@parley/master';
import { Chance } from './chance';
import type { EventLog } from './event-log';
import type { SimulatedNetwork } from './simulated-network';
import { SimulatedHost, SimulatedProcess } from './simulated-process';
import type { Timeline } from './timeline';

/** What a service told its observer, and which one it was. */
export type Happening =
  | { readonly of: 'master'; readonly name: string; readonly event: MasterEvent }
  | { readonly of: 'agent'; readonly name: string; readonly event: AgentEvent }
  | { readonly of: 'gateway'; readonly name: string; readonly event: GatewayEvent }
  | { readonly of: 'allocator'; readonly name: string; readonly event: AllocatorEvent };

/** What every part of a simulated world shares. */
export class Surroundings {
  readonly #listeners: ((happening: Happening) => void)[] = [];
  #processes = 0;

  readonly timeline: Timeline;
  readonly log: EventLog;
  readonly network: SimulatedNetwork;

  constructor(
    readonly seed: number,
    parts: { readonly timeline: Timeline; readonly log: EventLog; readonly network: SimulatedNetwork },
  ) {
    this.timeline = parts.timeline;
    this.log = parts.log;
    this.network = parts.network;
  }

  /** Chance for one purpose. */
  chance(purpose: string): Chance {
    return Chance.of(this.seed, purpose);
  }

  host(name: string): SimulatedHost {
    return new SimulatedHost(name, this.timeline);
  }

  /** A new run of a program on a machine, with its own chance. */
  process(host: SimulatedHost, program: string): { readonly process: SimulatedProcess; readonly chance: Chance } {
    this.#processes += 1;
    const chance = this.chance(`${host.name} ${program} ${this.#processes}`);
    const process = new SimulatedProcess(host, `${host.name}#${this.#processes}`, chance);
    this.log.note(`${this.timeline.now} ${process.name} starts`);
    return { process, chance };
  }

  /** Tells `listener` of everything the services observe from now on. */
  listen(listener: (happening: Happening) => void): void {
    this.#listeners.push(listener);
  }

  /** To be given to services as their observer. */
  tell(happening: Happening): void {
    this.log.remark(() => `${this.timeline.now} ${happening.name} ${JSON.stringify(happening.event, readable)}`);
    for (const listener of this.#listeners) listener(happening);
  }
}

/** Maps as pairs, for readers of a trace. */
function readable(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value.entries()] : value;
}
