import { unreachable } from '@parley/common/kernel';
import type { AgentId, FrameworkId, WallMs } from '@parley/common/kernel';
import type { AgentRecord, FrameworkRecord, RegistryChange, RegistrySnapshot, RoleRecord } from '../../domain/registry';
import { JsonFields } from './json-fields';
import {
  decodeAgentRecord,
  decodeFrameworkRecord,
  decodeRoleRecord,
  encodeAgentRecord,
  encodeFrameworkRecord,
  encodeRoleRecord,
} from './record-codec';

/** One change in stored form: an entry is set, or removed where `value` is undefined. Every store of the registry keeps these same entries. */
export interface RegistryEntry {
  readonly key: string;
  readonly value: string | undefined;
}

const AGENTS = 'agents/';
/** Frameworks and the tombstones of finished ones share their keys, so that finishing is one entry, whole or not at all. */
const FRAMEWORKS = 'frameworks/';
const ROLES = 'roles/';

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
  for (const [key, value] of entries) {
    if (key.startsWith(AGENTS)) agents.set(key.slice(AGENTS.length) as AgentId, decodeAgentRecord(key, value));
    else if (key.startsWith(ROLES)) roles.set(key.slice(ROLES.length), decodeRoleRecord(key, value));
    else if (key.startsWith(FRAMEWORKS)) {
      const frameworkId = key.slice(FRAMEWORKS.length) as FrameworkId;
      const fields = JsonFields.parse(key, value);
      if (fields.has('finishedAt')) finished.set(frameworkId, fields.number('finishedAt') as WallMs);
      else frameworks.set(frameworkId, decodeFrameworkRecord(fields));
    }
  }
  return { agents, frameworks, finished, roles };
}
