import type { LinkEvent, StreamEnd } from '@parley/common/actor';
import type { AgentDown, AgentUp, AllocatorDown, AllocatorUp, GatewayDown, GatewayUp } from '@parley/common/contract';
import type { LinkNumber, StreamId, WriteId } from '@parley/common/kernel';
import type { MasterEvent } from '../domain/events';
import type { RegistryChange } from '../domain/registry';
import type { WriteOutcome } from '../ports';

/** Everything that can happen to a master that leads. */
export type MasterInput =
  | { readonly input: 'agent-stream'; readonly event: LinkEvent<AgentUp> }
  | { readonly input: 'gateway-stream'; readonly event: LinkEvent<GatewayUp> }
  | { readonly input: 'allocator-stream'; readonly event: LinkEvent<AllocatorUp> }
  | { readonly input: 'registry-written'; readonly writeId: WriteId; readonly outcome: WriteOutcome }
  /** Leadership is being handed over on purpose: the last input that has effects. */
  | { readonly input: 'hand-over' };

/** Everything that a master that leads can want done. */
export type MasterEffect =
  | { readonly effect: 'send-agent'; readonly stream: StreamId; readonly item: AgentDown }
  | { readonly effect: 'end-agent-stream'; readonly stream: StreamId; readonly because: StreamEnd }
  | { readonly effect: 'send-gateway'; readonly stream: StreamId; readonly item: GatewayDown }
  | { readonly effect: 'end-gateway-stream'; readonly stream: StreamId; readonly because: StreamEnd }
  | { readonly effect: 'dial-allocator'; readonly stream: StreamId; readonly target: string; readonly link: LinkNumber }
  | { readonly effect: 'send-allocator'; readonly stream: StreamId; readonly item: AllocatorDown }
  | { readonly effect: 'end-allocator-stream'; readonly stream: StreamId; readonly because: StreamEnd }
  | { readonly effect: 'registry-write'; readonly writeId: WriteId; readonly changes: readonly RegistryChange[] }
  | { readonly effect: 'observe'; readonly event: MasterEvent }
  /** Everybody was sent on to the next leader: nothing follows. */
  | { readonly effect: 'handed-over' }
  /** The instance must end: another master leads. */
  | { readonly effect: 'abandon'; readonly because: string };
