import { codecOf, loadInternal } from '@parley/protos';
import * as fc from 'fast-check';
import { NO_EPOCH } from '../kernel';
import type { LinkNumber } from '../kernel';
import type { LinkCodec } from '../rpc';
import { anyAgentDown, anyAgentUp, anyAllocatorDown, anyAllocatorUp, anyGatewayDown, anyGatewayUp } from '../testing';
import {
  AGENT_LINK_CLIENT,
  AGENT_LINK_SERVER,
  ALLOCATOR_SESSION_CLIENT,
  ALLOCATOR_SESSION_SERVER,
  GATEWAY_LINK_CLIENT,
  GATEWAY_LINK_SERVER,
} from '.';

/** Ids and texts of the generators are longer than usual; an estimate that is off by more would make batches far too large. */
const FACTOR_MAX = 8;

/** That batches are never much larger than the sum of the estimates of their items. */
function expectEstimates<Item, In>(codec: LinkCodec<Item, In>, type: string, any: fc.Arbitrary<Item>): void {
  const holds = fc.property(fc.array(any, { minLength: 1, maxLength: 30 }), (items) => {
    const batch = { epoch: NO_EPOCH, link: 1 as LinkNumber, sequence: 1, items };
    const bytes = codecOf(loadInternal(), type).encode(codec.encode(batch)).length;
    const estimate = items.reduce((sum, item) => sum + codec.sizeOf(item), 0);

    expect(bytes).toBeLessThanOrEqual(estimate * FACTOR_MAX);
  });
  fc.assert(holds, { seed: 20_241_009, numRuns: 60 });
}

test('given any batch of a link, when it is written, then it is not much larger than estimated', () => {
  expectEstimates(AGENT_LINK_CLIENT, 'parley.master.v1.AgentLinkRequest', anyAgentUp);
  expectEstimates(AGENT_LINK_SERVER, 'parley.master.v1.AgentLinkResponse', anyAgentDown);
  expectEstimates(GATEWAY_LINK_CLIENT, 'parley.master.v1.GatewayLinkRequest', anyGatewayUp);
  expectEstimates(GATEWAY_LINK_SERVER, 'parley.master.v1.GatewayLinkResponse', anyGatewayDown);
  expectEstimates(ALLOCATOR_SESSION_CLIENT, 'parley.allocator.v1.SessionRequest', anyAllocatorDown);
  expectEstimates(ALLOCATOR_SESSION_SERVER, 'parley.allocator.v1.SessionResponse', anyAllocatorUp);
});
