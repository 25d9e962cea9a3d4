import { unreachable } from '@parley/common/kernel';
import type { AgentId, FrameworkId, WallMs } from '@parley/common/kernel';
import { EMPTY_REGISTRY } from '../../domain/registry';
import type { AgentRecord, FrameworkRecord, RegistryChange, RegistrySnapshot, RoleRecord } from '../../domain/registry';
import { decodeMaintenance, decodeWhitelist, encodeMaintenance, encodeWhitelist } from './cluster-codec';
import { decodeFrameworkRecord, encodeFrameworkRecord } from './framework-codec';
import { JsonFields } from './json-fields';
import { decodeAgentRecord, encodeAgentRecord } from './record-codec';
import { decodeRoleRecord, encodeRoleRecord } from './role-codec';

/** One change in stored form: an entry is set, or removed where `value` is undefined. Every store of the registry keeps these same entries. */
export interface RegistryEntry {
  readonly key: string;
  readonly value: string | undefined;
}

const AGENTS = 'agents/';
/** Frameworks and the tombstones of finished ones share their keys, so that finishing is one entry, whole or not at all. */
const FRAMEWORKS = 'frameworks/';
const ROLES = 'roles/';
/** What the cluster has one of. */
const WHITELIST = 'cluster/whitelist';
const MAINTENANCE = 'cluster/maintenance';

/** The entry that a change sets or removes. */
export function entryOf(change: RegistryChange): RegistryEntry {
  switch (change.change) {
    case 'put-agent':
      return { key: AGENTS + change.agentId, value: encodeAgentRecord(change.record) };
    case 'remove-agent':
      return { key: AGENTS + change.agentId, value: undefined };
    case 'put-framework':
      return { key: FRAMEWORKS + change.frameworkId, value: encodeFrameworkRecord(change.record) };
    case 'finish-framework':
      return { key: FRAMEWORKS + change.frameworkId, value: JSON.stringify({ finishedAt: change.at }) };
    case 'forget-framework':
      return { key: FRAMEWORKS + change.frameworkId, value: undefined };
    case 'put-role':
      return { key: ROLES + change.role, value: encodeRoleRecord(change.record) };
    case 'remove-role':
      return { key: ROLES + change.role, value: undefined };
    case 'put-whitelist':
      return { key: WHITELIST, value: change.hostnames === undefined ? undefined : encodeWhitelist(change.hostnames) };
    case 'put-maintenance':
      return { key: MAINTENANCE, value: change.windows.length === 0 ? undefined : encodeMaintenance(change.windows) };
    default:
      return unreachable(change, 'registry change');
  }
}

/** What stored entries say together; throws RegistryDamaged. Entries of kinds that a later version added are left alone. */
export function snapshotOf(entries: Iterable<readonly [key: string, value: string]>): RegistrySnapshot {
  const agents = new Map<AgentId, AgentRecord>();
  const frameworks = new Map<FrameworkId, FrameworkRecord>();
  const finished = new Map<FrameworkId, WallMs>();
  const roles = new Map<string, RoleRecord>();
  let { whitelist, maintenance } = EMPTY_REGISTRY;
  for (const [key, value] of entries) {
    if (key.startsWith(AGENTS)) agents.set(key.slice(AGENTS.length) as AgentId, decodeAgentRecord(key, value));
    else if (key.startsWith(ROLES)) roles.set(key.slice(ROLES.length), decodeRoleRecord(key, value));
    else if (key === WHITELIST) whitelist = decodeWhitelist(key, value);
    else if (key === MAINTENANCE) maintenance = decodeMaintenance(key, value);
    else if (key.startsWith(FRAMEWORKS)) {
      const frameworkId = key.slice(FRAMEWORKS.length) as FrameworkId;
      const fields = JsonFields.parse(key, value);
      if (fields.has('finishedAt')) finished.set(frameworkId, fields.number('finishedAt') as WallMs);
      else frameworks.set(frameworkId, decodeFrameworkRecord(fields));
    }
  }
  return { agents, frameworks, finished, roles, whitelist, maintenance };
}
