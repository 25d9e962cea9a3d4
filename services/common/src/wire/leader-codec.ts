import type {
  LookupLeaderResponse,
  LookupLeaderResponse__Output,
} from '@parley/protos/internal/parley/master/v1/LookupLeaderResponse';
import type { LeaderAnswer } from '../contract';
import { decodeEpoch, encodeEpoch } from './cluster-codec';
import { flag, optionalId, optionalMessage, text } from './readers';
import type { Wire } from './wire-form';

/** Who leads, on the wire. */
export function encodeLeaderAnswer(answer: LeaderAnswer): LookupLeaderResponse {
  return {
    clusterId: answer.clusterId,
    leading: answer.leading,
    epoch: answer.epoch === undefined ? null : encodeEpoch(answer.epoch),
    address: answer.address,
  };
}

/** Who leads, off the wire. */
export function decodeLeaderAnswer(wire: Wire<LookupLeaderResponse__Output>): LeaderAnswer {
  return {
    clusterId: optionalId(wire.clusterId, 'cluster_id') ?? '',
    leading: flag(wire.leading, 'leading'),
    epoch: optionalMessage(wire.epoch, 'epoch', decodeEpoch),
    address: text(wire.address, 'address'),
  };
}
