import type { Packing } from '@parley/common/contract';
import type { RoleRecord } from '../../domain/registry';
import { JsonFields } from './json-fields';

/** The stored form of what operators said about a role. */
export function encodeRoleRecord({ weight, quota, packing }: RoleRecord): string {
  const guarantee = quota.guarantee.size === 0 ? undefined : Object.fromEntries(quota.guarantee);
  const limit = quota.limit.size === 0 ? undefined : Object.fromEntries(quota.limit);
  return JSON.stringify({ weight, guarantee, limit, packing });
}

/** The role that a stored text describes; throws RegistryDamaged. */
export function decodeRoleRecord(key: string, text: string): RoleRecord {
  const fields = JsonFields.parse(key, text);
  return {
    weight: fields.optionalNumber('weight'),
    quota: { guarantee: fields.numbers('guarantee'), limit: fields.numbers('limit') },
    packing: fields.has('packing') ? packingOf(fields) : undefined,
  };
}

function packingOf(fields: JsonFields): Packing {
  const packing = fields.text('packing');
  switch (packing) {
    case 'whole-agent':
    case 'split':
    case 'best-fit':
    case 'spread':
      return packing;
    default:
      return fields.fail('packing', 'must be whole-agent, split, best-fit or spread');
  }
}
