import type { StreamEnd, StreamEvent } from '@parley/common/actor';
import type { Acknowledgement, SchedulerCall, SchedulerEvent, SessionCall } from '@parley/common/contract';
import type { FrameworkId, LinkNumber, StreamId } from '@parley/common/kernel';
import type { News } from '../domain/news';
import type { WantedTask } from '../domain/wanted-task';

/** A call as an author makes it: the scheduler adds the call id. */
export type AuthorCall = WithoutCallId<SessionCall>;

type WithoutCallId<Call> = Call extends SessionCall ? Omit<Call, 'callId'> : never;

/** Everything that a scheduler's core takes. */
export type SchedulerInput =
  | { readonly input: 'gateway-stream'; readonly event: StreamEvent<SchedulerEvent> }
  /** The key must be free and the task sound: the façade sees to both. */
  | { readonly input: 'want-task'; readonly task: WantedTask }
  /** Ends a wanted task, launched or not; nothing happens when it ended already. */
  | { readonly input: 'kill-task'; readonly key: string; readonly graceMs: number | undefined }
  /** Answered by the news `call-ended` with the same `ask`. */
  | { readonly input: 'author-call'; readonly ask: number; readonly call: AuthorCall }
  /** The author is done with an update (`ok`), or its handler failed and wants it again. */
  | { readonly input: 'update-handled'; readonly acknowledgement: Acknowledgement; readonly ok: boolean }
  /** Ends the scheduler; with `teardown` also the framework and all its tasks. */
  | { readonly input: 'stop'; readonly teardown: boolean };

/** Everything that a scheduler's core wants done. */
export type SchedulerEffect =
  | { readonly effect: 'dial'; readonly stream: StreamId; readonly target: string; readonly link: LinkNumber }
  | { readonly effect: 'send'; readonly stream: StreamId; readonly call: SchedulerCall }
  | { readonly effect: 'end-stream'; readonly stream: StreamId; readonly because: StreamEnd }
  | { readonly effect: 'keep-framework-id'; readonly frameworkId: FrameworkId }
  /** The framework is no more: the next process must not present its id. */
  | { readonly effect: 'forget-framework-id' }
  | { readonly effect: 'tell'; readonly news: News };
