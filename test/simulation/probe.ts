import { equalResources } from '@parley/common/resources';
import { RawScheduler } from '../worlds/raw-scheduler';
import type { SimulatedCluster } from '../worlds/simulated/simulated-cluster';
import { dialGateways } from '../worlds/simulated/simulated-framework';

const OPERATOR_REQUEST = 1_000_000_000;

/** Of a role below everything that machines are reserved for, and able to deal with all of it: such a framework is offered whole agents. */
const WHOLE = { roles: ['batch/night'], capabilities: ['revocable-resources'] } as const;

/** Asks a cluster at rest whether it works: a newcomer must be offered every agent whole, and every gateway must show its operators the state of the cluster. */
export class Probe {
  readonly #newcomers: readonly { readonly gateway: string; readonly scheduler: RawScheduler }[];

  constructor(private readonly cluster: SimulatedCluster) {
    const { around, gateways, timeline } = cluster;
    this.#newcomers = [...gateways.values()].map(({ name, gateway }) => {
      const { process } = around.process(around.host(`probe-of-${name}`), 'probe');
      gateway?.operatorOpened(OPERATOR_REQUEST, { query: 'get-state' });
      const ports = {
        dial: dialGateways(around, process, { first: name }),
        clock: process.clock,
        now: () => timeline.now,
      };
      return { gateway: name, scheduler: new RawScheduler(`probe-of-${name}`, WHOLE, ports) };
    });
  }

  /** What does not work yet; undefined once everything does. Offers of a part are given back, until all of it comes at once. */
  look(): string | undefined {
    for (const { name, operatorEnds } of this.cluster.gateways.values()) {
      if (!operatorEnds.has(OPERATOR_REQUEST)) return `${name} does not show the state of the cluster`;
    }
    const whole = new Set<string>();
    for (const { scheduler, gateway } of this.#newcomers) {
      if (!scheduler.connected) return `nobody can subscribe through ${gateway}`;
      for (const { what } of [...scheduler.offers]) {
        const agent = this.cluster.agents.get(what.hostname);
        if (agent !== undefined && equalResources(what.resources, agent.whole)) whole.add(what.hostname);
        else scheduler.decline([what], 0);
      }
    }
    const missing = [...this.cluster.agents.keys()].filter((name) => !whole.has(name));
    return missing.length === 0 ? undefined : `${missing.join(', ')} is not offered as a whole`;
  }
}
