import type { StreamEnd } from '@parley/common/actor';
import type { AgentUp, FileQuery } from '@parley/common/contract';
import type { LaunchId, LinkNumber, StreamId, WriteId } from '@parley/common/kernel';
import type { AgentEvent } from '../domain/agent-events';
import type { AgentRecord } from '../domain/agent-records';
import type { ProcessIdentity, SandboxKey } from '../domain/launches';
import type { Halt, ProcessSignal, ProcessStart } from '../ports';

/** Everything an agent's core can want done. */
export type AgentEffect =
  | { readonly effect: 'ask'; readonly target: string }
  | { readonly effect: 'dial-master'; readonly stream: StreamId; readonly address: string; readonly link: LinkNumber }
  | { readonly effect: 'send-master'; readonly stream: StreamId; readonly item: AgentUp }
  | { readonly effect: 'end-master-stream'; readonly stream: StreamId; readonly because: StreamEnd }
  /** Comes back as `stored`; without records: once everything before it is stored. */
  | { readonly effect: 'store'; readonly writeId: WriteId; readonly records: readonly AgentRecord[] }
  | { readonly effect: 'prepare-process'; readonly start: ProcessStart }
  | { readonly effect: 'release-process'; readonly launchId: LaunchId }
  | { readonly effect: 'signal-process'; readonly launchId: LaunchId; readonly signal: ProcessSignal }
  | { readonly effect: 'adopt-process'; readonly sandbox: SandboxKey; readonly process: ProcessIdentity }
  | { readonly effect: 'forget-process'; readonly launchId: LaunchId }
  | { readonly effect: 'clean-up'; readonly sandbox: SandboxKey }
  | {
      readonly effect: 'query-files';
      readonly stream: StreamId;
      readonly requestId: number;
      readonly sandbox: SandboxKey;
      readonly query: FileQuery;
    }
  | { readonly effect: 'measure-resources' }
  | { readonly effect: 'observe'; readonly event: AgentEvent }
  | { readonly effect: 'halt'; readonly halt: Halt };
