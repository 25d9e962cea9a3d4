import type { AllocatorDown, FrameworkRole, Packing, Quota } from '@parley/common/contract';
import type { AgentId, FrameworkId } from '@parley/common/kernel';
import { NO_RESOURCES, resources, subtractResources } from '@parley/common/resources';
import type { Range, Resources } from '@parley/common/resources';

/** No guarantee, no limit. */
export const NO_QUOTA: Quota = { guarantee: new Map(), limit: new Map() };

/** What the agents of Mesos' DeclineOffers have: 24 CPUs, 4 GiB of memory, 4 GiB of disk and a thousand ports. */
const DECLINE_TOTAL = scalars([24, 4_096, 4_096], [[31_000, 32_000]]);
/** What is in use on each of them: 16 CPUs and ports in 16 pieces, so that the free ports are in pieces as well. */
const DECLINE_USED = scalars(
  [16, 2_014, 1_024],
  Array.from({ length: 16 }, (_, piece) => [31_000 + piece * 60, 31_000 + piece * 60 + 1] as const),
);

/** An amount of the usual resources: CPUs, and MiB of memory and disk. */
export function scalars(
  [cpus, mem, disk]: readonly [cpus: number, mem: number, disk: number],
  ports: readonly (readonly [number, number])[] = [],
): Resources {
  const pieces: readonly Range[] = ports.map(([begin, end]) => ({ begin, end }));
  return resources({
    scalars: { cpus: cpus * 1_000, mem: mem * 1_000, disk: disk * 1_000 },
    ranges: { ports: pieces },
  });
}

/** The id of agent number `at`. */
export function agentIdAt(at: number): AgentId {
  return `agent-${String(at).padStart(6, '0')}` as AgentId;
}

/** The id of framework number `at`. */
export function frameworkIdAt(at: number): FrameworkId {
  return `framework-${String(at).padStart(5, '0')}` as FrameworkId;
}

/** An agent in good standing. */
export function agentItem(at: number, total: Resources): AllocatorDown {
  const agentId = agentIdAt(at);
  const agent = { agentId, hostname: `${agentId}.bench`, total, attributes: [], domain: undefined } as const;
  return { item: 'agent', agent: { ...agent, standing: 'offerable' } };
}

/** A framework in one role. */
export function frameworkItem(at: number, role: string, more: Partial<FrameworkRole> = {}): AllocatorDown {
  const roles: readonly FrameworkRole[] = [
    { role, suppressed: false, demand: undefined, minAllocatable: undefined, constraintGroups: [], ...more },
  ];
  return { item: 'framework', framework: { frameworkId: frameworkIdAt(at), roles, capabilities: [], active: true } };
}

/** A role. */
export function roleItem(role: string, quota: Quota = NO_QUOTA, packing: Packing = 'whole-agent'): AllocatorDown {
  return { item: 'role', role, weight: 1, quota, packing };
}

/** What a framework holds on an agent for a role. */
export function heldItem(
  agent: number,
  framework: number,
  held: { readonly role: string; readonly allocated: Resources },
): AllocatorDown {
  const { role, allocated } = held;
  const at = { frameworkId: frameworkIdAt(framework), agentId: agentIdAt(agent) };
  return { item: 'allocation', allocation: { ...at, role, allocated, offered: NO_RESOURCES } };
}

/** A cluster, with what its tasks hold. */
export interface BenchCluster {
  readonly agents: number;
  readonly frameworks: number;
  readonly items: readonly AllocatorDown[];
  /** What is free on each agent at first. */
  readonly free: Resources;
  /** What tasks of a framework hold on an agent, for as long as the bench runs. */
  readonly usedOf: (agent: number, framework: number) => Resources;
}

/** Mesos' DeclineOffers: all frameworks in one role; on every agent one of them, in turn, runs tasks. */
export function declineCluster(agents: number, frameworks: number): BenchCluster {
  const items: AllocatorDown[] = [];
  for (let at = 0; at < frameworks; at += 1) items.push(frameworkItem(at, '*'));
  for (let at = 0; at < agents; at += 1) {
    items.push(agentItem(at, DECLINE_TOTAL));
    items.push(heldItem(at, at % frameworks, { role: '*', allocated: DECLINE_USED }));
  }
  const usedOf = (agent: number, framework: number): Resources =>
    agent % frameworks === framework ? DECLINE_USED : NO_RESOURCES;
  return { agents, frameworks, items, free: subtractResources(DECLINE_TOTAL, DECLINE_USED), usedOf };
}
