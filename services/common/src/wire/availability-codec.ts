import type {
  FaultDomain as WireFaultDomain,
  FaultDomain__Output,
} from '@parley/protos/internal/parley/types/v1/FaultDomain';
import type {
  InverseOffer as WireInverseOffer,
  InverseOffer__Output,
} from '@parley/protos/internal/parley/types/v1/InverseOffer';
import type {
  Unavailability as WireUnavailability,
  Unavailability__Output,
} from '@parley/protos/internal/parley/types/v1/Unavailability';
import type { FaultDomain, InverseOffer, Unavailability } from '../contract';
import type { WallMs } from '../kernel';
import { id, message, natural, optionalMessage, optionalNatural, someText, text } from './readers';
import type { Wire } from './wire-form';

/** Where a machine stands, on the wire; null where it does not say. */
export function encodeDomain(domain: FaultDomain | undefined): WireFaultDomain | null {
  return domain === undefined ? null : { region: domain.region, zone: domain.zone };
}

/** Where a machine stands, off the wire; undefined where it does not say. */
export function optionalDomain(wire: Wire<FaultDomain__Output> | null | undefined): FaultDomain | undefined {
  return optionalMessage(wire, 'domain', (domain) => ({
    region: someText(domain.region, 'region'),
    zone: someText(domain.zone, 'zone'),
  }));
}

/** When a machine will not be available, on the wire. */
export function encodeUnavailability(of: Unavailability): WireUnavailability {
  return of.durationMs === undefined
    ? { startsAtMs: of.startsAt }
    : { startsAtMs: of.startsAt, durationMs: of.durationMs };
}

/** The same where nothing may be planned: null then. */
export function encodePlanned(of: Unavailability | undefined): WireUnavailability | null {
  return of === undefined ? null : encodeUnavailability(of);
}

/** When a machine will not be available, off the wire. */
export function decodeUnavailability(wire: Wire<Unavailability__Output>): Unavailability {
  return {
    startsAt: natural(wire.startsAtMs, 'starts_at_ms') as WallMs,
    durationMs: optionalNatural(wire.durationMs, 'duration_ms'),
  };
}

/** The same where nothing may be planned: undefined then. */
export function decodePlanned(wire: Wire<Unavailability__Output> | null | undefined): Unavailability | undefined {
  return optionalMessage(wire, 'unavailability', decodeUnavailability);
}

/** A request to leave an agent, on the wire. */
export function encodeInverseOffer(offer: InverseOffer): WireInverseOffer {
  return {
    inverseOfferId: offer.inverseOfferId,
    frameworkId: offer.frameworkId,
    agentId: offer.agentId,
    hostname: offer.hostname,
    unavailability: encodeUnavailability(offer.unavailability),
  };
}

/** A request to leave an agent, off the wire. */
export function decodeInverseOffer(wire: Wire<InverseOffer__Output>): InverseOffer {
  return {
    inverseOfferId: id(wire.inverseOfferId, 'inverse_offer_id'),
    frameworkId: id(wire.frameworkId, 'framework_id'),
    agentId: id(wire.agentId, 'agent_id'),
    hostname: text(wire.hostname, 'hostname'),
    unavailability: message(wire.unavailability, 'unavailability', decodeUnavailability),
  };
}
