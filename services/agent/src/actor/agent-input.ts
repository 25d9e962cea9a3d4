import type { LinkEvent } from '@parley/common/actor';
import type { AgentDown, FileAnswer, LeaderAnswer } from '@parley/common/contract';
import type { StreamId, WriteId } from '@parley/common/kernel';
import type { Resources } from '@parley/common/resources';
import type { ProcessEvent } from '../ports';

/** Everything that can happen to an agent. */
export type AgentInput =
  /** First of all, once: what was stored by earlier runs is taken up. */
  | { readonly input: 'begin' }
  | { readonly input: 'master-stream'; readonly event: LinkEvent<AgentDown> }
  | { readonly input: 'leader-answered'; readonly target: string; readonly answer: LeaderAnswer | undefined }
  /** A write ended; `failure` says that it may be lost, after which nothing can be stored any more. */
  | { readonly input: 'stored'; readonly writeId: WriteId; readonly failure: string | undefined }
  | { readonly input: 'process'; readonly event: ProcessEvent }
  | {
      readonly input: 'files-answered';
      readonly stream: StreamId;
      readonly requestId: number;
      readonly answer: FileAnswer;
    }
  | { readonly input: 'resources-measured'; readonly total: Resources }
  /** End all tasks, then halt. */
  | { readonly input: 'stop-tasks' };
