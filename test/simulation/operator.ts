import type { MaintenanceWindow, OperatorAnswer, OperatorQuery, Quota, RoleUpdate } from '@parley/common/contract';
import type { AgentId } from '@parley/common/kernel';
import { wallAfter } from '@parley/common/kernel';
import type { Chance } from '../worlds/simulated/chance';
import type { SimulatedCluster } from '../worlds/simulated/simulated-cluster';
import { wallOf } from '../worlds/simulated/simulated-process';
import type { History } from './history';

/** Roles that operators say something about: those of the simulation's frameworks, one above them, and one that nobody is in. */
const ROLES = ['*', 'batch', 'batch/night', 'service', 'nobody'];
/** How long an order may take before it is given again. */
const PATIENCE_MS = 10_000;

/** An order that makes the cluster again as it was. */
interface Restoration {
  readonly query: OperatorQuery;
  answers: readonly OperatorAnswer[];
  askedAt: number;
}

/** Somebody who looks at the cluster through a gateway, changes what roles and agents are allowed, and now and then kills a task or ends a framework. */
export class SimulatedOperator {
  #requests = 0;
  /** Agents that were ever taken out of use. Bounded by the agents. */
  readonly #deactivated = new Set<AgentId>();
  #restorations: Restoration[] | undefined;

  constructor(
    private readonly cluster: SimulatedCluster,
    private readonly history: History,
    private readonly chance: Chance,
  ) {}

  /** Asks one thing, through whatever gateway. */
  act(): void {
    const query = this.#query();
    const gateway = this.chance.pick([...this.cluster.gateways.values()]);
    if (query === undefined || gateway?.process === undefined) return;
    const request = (this.#requests += 1);
    this.history.count(`operator ${query.query}`);
    gateway.order(request, query);
    this.cluster.timeline.in(this.chance.between(100, 20_000), () => {
      gateway.process?.run('message', () => {
        gateway.gateway?.operatorClosed(request);
      });
    });
  }

  /** Takes back everything it ever ordered; what is not answered is ordered again. Says what is still to be done, undefined once nothing is. */
  restore(): string | undefined {
    const now = this.cluster.timeline.now;
    this.#restorations ??= this.#everythingBack().map((query) => ({ query, answers: [], askedAt: -PATIENCE_MS }));
    const left = this.#restorations.filter((restoration) => !isSettled(restoration));
    for (const restoration of left.filter(({ askedAt }) => askedAt + PATIENCE_MS <= now)) {
      const gateway = [...this.cluster.gateways.values()].find(({ process }) => process !== undefined);
      restoration.askedAt = now;
      restoration.answers = gateway?.order((this.#requests += 1), restoration.query) ?? [];
    }
    return left[0] === undefined ? undefined : `the operator waits for an answer to ${left[0].query.query}`;
  }

  #everythingBack(): readonly OperatorQuery[] {
    const updates = ROLES.map((role) => ({ role, weight: 1, quota: NO_QUOTA, packing: 'whole-agent' as const }));
    return [
      { query: 'update-roles', updates, force: true },
      { query: 'update-whitelist', hostnames: undefined },
      { query: 'update-maintenance', windows: [] },
      ...[...this.#deactivated].map((agentId) => ({ query: 'reactivate-agent', agentId }) as const),
    ];
  }

  #query(): OperatorQuery | undefined {
    const draw = this.chance.next();
    if (draw < 0.15) return { query: 'get-state' };
    if (draw < 0.3) return { query: 'watch', resumeAfter: this.chance.between(0, 50) };
    if (draw < 0.65) return this.#order(draw);
    return this.#aboutTask();
  }

  #order(draw: number): OperatorQuery {
    const { chance } = this;
    if (draw < 0.45) return { query: 'update-roles', updates: this.#roleUpdates(), force: chance.happens(0.5) };
    if (draw < 0.48) return { query: 'update-whitelist', hostnames: chance.happens(0.7) ? undefined : this.#hosts() };
    if (draw < 0.49) return { query: 'get-whitelist' };
    if (draw < 0.54) return this.#activation();
    if (draw < 0.57) return { query: 'update-maintenance', windows: chance.happens(0.5) ? [] : [this.#window()] };
    if (draw < 0.58) return { query: 'get-maintenance' };
    if (draw < 0.62) {
      return { query: 'explain-offers', frameworkId: undefined, role: chance.pick(ROLES), agentId: undefined };
    }
    return { query: 'get-shares' };
  }

  #roleUpdates(): readonly RoleUpdate[] {
    const { chance } = this;
    return Array.from({ length: chance.between(1, 2) }, () => ({
      role: chance.pick(ROLES) ?? '*',
      weight: chance.pick([undefined, 0.5, 1, 3]),
      quota: chance.happens(0.6) ? this.#quota() : undefined,
      packing: chance.pick([undefined, 'whole-agent', 'split', 'best-fit', 'spread'] as const),
    }));
  }

  /** Also ones that are refused, since the guarantee is above the limit or there is not so much. */
  #quota(): Quota {
    const { chance } = this;
    const some = (): ReadonlyMap<string, number> =>
      new Map(chance.happens(0.5) ? [] : [[chance.pick(['cpus', 'mem']) ?? 'cpus', chance.between(0, 6_000)]]);
    return { guarantee: some(), limit: some() };
  }

  #activation(): OperatorQuery {
    const agent = this.chance.pick([...this.cluster.agents.values()]);
    const agentId = agent?.identity ?? ('nobody' as AgentId);
    if (this.chance.happens(0.6)) return { query: 'reactivate-agent', agentId };
    this.#deactivated.add(agentId);
    return { query: 'deactivate-agent', agentId };
  }

  #window(): MaintenanceWindow {
    const startsAt = wallAfter(wallOf(this.cluster.timeline), this.chance.between(-5_000, 30_000));
    return {
      hostnames: this.#hosts(),
      unavailability: { startsAt, durationMs: this.chance.pick([undefined, 10_000, 60_000]) },
    };
  }

  #hosts(): readonly string[] {
    return [this.chance.pick([...this.cluster.agents.keys()]) ?? 'a1'];
  }

  #aboutTask(): OperatorQuery | undefined {
    const story = this.chance.pick([...this.history.tasks.values()]);
    if (story === undefined) return undefined;
    const { frameworkId, taskId } = story;
    const draw = this.chance.next();
    if (draw < 0.3) return { query: 'list-files', frameworkId, taskId, path: '' };
    if (draw < 0.6) return { query: 'read-file', frameworkId, taskId, path: 'stdout', offset: 0, lengthMax: 1_024 };
    if (draw < 0.94) {
      story.killAsked = true;
      return { query: 'kill', frameworkId, taskId, graceMs: undefined };
    }
    this.history.framework(frameworkId).teardownAsked = true;
    return { query: 'teardown', frameworkId };
  }
}

/** An agent that is in use already, or unknown, need not be put to use again; any other refusal is for the moment. */
function isSettled({ query, answers }: Restoration): boolean {
  return answers.some(
    (answer) =>
      answer.answer === 'done' ||
      (query.query === 'reactivate-agent' && answer.answer === 'refused' && answer.reason.startsWith('agent-')),
  );
}

const NO_QUOTA: Quota = { guarantee: new Map(), limit: new Map() };
