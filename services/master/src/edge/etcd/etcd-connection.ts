import { Etcd3 } from 'etcd3';
import type { IOptions } from 'etcd3';

type FaultHandling = NonNullable<IOptions['faultHandling']>;
type FaultPolicy = NonNullable<FaultHandling['global']>;

/** Nobody listens to these events. */
const NO_EVENT: FaultPolicy['onSuccess'] & FaultPolicy['onFailure'] = () => ({ dispose: () => {} });
const NEVER_ABORTED = new AbortController().signal;

/** Runs each call once. The package's own policy repeats calls, and a create-if-absent that is repeated reports failure after it has succeeded. */
const ONCE: FaultPolicy = {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the type demands it, and nothing ever reads it
  _altReturn: undefined as never,
  onSuccess: NO_EVENT,
  onFailure: NO_EVENT,
  execute: async (call) => call({ signal: NEVER_ABORTED }),
};

/** Time for a connection to be made. */
const DIAL_MS = 1000;

/** One node of etcd. A connection on which nothing comes back any more is found dead within three seconds, instead of minutes. */
export function connectTo(endpoint: string): Etcd3 {
  return new Etcd3({
    hosts: endpoint,
    dialTimeout: DIAL_MS,
    faultHandling: { global: ONCE, host: () => ONCE },
    grpcOptions: {
      // etcd takes pings more often than this for an attack.
      'grpc.keepalive_time_ms': 2000,
      'grpc.keepalive_timeout_ms': 1000,
      'grpc.keepalive_permit_without_calls': 1,
      'grpc.initial_reconnect_backoff_ms': 100,
      'grpc.max_reconnect_backoff_ms': 1000,
      'grpc.use_local_subchannel_pool': 1,
    },
  });
}
