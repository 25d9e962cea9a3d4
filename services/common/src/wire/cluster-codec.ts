import type { AgentInfo as WireAgentInfo, AgentInfo__Output } from '@parley/protos/internal/parley/types/v1/AgentInfo';
import type { Attribute as WireAttribute, Attribute__Output } from '@parley/protos/internal/parley/types/v1/Attribute';
import type { Epoch as WireEpoch, Epoch__Output } from '@parley/protos/internal/parley/types/v1/Epoch';
import type {
  FrameworkInfo as WireFrameworkInfo,
  FrameworkInfo__Output,
} from '@parley/protos/internal/parley/types/v1/FrameworkInfo';
import type { Label as WireLabel, Label__Output } from '@parley/protos/internal/parley/types/v1/Label';
import type { Offer as WireOffer, Offer__Output } from '@parley/protos/internal/parley/types/v1/Offer';
import type { Problem as WireProblem, Problem__Output } from '@parley/protos/internal/parley/types/v1/Problem';
import type { AgentInfo, Attribute, FrameworkInfo, Label, Offer } from '../contract';
import { MalformedMessage, unreachable } from '../kernel';
import type { Epoch, FrameworkId, Problem } from '../kernel';
import { encodeDomain, encodePlanned, decodePlanned, optionalDomain } from './availability-codec';
import { FRAMEWORK_CAPABILITY } from './enums';
import { decodeOfferSettings, encodeOfferSettings } from './offer-settings-codec';
import { id, message, messages, natural, optionalId, optionalNatural, someText, text, texts, words } from './readers';
import { decodeRanges, decodeResources, encodeRanges, encodeResources } from './resources-codec';
import type { Wire } from './wire-form';

/** At most this many problems of one list travel. */
const PROBLEMS_MAX = 100;

/** The framework id of a framework that has none yet. */
const NO_FRAMEWORK = '' as FrameworkId;

/** A term on the wire. */
export function encodeEpoch(epoch: Epoch): WireEpoch {
  return { clusterId: epoch.clusterId, incarnation: epoch.incarnation, revision: epoch.revision };
}

/** A term off the wire; its cluster is empty where the sender belongs to none yet. */
export function decodeEpoch(wire: Wire<Epoch__Output>): Epoch {
  return {
    clusterId: optionalId(wire.clusterId, 'cluster_id') ?? '',
    incarnation: natural(wire.incarnation, 'incarnation'),
    revision: natural(wire.revision, 'revision'),
  };
}

/** Problems on the wire: at most {@link PROBLEMS_MAX}, the last of which says how many more there are, so that no message about a faulty call outgrows the call. */
export function encodeProblems(problems: readonly Problem[]): WireProblem[] {
  const told = problems.length <= PROBLEMS_MAX ? problems : problems.slice(0, PROBLEMS_MAX - 1);
  const wire = told.map((problem) => ({ field: problem.field, message: problem.message }));
  const more = problems.length - told.length;
  if (more > 0) wire.push({ field: '', message: `and ${String(more)} more problems` });
  return wire;
}

/** One problem off the wire. */
export function decodeProblem(wire: Wire<Problem__Output>): Problem {
  return { field: text(wire.field, 'field'), message: text(wire.message, 'message') };
}

/** Labels on the wire. */
export function encodeLabels(labels: readonly Label[]): WireLabel[] {
  return labels.map((label) => ({ key: label.key, value: label.value }));
}

/** One label off the wire. */
export function decodeLabel(wire: Wire<Label__Output>): Label {
  return { key: text(wire.key, 'key'), value: text(wire.value, 'value') };
}

/** Attributes on the wire. */
export function encodeAttributes(attributes: readonly Attribute[]): WireAttribute[] {
  return attributes.map((attribute) => {
    switch (attribute.kind) {
      case 'scalar':
        return { name: attribute.name, milli: attribute.milli };
      case 'ranges':
        return { name: attribute.name, ranges: { ranges: encodeRanges(attribute.ranges) } };
      case 'text':
        return { name: attribute.name, text: attribute.text };
      default:
        return unreachable(attribute, 'attribute');
    }
  });
}

