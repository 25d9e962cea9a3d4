import { digestOfAgent } from '@parley/common/audit';
import type { AllocatorDown, AllocatorFramework, Packing, Proposal, Quota } from '@parley/common/contract';
import { offerIdOf } from '@parley/common/kernel';
import type { AgentId, FrameworkId } from '@parley/common/kernel';
import { resources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import { EngineSession } from '../bench/allocator/engine-session';
import { fits } from './division';
import type { Division } from './division';
import type { Amounts, Instance } from './instance';

/** In the order of the amounts of an instance. */
const NAMES = ['cpus', 'mem', 'disk', 'net'] as const;
const NO_QUOTA: Quota = { guarantee: new Map(), limit: new Map() };
const EPOCH = { clusterId: 'c1', incarnation: 1, revision: 1 };

/** How an instance is put to the allocator. */
export interface Setting {
  /** The role of each framework; one role for all where it is not stated. */
  readonly roles?: readonly string[];
  /** Weights of roles; 1 where it is not stated. */
  readonly roleWeights?: Readonly<Record<string, number>>;
  /** The ids of the frameworks, which break ties; in their order where they are not stated. */
  readonly ids?: readonly string[];
  readonly packing?: Packing;
  /** Frameworks that have this many tasks want no more; endless where it is not stated. */
  readonly tasksMax?: readonly number[];
  /** What frameworks state: one task at a time, or all that they want at once, endless being {@link STATED_MAX}. One at a time where it is not stated. */
  readonly stated?: 'one-task' | 'all-tasks';
}

/** So many tasks are stated by frameworks that want endlessly many. */
const STATED_MAX = 1_000;

/** The resources of so many amounts. */
export function resourcesOf(amounts: Amounts, times = 1): Resources {
  const scalars: Record<string, number> = {};
  for (const [at, amount] of amounts.entries()) scalars[NAMES[at] ?? `r${at}`] = amount * times * 1_000;
  return resources({ scalars });
}

/**
 * Has the real allocator divide an instance. Frameworks state a demand, of one task at a time unless said otherwise, and launch whatever they are offered at once;
 * one proposal is open at a time, so that each decision is made with all before it in force. Ends when nothing more is proposed.
 */
export function divide(instance: Instance, setting: Setting = {}): Division {
  return new Play(instance, setting).run();
}

class Play {
  readonly #instance: Instance;
  readonly #setting: Setting;
  readonly #session = new EngineSession();
  readonly #ids: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #needs: readonly Resources[];
  readonly #bundles: readonly Map<number, number>[];
  readonly #tasks: number[];
  readonly #left: number[][];
  readonly #order: number[] = [];

  constructor(instance: Instance, setting: Setting) {
    this.#instance = instance;
    this.#setting = setting;
    this.#ids = setting.ids ?? instance.demands.map((_, at) => `f${String(at).padStart(3, '0')}`);
    this.#numbers = new Map(this.#ids.map((id, at) => [id, at]));
    this.#needs = instance.demands.map((need) => resourcesOf(need));
    this.#bundles = instance.demands.map(() => new Map<number, number>());
    this.#tasks = instance.demands.map(() => 0);
    this.#left = instance.agents.map((agent) => [...agent]);
  }

  run(): Division {
    const { agents, demands } = this.#instance;
    const roles = new Set(demands.map((_, framework) => this.#roleOf(framework)));
    const snapshot: AllocatorDown[] = [
      ...[...roles].map((role) => this.#role(role)),
      ...agents.map((amounts, at) => agentItem(at, amounts)),
      ...demands.map((_, at) => this.#framework(at)),
    ];
    this.#session.begin(snapshot, 1);
    for (let made = this.#session.cycle(); made.length > 0; made = this.#session.cycle()) {
      for (const proposal of made) this.#launch(proposal);
    }
    return {
      instance: this.#instance,
      tasks: this.#tasks,
      bundles: this.#bundles,
      left: this.#left,
      order: this.#order,
      misbooked: this.#audit(),
    };
  }

  /** The master makes an offer of the proposal, and the framework launches as many tasks on it as fit. */
  #launch({ proposalId, frameworkId, role, agentId, resources: offered }: Proposal): void {
    const framework = this.#numbers.get(frameworkId) ?? 0;
    const agent = numberOf(agentId);
    const need = this.#instance.demands[framework] ?? [];
    const count = Math.min(fits(need, amountsOf(offered)), this.#wants(framework));
    if (count < 1) throw new Error(`framework ${framework} was proposed less than it waits for`);
    const running = this.#run(framework, agent, count);
    const allocation = { frameworkId, role, agentId, allocated: resourcesOf(need, running), offered: NOTHING };
    const items: AllocatorDown[] = [
      { item: 'offered', proposalId, offerId: offerIdOf(EPOCH, proposalId) },
      { item: 'allocation', allocation },
      { item: 'credits', credits: 1 },
    ];
    const isRestated = this.#wants(framework) === 0 || this.#setting.stated === 'all-tasks';
    if (isRestated) items.push(this.#framework(framework));
    this.#session.tell(items);
  }

  /** Notes tasks that were launched; gives how many of the framework run on the agent now. */
  #run(framework: number, agent: number, count: number): number {
    this.#order.push(framework);
    this.#tasks[framework] = (this.#tasks[framework] ?? 0) + count;
    const running = (this.#bundles[framework]?.get(agent) ?? 0) + count;
    this.#bundles[framework]?.set(agent, running);
    const left = this.#left[agent] ?? [];
    for (const [at, amount] of (this.#instance.demands[framework] ?? []).entries())
      left[at] = (left[at] ?? 0) - amount * count;
    return running;
  }

  /** How many more tasks a framework has. */
  #wants(framework: number): number {
    return (this.#setting.tasksMax?.[framework] ?? Infinity) - (this.#tasks[framework] ?? 0);
  }

  /** Asks the allocator whether its books agree with the digest of the truth. */
  #audit(): readonly string[] {
    const agents = this.#instance.agents.map((amounts, at) => {
      const holdings = this.#bundles.flatMap((bundle, framework) => {
        const count = bundle.get(at);
        if (count === undefined) return [];
        const held = resourcesOf(this.#instance.demands[framework] ?? [], count);
        return [{ frameworkId: this.#idOf(framework), role: this.#roleOf(framework), resources: held }];
      });
      const digest = digestOfAgent({
        agentId: agentIdOf(at),
        standing: 'offerable',
        total: resourcesOf(amounts),
        holdings,
      });
      return { agentId: agentIdOf(at), digest };
    });
    this.#session.tell([{ item: 'audit', agents }]);
    const answers = this.#session.takeSaid().flatMap((said) => (said.item === 'audited' ? [said.differing] : []));
    return answers.length === 1 ? (answers[0] ?? []) : ['the audit was not answered'];
  }

  #role(role: string): AllocatorDown {
    const weight = this.#setting.roleWeights?.[role] ?? 1;
    return { item: 'role', role, weight, quota: NO_QUOTA, packing: this.#setting.packing ?? 'split' };
  }

  #framework(at: number): AllocatorDown {
    const count = Math.min(this.#setting.stated === 'all-tasks' ? STATED_MAX : 1, this.#wants(at));
    const demand = count === 0 ? [] : [{ resources: this.#needs[at] ?? NOTHING, count }];
    const framework: AllocatorFramework = {
      frameworkId: this.#idOf(at),
      roles: [{ role: this.#roleOf(at), suppressed: false, demand, minAllocatable: undefined, constraintGroups: [] }],
      capabilities: [],
      active: true,
    };
    return { item: 'framework', framework };
  }

  #idOf(framework: number): FrameworkId {
    return (this.#ids[framework] ?? '') as FrameworkId;
  }

  #roleOf(framework: number): string {
    return this.#setting.roles?.[framework] ?? 'all';
  }
}

const NOTHING = resources({});

function agentItem(at: number, amounts: Amounts): AllocatorDown {
  const agentId = agentIdOf(at);
  const agent = { agentId, hostname: agentId, attributes: [], domain: undefined, standing: 'offerable' } as const;
  return { item: 'agent', agent: { ...agent, total: resourcesOf(amounts) } };
}

function agentIdOf(at: number): AgentId {
  return `a${String(at).padStart(3, '0')}` as AgentId;
}

function numberOf(agentId: AgentId): number {
  return Number(agentId.slice(1));
}

function amountsOf(held: Resources): Amounts {
  return NAMES.map((name) => (held.scalars.get(name) ?? 0) / 1_000);
}
