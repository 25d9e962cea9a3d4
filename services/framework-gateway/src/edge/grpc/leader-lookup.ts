import type { MethodDefinition } from '@grpc/grpc-js';
import type { Clock } from '@parley/common/kernel';
import { callUnary } from '@parley/common/rpc';
import type { Channels } from '@parley/common/rpc';
import { LEADER_LOOKUP_CLIENT } from '@parley/common/wire';
import type { LeaderLookup } from '../../ports';

/** Asks masters who leads by `MasterService/LookupLeader`. Whatever goes wrong counts as no answer: the search asks others and comes back. */
export function grpcLeaderLookup(
  channels: Channels,
  asking: { readonly method: MethodDefinition<object, object>; readonly deadlineMs: number; readonly clock: Clock },
): LeaderLookup {
  return {
    ask: (target, done) => {
      const request = LEADER_LOOKUP_CLIENT.encode(undefined);
      callUnary(channels, target, { ...asking, request })
        .then((reply) => LEADER_LOOKUP_CLIENT.decode(reply))
        .then(done, () => {
          done(undefined);
        });
    },
  };
}
