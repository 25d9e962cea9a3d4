import type { AllocatorDown, FrameworkCapability, FrameworkRole } from '@parley/common/contract';
import type { AgentId } from '@parley/common/kernel';
import { keyOf, kindOf, resources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';

import { PRIORITY_ROLES } from '../reported';
import { held } from '../told';
import { hearing, saying } from './fault';
import type { Fault, Tampering } from './fault';

const NO_QUOTA: ReadonlyMap<string, number> = new Map();
const EVERY_CAPABILITY: readonly FrameworkCapability[] = [
  'revocable-resources',
  'shared-resources',
  'gpu-resources',
  'region-aware',
];

/** Allocators that decide badly. */
export const FULL_FAULTS: readonly Fault[] = [
  {
    name: 'knows no filters',
    breaks: ['filter-blocks', 'filter-of-others', 'filter-expires', 'filters-cleared', 'explain-reasons'],
    make: hearing('filter', () => []),
  },
  {
    name: 'takes a refusal of one agent for one of all',
    breaks: ['filter-blocks', 'filter-of-others'],
    make: hearing('filter', (item) =>
      ['a1', 'a2', 'a3'].map((agentId) => ({ ...item, filter: { ...item.filter, agentId: agentId as AgentId } })),
    ),
  },
  {
    name: 'takes a refusal for one of whatever the agent may have',
    breaks: ['filter-superset'],
    make: hearing('filter', (item) => [{ ...item, filter: { ...item.filter, refused: held('cpus:99;mem:99999') } }]),
  },
  { name: 'does not hear that a framework wants again', breaks: ['revived'], make: stayingSuppressed },
  {
    name: 'does not hear that filters were cleared',
    breaks: ['filters-cleared'],
    make: hearing('filters-cleared', () => []),
  },
  {
    name: 'offers to roles that are suppressed',
    breaks: ['suppressed', 'explain-reasons', 'shares'],
    make: hearingRoles((role) => ({ ...role, suppressed: false })),
  },
  {
    name: 'takes what is reserved for free to all',
    breaks: ['only-free', 'reserved-own', 'reserved-refined', 'reserved-mixed'],
    make: hearing('agent', (item) => [{ ...item, agent: { ...item.agent, total: unreserved(item.agent.total) } }]),
  },
  {
    name: 'knows no limits',
    breaks: ['limit', 'limit-nested', 'limit-zero'],
    make: hearingQuota({ limit: () => true }),
  },
  {
    name: 'lets roles escape the limits above them',
    breaks: ['limit-nested'],
    make: hearingQuota({ limit: (role) => role === 'eng' }),
  },
  { name: 'does not hear that limits are lifted', breaks: ['limit-raised'], make: keepingLimits },
  {
    name: 'keeps reservations from the roles below',
    breaks: ['reserved-above'],
    make: hearingRoles((role) => ({ ...role, suppressed: role.suppressed || role.role === 'eng/web/front' })),
  },
  {
    name: 'keeps nothing for guarantees',
    breaks: ['headroom', 'guarantee-nested'],
    make: hearingQuota({ guarantee: () => true }),
  },
  {
    name: 'takes frameworks for able to do everything',
    breaks: ['gpus', 'revocable', 'shared', 'region'],
    make: hearing('framework', (item) => [
      { ...item, framework: { ...item.framework, capabilities: EVERY_CAPABILITY } },
    ]),
  },
  { name: 'knows no regions', breaks: ['region'], make: hearing('begin', (item) => [{ ...item, region: '' }]) },
  {
    name: 'knows no constraints',
    breaks: ['constraints', 'explain-reasons'],
    make: hearingRoles((role) => ({ ...role, constraintGroups: [] })),
  },
  {
    name: 'offers however little there is',
    breaks: ['minimum'],
    make: hearing('begin', (item) => [{ ...item, minAllocatable: [] }]),
  },
  {
    name: 'has one minimum for all',
    breaks: ['minimum-own'],
    make: hearingRoles((role) => ({ ...role, minAllocatable: undefined })),
  },
  {
    name: 'takes every agent for offerable',
    breaks: ['inactive', 'standings', 'explain-reasons', 'audit-agrees'],
    make: hearing('agent', (item) => [{ ...item, agent: { ...item.agent, standing: 'offerable' } }]),
  },
  {
    name: 'does not hear what is waited for',
    breaks: ['demand-none', 'demand-covered', 'explain-reasons'],
    make: hearingRoles((role) => ({ ...role, demand: undefined })),
  },
  {
    name: 'knows no weights',
    breaks: ['fair-weights', 'fair-dominant'],
    make: hearing('role', (item) => [{ ...item, weight: 1 }]),
  },
  {
    name: 'turns priorities round',
    policy: 'strict-priority',
    highPriority: -1,
    breaks: ['priority-first'],
    make: () => ({}),
  },
  {
    name: 'was started without priorities',
    policy: 'strict-priority',
    highPriority: 0,
    breaks: ['priority-first'],
    tells: [
      'role high',
      'role low',
      '`--priorities=high=1` of the one that comes with Parley',
      '`--priority-roles` of the kit',
    ],
    make: () => ({}),
  },
  {
    name: 'draws lots without weights',
    policy: 'random',
    breaks: ['random-weights'],
    make: hearing('role', (item) => [{ ...item, weight: 1 }]),
  },
  {
    name: 'has a favourite in a role',
    policy: 'strict-priority',
    breaks: ['priority-within'],
    make: hearingSome('f2', (role) => ({ ...role, suppressed: role.suppressed || role.role === PRIORITY_ROLES.high })),
  },
  {
    name: 'lets somebody starve',
    breaks: ['all-served'],
    make: hearingSome('f9', (role) => ({ ...role, suppressed: role.role === 'role-4' })),
  },
  {
    name: 'explains nothing',
    breaks: ['explain-reasons', 'explain-complete', 'explain-scope'],
    make: saying('explained', (item) => [{ ...item, explanations: [] }]),
  },
  {
    name: 'never comes to the end of an explanation',
    breaks: ['explain-reasons', 'explain-complete', 'explain-scope'],
    make: saying('explained', (item) => [{ ...item, last: false }]),
  },
  {
    name: 'tells half of every share',
    breaks: ['shares'],
    make: saying('shares', (item) => [
      { ...item, roles: item.roles.map((role) => ({ ...role, share: role.share / 2 })) },
    ]),
  },
  {
    name: 'finds that nothing ever differs',
    breaks: ['audit-differs'],
    make: saying('audited', () => [{ item: 'audited', differing: [] }]),
  },
  {
    name: 'has not heard of the last change when it is audited',
    breaks: ['audit-agrees', 'audit-differs'],
    make: hearing('audit', ({ agents }) => [
      { item: 'audit', agents: agents.map((agent) => ({ ...agent, digest: 'ffffffff' })) },
    ]),
  },
];

/** Changes the roles of one framework. */
function hearingSome(frameworkId: string, change: (role: FrameworkRole) => FrameworkRole): () => Tampering {
  return hearing('framework', (item) => {
    const { framework } = item;
    const roles = framework.frameworkId === frameworkId ? framework.roles.map(change) : framework.roles;
    return [{ ...item, framework: { ...framework, roles } }];
  });
}

/** What was suppressed once stays so, within a session. */
function stayingSuppressed(): Tampering {
  const suppressed = new Set<string>();
  return {
    hears: (item, stream) => {
      if (item.item !== 'framework') return [item];
      const { framework } = item;
      const roles = framework.roles.map((role) => {
        const key = `${String(stream)} ${framework.frameworkId} ${role.role}`;
        if (role.suppressed) suppressed.add(key);
        return { ...role, suppressed: suppressed.has(key) };
      });
      return [{ ...item, framework: { ...framework, roles } }];
    },
  };
}

/** The first limits of a role stay, within a session. */
function keepingLimits(): Tampering {
  const limits = new Map<string, ReadonlyMap<string, number>>();
  return {
    hears: (item, stream) => {
      if (item.item !== 'role') return [item];
      const key = `${String(stream)} ${item.role}`;
      const limit = limits.get(key) ?? item.quota.limit;
      limits.set(key, limit);
      return [{ ...item, quota: { ...item.quota, limit } }];
    },
  };
}

function hearingRoles(change: (role: FrameworkRole) => FrameworkRole): () => Tampering {
  return hearing('framework', (item) => [
    { ...item, framework: { ...item.framework, roles: item.framework.roles.map(change) } },
  ]);
}

/** Drops the guarantees and limits of the roles that are named. */
function hearingQuota(drops: {
  readonly limit?: (role: string) => boolean;
  readonly guarantee?: (role: string) => boolean;
}): () => Tampering {
  return hearing('role', (item): readonly AllocatorDown[] => {
    const { guarantee, limit } = item.quota;
    const quota = {
      guarantee: drops.guarantee?.(item.role) === true ? NO_QUOTA : guarantee,
      limit: drops.limit?.(item.role) === true ? NO_QUOTA : limit,
    };
    return [{ ...item, quota }];
  });
}

/** The same amounts, all of them for everybody; revocable and shared ones as they are. */
function unreserved({ scalars, ranges, sets }: Resources): Resources {
  const free: Record<string, number> = {};
  for (const [key, milli] of scalars) {
    const name = keyOf({ ...kindOf(key), reservations: [] });
    free[name] = (free[name] ?? 0) + milli;
  }
  return { ...resources({ scalars: free }), ranges, sets };
}
