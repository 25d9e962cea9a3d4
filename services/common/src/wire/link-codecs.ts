import type { Epoch__Output } from '@parley/protos/internal/parley/types/v1/Epoch';
import type { AgentDown, AgentUp, AllocatorDown, AllocatorUp, Batch, GatewayDown, GatewayUp } from '../contract';
import { MalformedMessage } from '../kernel';
import type { LinkNumber } from '../kernel';
import type { LinkCodec } from '../rpc';
import { decodeAgentDown, encodeAgentDown } from './agent-down-codec';
import { decodeAgentUp, encodeAgentUp } from './agent-up-codec';
import { decodeAllocatorDown, encodeAllocatorDown } from './allocator-down-codec';
import { decodeAllocatorUp, encodeAllocatorUp } from './allocator-up-codec';
import { decodeEpoch, encodeEpoch } from './cluster-codec';
import { decodeGatewayDown, encodeGatewayDown } from './gateway-down-codec';
import { decodeGatewayUp, encodeGatewayUp } from './gateway-up-codec';
import {
  sizeOfAgentDown,
  sizeOfAgentUp,
  sizeOfAllocatorDown,
  sizeOfAllocatorUp,
  sizeOfGatewayDown,
  sizeOfGatewayUp,
} from './item-sizes';
import { message, messages, natural } from './readers';
import type { Wire, WireNumber } from './wire-form';

/** The envelope that the messages of all internal links have in common. */
interface Envelope {
  readonly epoch?: Wire<Epoch__Output> | null;
  readonly linkNumber?: WireNumber;
  readonly sequence?: WireNumber;
  readonly items?: readonly unknown[] | null;
}

/** One direction of a link. */
interface Direction<Item, WireItem> {
  readonly encode: (item: Item) => object;
  readonly decode: (wire: Wire<WireItem>) => Item;
  readonly sizeOf: (item: Item) => number;
  /** Whether items of a kind that is not known here are passed over, since the contract may grow by them; otherwise they are malformed. */
  readonly passesOverUnknown?: boolean;
}

const AGENT_UP = { encode: encodeAgentUp, decode: decodeAgentUp, sizeOf: sizeOfAgentUp };
const AGENT_DOWN = { encode: encodeAgentDown, decode: decodeAgentDown, sizeOf: sizeOfAgentDown };
const GATEWAY_UP = { encode: encodeGatewayUp, decode: decodeGatewayUp, sizeOf: sizeOfGatewayUp };
const GATEWAY_DOWN = { encode: encodeGatewayDown, decode: decodeGatewayDown, sizeOf: sizeOfGatewayDown };
const ALLOCATOR_UP = { encode: encodeAllocatorUp, decode: decodeAllocatorUp, sizeOf: sizeOfAllocatorUp };
const ALLOCATOR_DOWN = {
  encode: encodeAllocatorDown,
  decode: decodeAllocatorDown,
  sizeOf: sizeOfAllocatorDown,
  passesOverUnknown: true,
};

/** The agent's end of `parley.master.v1.MasterService/AgentLink`, which dials. */
export const AGENT_LINK_CLIENT: LinkCodec<AgentUp, AgentDown> = linkCodec(AGENT_UP, AGENT_DOWN);
/** The master's end of `parley.master.v1.MasterService/AgentLink`. */
export const AGENT_LINK_SERVER: LinkCodec<AgentDown, AgentUp> = linkCodec(AGENT_DOWN, AGENT_UP);
/** The gateway's end of `parley.master.v1.MasterService/GatewayLink`, which dials. */
export const GATEWAY_LINK_CLIENT: LinkCodec<GatewayUp, GatewayDown> = linkCodec(GATEWAY_UP, GATEWAY_DOWN);
/** The master's end of `parley.master.v1.MasterService/GatewayLink`. */
export const GATEWAY_LINK_SERVER: LinkCodec<GatewayDown, GatewayUp> = linkCodec(GATEWAY_DOWN, GATEWAY_UP);
/** The master's end of `parley.allocator.v1.AllocatorService/Session`, which dials. */
export const ALLOCATOR_SESSION_CLIENT: LinkCodec<AllocatorDown, AllocatorUp> = linkCodec(ALLOCATOR_DOWN, ALLOCATOR_UP);
/** The allocator's end of `parley.allocator.v1.AllocatorService/Session`. */
export const ALLOCATOR_SESSION_SERVER: LinkCodec<AllocatorUp, AllocatorDown> = linkCodec(ALLOCATOR_UP, ALLOCATOR_DOWN);

function linkCodec<Out, WireOut, In, WireIn>(
  out: Direction<Out, WireOut>,
  into: Direction<In, WireIn>,
): LinkCodec<Out, In> {
  return {
    encode: (batch) => ({
      epoch: encodeEpoch(batch.epoch),
      linkNumber: batch.link,
      sequence: batch.sequence,
      items: batch.items.map(out.encode),
    }),
    decode: (wire) => decodeBatch(wire, into),
    sizeOf: out.sizeOf,
  };
}

function decodeBatch<Item, WireItem>(
  wire: unknown,
  { decode, passesOverUnknown = false }: Pick<Direction<Item, WireItem>, 'decode' | 'passesOverUnknown'>,
): Batch<Item> {
  const envelope = envelopeOf(wire);
  const items = passesOverUnknown ? withoutUnknown(envelope.items) : envelope.items;
  return {
    epoch: message(envelope.epoch, 'epoch', decodeEpoch),
    link: natural(envelope.linkNumber, 'link_number') as LinkNumber,
    sequence: natural(envelope.sequence, 'sequence'),
    items: messages(items as readonly Wire<WireItem>[] | null | undefined, 'items', decode),
  };
}

/** The items of which a member is set that is known here; what is no list, or no message, is left for decoding to refuse. */
function withoutUnknown(items: Envelope['items']): Envelope['items'] {
  const isUnknown = (item: unknown): boolean =>
    typeof item === 'object' && item !== null && (item as { readonly item?: unknown }).item === undefined;
  return Array.isArray(items) ? items.filter((item: unknown) => !isUnknown(item)) : items;
}

function envelopeOf(wire: unknown): Envelope {
  if (typeof wire !== 'object' || wire === null) throw new MalformedMessage('message', 'must be a message');
  return wire;
}
