import type { Offer } from '@parley/common/contract';
import type { Epoch, FrameworkId } from '@parley/common/kernel';
import type { CallRefusal, OperatorRefusal } from './refusals';

/** Everything the gateway tells its observers, in the past tense. One row per event in edge/observe turns it into telemetry. */
export type GatewayEvent =
  | { readonly event: 'session-opened'; readonly session: number; readonly open: number }
  | {
      readonly event: 'session-subscribed';
      readonly session: number;
      readonly frameworkId: FrameworkId;
      readonly again: boolean;
    }
  /** The gateway or the master ended the session. */
  | { readonly event: 'session-ended'; readonly session: number; readonly reason: string; readonly because: string }
  /** The client ended its stream (`clean`) or vanished. */
  | { readonly event: 'session-closed'; readonly session: number; readonly clean: boolean; readonly because: string }
  | { readonly event: 'session-refused'; readonly reason: string }
  | { readonly event: 'call-refused'; readonly session: number; readonly call: string; readonly reason: CallRefusal }
  /** Calls and offers of one session that ended with the link. */
  | {
      readonly event: 'session-interrupted';
      readonly session: number;
      readonly callsUnknown: number;
      readonly offersRescinded: number;
    }
  | {
      readonly event: 'offers-delivered';
      readonly session: number;
      readonly frameworkId: FrameworkId;
      readonly offers: readonly Offer[];
    }
  /** More offers than a session may hold were declined on its behalf. */
  | { readonly event: 'offers-declined'; readonly session: number; readonly count: number }
  | { readonly event: 'leader-followed'; readonly address: string; readonly epoch: Epoch }
  | { readonly event: 'leader-lost'; readonly because: string }
  | { readonly event: 'foreign-cluster'; readonly target: string; readonly expected: string; readonly named: string }
  /** A batch that counts no more: of an older epoch, or of a stream that is not the current link. */
  | { readonly event: 'batch-dropped'; readonly because: 'older-epoch' | 'older-link' | 'before-welcome' }
  | { readonly event: 'operator-asked'; readonly request: number; readonly query: string }
  | { readonly event: 'operator-refused'; readonly request: number; readonly reason: OperatorRefusal };
