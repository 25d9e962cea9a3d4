import type { OperatorQuery, RoleUpdate } from '@parley/common/contract';
import { fieldOfRequest } from './request-fields';

const NOTHING = { role: 'eng', weight: undefined, quota: undefined, packing: undefined };
const NO_QUOTA = { guarantee: new Map(), limit: new Map() };
const roles = (update: RoleUpdate): OperatorQuery => ({ query: 'update-roles', updates: [update], force: false });

test.each<readonly [OperatorQuery, string, string]>([
  [roles({ ...NOTHING, weight: 2 }), 'updates[0].weight', 'weights[0].weight'],
  [roles({ ...NOTHING, packing: 'split' }), 'updates[1].role', 'packings[1].role'],
  [roles({ ...NOTHING, quota: NO_QUOTA }), 'updates[0].quota.guarantee.cpus', 'quotas[0].quota.guarantees.cpus'],
  [roles({ ...NOTHING, quota: NO_QUOTA }), 'updates[3].quota.limit', 'quotas[3].quota.limits'],
  [roles({ ...NOTHING, quota: NO_QUOTA }), 'updates', 'quotas'],
  [{ query: 'update-whitelist', hostnames: [] }, 'hostnames[2]', 'whitelist.hostnames[2]'],
  [{ query: 'update-maintenance', windows: [] }, 'windows[0].hostnames', 'windows[0].hostnames'],
])('given the question %p, when its field %p is at fault, then the operator is told %p', (query, field, told) => {
  expect(fieldOfRequest(query, field)).toBe(told);
});
