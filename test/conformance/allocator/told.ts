import type {
  AllocatorAgent,
  AllocatorDown,
  AllocatorFramework,
  AllocatorRole,
  FrameworkRole,
  RefusalFilter,
} from '@parley/common/contract';
import type { AgentId, FrameworkId } from '@parley/common/kernel';
import { NO_RESOURCES, parseResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';

/** Resources from their text form; an empty text is nothing. */
export function held(text: string): Resources {
  if (text === '') return NO_RESOURCES;
  const parsed = parseResources(text);
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  return parsed.resources;
}

/** Where something may be offered: a framework, one of its roles, an agent. */
export interface Place {
  readonly frameworkId: FrameworkId;
  readonly role: string;
  readonly agentId: AgentId;
}

/** Reads `framework role agent`; roles may hold slashes. */
export function placeOf(text: string): Place {
  const [frameworkId = '', role = '', agentId = ''] = text.split(' ');
  return { frameworkId: frameworkId as FrameworkId, role, agentId: agentId as AgentId };
}

/** The text form of a place. */
export function placeText({ frameworkId, role, agentId }: Place): string {
  return `${frameworkId} ${role} ${agentId}`;
}

/** The item that begins a session without minimums and without a region. */
export const BEGIN = { item: 'begin', minAllocatable: [], pingMs: 15_000, region: '' } as const;

/** The item that describes an agent; offerable unless said otherwise. */
export function agent(
  agentId: string,
  total: string,
  more: Partial<Pick<AllocatorAgent, 'standing' | 'attributes' | 'domain'>> = {},
): AllocatorDown {
  return {
    item: 'agent',
    agent: {
      agentId: agentId as AgentId,
      hostname: `${agentId}.example`,
      total: held(total),
      attributes: [],
      domain: undefined,
      standing: 'offerable',
      ...more,
    },
  };
}

/** The same agent so many times, named `a1`, `a2`, … */
export function agents(count: number, total: string): readonly AllocatorDown[] {
  return Array.from({ length: count }, (_, index) => agent(`a${String(index + 1)}`, total));
}

/** What a story says of a role of a framework; the rest is as usual. */
export type RoleTold = string | (Pick<FrameworkRole, 'role'> & Partial<FrameworkRole>);

const USUAL = { suppressed: false, demand: undefined, minAllocatable: undefined, constraintGroups: [] } as const;

/** The item that describes a framework; connected and without capabilities unless said otherwise. */
export function framework(
  frameworkId: string,
  roles: readonly RoleTold[],
  more: Partial<Pick<AllocatorFramework, 'active' | 'capabilities'>> = {},
): AllocatorDown {
  return {
    item: 'framework',
    framework: {
      frameworkId: frameworkId as FrameworkId,
      roles: roles.map((told) => ({ ...USUAL, ...(typeof told === 'string' ? { role: told } : told) })),
      capabilities: [],
      active: true,
      ...more,
    },
  };
}

/** The item that describes a role; guarantee and limit in text form, whole agents unless said otherwise. */
export function role(
  name: string,
  more: Partial<Pick<AllocatorRole, 'weight' | 'packing'>> & { readonly guarantee?: string; readonly limit?: string },
): AllocatorDown {
  const { weight = 1, packing = 'whole-agent', guarantee = '', limit = '' } = more;
  // A limit of 0 is one, and has no text form among resources that are held.
  const limits = new Map(limit.split(';').flatMap((part) => scalarOf(part)));
  return {
    item: 'role',
    role: name,
    weight,
    packing,
    quota: { guarantee: held(guarantee).scalars, limit: limits },
  };
}

function scalarOf(part: string): readonly (readonly [string, number])[] {
  const [name = '', amount] = part.split(':');
  return amount === undefined ? [] : [[name, Math.round(Number(amount) * 1_000)]];
}

/** The item that says what is held at a place (`framework role agent`); both amounts left out: nothing any more. */
export function allocation(
  place: string,
  amounts: { readonly allocated?: string; readonly offered?: string } = {},
): AllocatorDown {
  const { allocated = '', offered = '' } = amounts;
  return { item: 'allocation', allocation: { ...placeOf(place), allocated: held(allocated), offered: held(offered) } };
}

/** The item that says what is not wanted at a place. */
export function filter(place: string, refused: string, remainingMs: number): AllocatorDown {
  const told: RefusalFilter = { ...placeOf(place), refused: held(refused), remainingMs };
  return { item: 'filter', filter: told };
}

/** The item that ends the refusals of a framework in a role (`framework role`), or at one place. */
export function filtersCleared(where: string): AllocatorDown {
  const { frameworkId, role: name, agentId } = placeOf(where);
  return { item: 'filters-cleared', frameworkId, role: name, agentId: agentId === '' ? undefined : agentId };
}

/** The item that says that an agent is no longer there. */
export function agentRemoved(agentId: string): AllocatorDown {
  return { item: 'agent-removed', agentId: agentId as AgentId };
}

/** The item that says that a framework is no longer there. */
export function frameworkRemoved(frameworkId: string): AllocatorDown {
  return { item: 'framework-removed', frameworkId: frameworkId as FrameworkId };
}

/** Items that a snapshot counts. */
const ENTITIES: ReadonlySet<AllocatorDown['item']> = new Set(['role', 'agent', 'framework', 'allocation', 'filter']);

/** Whether the end of a snapshot counts an item. */
export function isEntity({ item }: AllocatorDown): boolean {
  return ENTITIES.has(item);
}
