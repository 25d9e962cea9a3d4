import type { FrameworkCapability, FrameworkInfo, OfferConstraint, OfferSettings } from '@parley/common/contract';
import type { FrameworkId, WallMs } from '@parley/common/kernel';
import { formatResources, parseResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { FrameworkRecord } from '../../domain/registry';
import type { JsonFields } from './json-fields';

/** The stored form of a framework that may come back: JSON, with resources in their text form, so that an operator can read it. */
export function encodeFrameworkRecord({ subscribeId, expiresAt, info }: FrameworkRecord): string {
  const offerSettings = info.offerSettings.map(({ role, minAllocatable, constraintGroups }) => ({
    role,
    minAllocatable: minAllocatable?.map((group) => formatResources(group)),
    constraintGroups: constraintGroups.map((constraints) => ({ constraints })),
  }));
  return JSON.stringify({ subscribeId, expiresAt, info: { ...info, offerSettings } });
}

/** The framework that stored fields describe; throws RegistryDamaged. */
export function decodeFrameworkRecord(fields: JsonFields): FrameworkRecord {
  return {
    info: frameworkInfoOf(fields.object('info')),
    subscribeId: fields.text('subscribeId'),
    expiresAt: fields.optionalNumber('expiresAt') as WallMs | undefined,
  };
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
    // An earlier version stored neither.
    capabilities: fields.has('capabilities') ? fields.texts('capabilities').map(capabilityOf(fields)) : [],
    offerSettings: fields.has('offerSettings') ? fields.objects('offerSettings').map(offerSettingsOf) : [],
  };
}

function capabilityOf(fields: JsonFields): (text: string) => FrameworkCapability {
  return (text) => {
    switch (text) {
      case 'revocable-resources':
      case 'shared-resources':
      case 'gpu-resources':
      case 'region-aware':
        return text;
      default:
        return fields.fail('capabilities', `must not hold "${text}"`);
    }
  };
}

function offerSettingsOf(fields: JsonFields): OfferSettings {
  return {
    role: fields.text('role'),
    minAllocatable: fields.has('minAllocatable') ? fields.texts('minAllocatable').map(groupOf(fields)) : undefined,
    constraintGroups: fields
      .objects('constraintGroups')
      .map((group) => group.objects('constraints').map((constraint) => constraintOf(constraint))),
  };
}

function groupOf(fields: JsonFields): (text: string) => Resources {
  return (text) => {
    const parsed = parseResources(text);
    return parsed.ok ? parsed.resources : fields.fail('minAllocatable', parsed.problems.join('; '));
  };
}

function constraintOf(fields: JsonFields): OfferConstraint {
  return { selector: selectorOf(fields.object('selector')), predicate: predicateOf(fields.object('predicate')) };
}

function selectorOf(fields: JsonFields): OfferConstraint['selector'] {
  const select = fields.text('select');
  switch (select) {
    case 'attribute':
      return { select, name: fields.text('name') };
    case 'hostname':
    case 'region':
    case 'zone':
      return { select };
    default:
      return fields.fail('select', 'must be attribute, hostname, region or zone');
  }
}

function predicateOf(fields: JsonFields): OfferConstraint['predicate'] {
  const test = fields.text('test');
  switch (test) {
    case 'exists':
    case 'not-exists':
      return { test };
    case 'equals':
    case 'not-equals':
      return { test, text: fields.text('text') };
    case 'matches':
    case 'not-matches':
      return { test, pattern: fields.text('pattern') };
    default:
      return fields.fail('test', 'must be exists, equals or matches, or the opposite of one');
  }
}