/** One attribute off the wire. */
export function decodeAttribute(wire: Wire<Attribute__Output>): Attribute {
  const name = someText(wire.name, 'name');
  switch (wire.value) {
    case 'milli':
      return { kind: 'scalar', name, milli: natural(wire.milli, 'milli') };
    case 'ranges':
      return { kind: 'ranges', name, ranges: message(wire.ranges, 'ranges', decodeRanges) };
    case 'text':
      return { kind: 'text', name, text: text(wire.text, 'text') };
    case undefined:
    default:
      throw new MalformedMessage('value', 'must be one of milli, ranges, text');
  }
}

/** What an agent says of itself, on the wire. */
export function encodeAgentInfo(info: AgentInfo): WireAgentInfo {
  return {
    agentId: info.agentId,
    hostname: info.hostname,
    resources: encodeResources(info.resources),
    attributes: encodeAttributes(info.attributes),
    domain: encodeDomain(info.domain),
  };
}

/** What an agent says of itself, off the wire. */
export function decodeAgentInfo(wire: Wire<AgentInfo__Output>): AgentInfo {
  return {
    agentId: id(wire.agentId, 'agent_id'),
    hostname: someText(wire.hostname, 'hostname'),
    resources: decodeResources(wire.resources, 'resources'),
    attributes: messages(wire.attributes, 'attributes', decodeAttribute),
    domain: optionalDomain(wire.domain),
  };
}

/** What a framework says of itself, on the wire. */
export function encodeFrameworkInfo(info: FrameworkInfo): WireFrameworkInfo {
  const wire: WireFrameworkInfo = {
    frameworkId: info.frameworkId,
    name: info.name,
    roles: [...info.roles],
    hostname: info.hostname,
    webuiUrl: info.webuiUrl,
    labels: encodeLabels(info.labels),
    capabilities: info.capabilities.map((word) => FRAMEWORK_CAPABILITY.toWire(word)),
    offerSettings: info.offerSettings.map(encodeOfferSettings),
  };
  if (info.failoverTimeoutMs !== undefined) wire.failoverTimeoutMs = info.failoverTimeoutMs;
  return wire;
}

/** What a framework says of itself, off the wire. Whether its name and roles are in order is the master's to judge. */
export function decodeFrameworkInfo(wire: Wire<FrameworkInfo__Output>): FrameworkInfo {
  return {
    frameworkId: optionalId<FrameworkId>(wire.frameworkId, 'framework_id') ?? NO_FRAMEWORK,
    name: text(wire.name, 'name'),
    roles: texts(wire.roles, 'roles'),
    failoverTimeoutMs: optionalNatural(wire.failoverTimeoutMs, 'failover_timeout_ms'),
    hostname: text(wire.hostname, 'hostname'),
    webuiUrl: text(wire.webuiUrl, 'webui_url'),
    labels: messages(wire.labels, 'labels', decodeLabel),
    capabilities: words(wire.capabilities, 'capabilities', FRAMEWORK_CAPABILITY),
    offerSettings: messages(wire.offerSettings, 'offer_settings', decodeOfferSettings),
  };
}

/** An offer on the wire. */
export function encodeOffer(offer: Offer): WireOffer {
  return {
    offerId: offer.offerId,
    frameworkId: offer.frameworkId,
    agentId: offer.agentId,
    hostname: offer.hostname,
    role: offer.role,
    resources: encodeResources(offer.resources),
    attributes: encodeAttributes(offer.attributes),
    domain: encodeDomain(offer.domain),
    unavailability: encodePlanned(offer.unavailability),
    traceparent: offer.traceparent,
  };
}

/** An offer off the wire. */
export function decodeOffer(wire: Wire<Offer__Output>): Offer {
  return {
    offerId: id(wire.offerId, 'offer_id'),
    frameworkId: id(wire.frameworkId, 'framework_id'),
    agentId: id(wire.agentId, 'agent_id'),
    hostname: text(wire.hostname, 'hostname'),
    role: someText(wire.role, 'role'),
    resources: decodeResources(wire.resources, 'resources'),
    attributes: messages(wire.attributes, 'attributes', decodeAttribute),
    domain: optionalDomain(wire.domain),
    unavailability: decodePlanned(wire.unavailability),
    traceparent: text(wire.traceparent, 'traceparent'),
  };
}
