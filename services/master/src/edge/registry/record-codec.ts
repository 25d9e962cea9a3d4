import type { AgentInfo, Attribute, FaultDomain } from '@parley/common/contract';
import type { AgentId, WallMs } from '@parley/common/kernel';
import { formatResources } from '@parley/common/resources';
import type { AgentRecord } from '../../domain/registry';
import { JsonFields, resourcesOf } from './json-fields';

/** The stored form of an agent: JSON, with resources in their text form, so that an operator can read it. */
export function encodeAgentRecord(record: AgentRecord): string {
  const { agentId, hostname, resources, attributes, domain } = record.info;
  const info = { agentId, hostname, resources: formatResources(resources), attributes, domain };
  const { state, since, deactivated } = record;
  return JSON.stringify({ state, since, deactivated, info });
}

/** The agent that a stored text describes; throws RegistryDamaged. */
export function decodeAgentRecord(key: string, text: string): AgentRecord {
  const fields = JsonFields.parse(key, text);
  return {
    info: agentInfoOf(fields.object('info')),
    state: stateOf(fields),
    since: fields.number('since') as WallMs,
    deactivated: fields.flag('deactivated'),
  };
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
    resources: resourcesOf(fields, 'resources'),
    attributes: fields.objects('attributes').map(attributeOf),
    domain: fields.has('domain') ? domainOf(fields.object('domain')) : undefined,
  };
}

function domainOf(fields: JsonFields): FaultDomain {
  return { region: fields.text('region'), zone: fields.text('zone') };
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
