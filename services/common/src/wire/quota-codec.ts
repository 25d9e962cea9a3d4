import type { Quota as WireQuota, Quota__Output } from '@parley/protos/internal/parley/types/v1/Quota';
import type {
  ScalarAmount as WireScalarAmount,
  ScalarAmount__Output,
} from '@parley/protos/internal/parley/types/v1/ScalarAmount';
import type { Packing, Quota } from '../contract';
import { MalformedMessage } from '../kernel';
import { PACKING } from './enums';
import { messages, natural, optionalMessage, someText } from './readers';
import type { Wire, WireNumber } from './wire-form';

const NO_AMOUNTS: ReadonlyMap<string, number> = new Map();
const NO_QUOTA: Quota = { guarantee: NO_AMOUNTS, limit: NO_AMOUNTS };

/** Quantities by name, on the wire. */
export function encodeAmounts(amounts: ReadonlyMap<string, number>): WireScalarAmount[] {
  return Array.from(amounts, ([name, milli]) => ({ name, milli }));
}

/** Quantities by name, off the wire; a name that is repeated is malformed. */
export function decodeAmounts(
  list: readonly Wire<ScalarAmount__Output>[] | null | undefined,
  field: string,
): ReadonlyMap<string, number> {
  const amounts = new Map<string, number>();
  messages(list, field, (wire) => {
    const name = someText(wire.name, 'name');
    if (amounts.has(name)) throw new MalformedMessage('name', `must not repeat ${name}`);
    amounts.set(name, natural(wire.milli, 'milli'));
  });
  return amounts.size === 0 ? NO_AMOUNTS : amounts;
}

/** What a role is assured of and held to, on the wire. */
export function encodeQuota(quota: Quota): WireQuota {
  return { guarantees: encodeAmounts(quota.guarantee), limits: encodeAmounts(quota.limit) };
}

/** What a role is assured of and held to, off the wire. */
export function decodeQuota(wire: Wire<Quota__Output>): Quota {
  return {
    guarantee: decodeAmounts(wire.guarantees, 'guarantees'),
    limit: decodeAmounts(wire.limits, 'limits'),
  };
}

/** The same where absence means neither guarantee nor limit. */
export function quotaOrNone(wire: Wire<Quota__Output> | null | undefined): Quota {
  return optionalMessage(wire, 'quota', decodeQuota) ?? NO_QUOTA;
}

/** How agents are made into offers, off the wire, where what is not said, or newer than this reader, means whole agents. */
export function packingOrWhole(wire: WireNumber): Packing {
  return PACKING.knownFromWire(wire) ?? 'whole-agent';
}
