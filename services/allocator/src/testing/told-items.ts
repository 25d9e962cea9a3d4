import type {
  AllocatorAgent,
  AllocatorDown,
  DemandShape,
  FrameworkCapability,
  FrameworkRole,
  Packing,
} from '@parley/common/contract';
import { proposalIdOf } from '@parley/common/kernel';
import type { AgentId, Epoch, FrameworkId, OfferId } from '@parley/common/kernel';
import { NO_RESOURCES, parseResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';

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

/** The items of so many agents that are alike, named `a1`, `a2`, … */
export function agentItems(count: number, total: string): readonly AllocatorDown[] {
  return Array.from({ length: count }, (_, index) => agentItem(`a${String(index + 1)}`, total));
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

/** The item that begins a session without minimums and without a region. */
export const BEGIN = { item: 'begin', minAllocatable: [], pingMs: 15_000, region: '' } as const;

/** The answer that a proposal became an offer. */
export function offeredItem(proposal: number): AllocatorDown {
  return { item: 'offered', proposalId: proposalIdOf(proposal), offerId: `O-1-1-${String(proposal)}` as OfferId };
}

/** The answer that a proposal was refused, for what is not free, and is not to be repeated for so long. */
export function refusedItem(proposal: number, retryAfterMs: number): AllocatorDown {
  return { item: 'refused', proposalId: proposalIdOf(proposal), reason: 'not-available', retryAfterMs };
}
