import type { AgentInfo, Attribute, FrameworkInfo } from '@parley/common/contract';
import type { AgentId, FrameworkId, WallMs } from '@parley/common/kernel';
import { formatResources, parseResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { AgentRecord, FrameworkRecord, RoleRecord } from '../../domain/registry';
import { JsonFields } from './json-fields';

/** The stored form of an agent: JSON, with resources in their text form, so that an operator can read it. */
export function encodeAgentRecord(record: AgentRecord): string {
  const { agentId, hostname, resources, attributes } = record.info;
  const info = { agentId, hostname, resources: formatResources(resources), attributes };
  return JSON.stringify({ state: record.state, since: record.since, info });
}

/** The agent that a stored text describes; throws RegistryDamaged. */
export function decodeAgentRecord(key: string, text: string): AgentRecord {
  const fields = JsonFields.parse(key, text);
  return { info: agentInfoOf(fields.object('info')), state: stateOf(fields), since: fields.number('since') as WallMs };
}

/** The stored form of a framework that may come back. */
export function encodeFrameworkRecord(record: FrameworkRecord): string {
  return JSON.stringify({ subscribeId: record.subscribeId, expiresAt: record.expiresAt, info: record.info });
}

/** The framework that a stored text describes; throws RegistryDamaged. */
export function decodeFrameworkRecord(fields: JsonFields): FrameworkRecord {
  return {
    info: frameworkInfoOf(fields.object('info')),
    subscribeId: fields.text('subscribeId'),
    expiresAt: fields.optionalNumber('expiresAt') as WallMs | undefined,
  };
}

/** The stored form of a role. */
export function encodeRoleRecord(record: RoleRecord): string {
  return JSON.stringify({ weight: record.weight });
}

/** The role that a stored text describes; throws RegistryDamaged. */
export function decodeRoleRecord(key: string, text: string): RoleRecord {
  return { weight: JsonFields.parse(key, text).number('weight') };
}

function stateOf(fields: JsonFields): AgentRecord['state'] {
  const state = fields.text('state');
  switch (state) {
    case 'admitted':
    case 'unreachable':
    case 'gone':
      return state;
    default:
      return fields.fail('state', 'must be admitted, unreachable or gone');
  }
}

function agentInfoOf(fields: JsonFields): AgentInfo {
  return {
    agentId: fields.text('agentId') as AgentId,
    hostname: fields.text('hostname'),
    resources: resourcesOf(fields),
    attributes: fields.objects('attributes').map(attributeOf),
  };
}

function resourcesOf(fields: JsonFields): Resources {
  const parsed = parseResources(fields.text('resources'));
  return parsed.ok ? parsed.resources : fields.fail('resources', parsed.problems.join('; '));
}

function attributeOf(fields: JsonFields): Attribute {
  const kind = fields.text('kind');
  const name = fields.text('name');
  switch (kind) {
    case 'scalar':
      return { kind, name, milli: fields.number('milli') };
    case 'ranges':
      return {
        kind,
        name,
        ranges: fields.objects('ranges').map((range) => ({ begin: range.number('begin'), end: range.number('end') })),
      };
    case 'text':
      return { kind, name, text: fields.text('text') };
    default:
      return fields.fail('kind', 'must be scalar, ranges or text');
  }
}

function frameworkInfoOf(fields: JsonFields): FrameworkInfo {
  return {
    frameworkId: fields.text('frameworkId') as FrameworkId,
    name: fields.text('name'),
    roles: fields.texts('roles'),
    failoverTimeoutMs: fields.optionalNumber('failoverTimeoutMs'),
    hostname: fields.text('hostname'),
    webuiUrl: fields.text('webuiUrl'),
    labels: fields.objects('labels').map((label) => ({ key: label.text('key'), value: label.text('value') })),
  };
}
