import { writeFileSync } from 'node:fs';
import type { Batch } from '@parley/common/contract';
import {
  AGENT_LINK_SERVER,
  ALLOCATOR_SESSION_CLIENT,
  ALLOCATOR_SESSION_SERVER,
  GATEWAY_LINK_CLIENT,
  GATEWAY_LINK_SERVER,
} from '@parley/common/wire';
import type { LinkTraffic } from './generator-messages';

/** The variable that says where a probed service writes what it counted. */
export const TRAFFIC_FILE_VARIABLE = 'PARLEY_BENCH_TRAFFIC_FILE';

/** What a service sent over its internal links, by who sends to whom. */
export type SentTraffic = Readonly<Record<string, LinkTraffic>>;

interface Encoder {
  encode(batch: Batch<never>): object;
}

/** Counts what a codec encodes from here on. */
function probe(codec: Encoder): () => LinkTraffic {
  const encode = codec.encode.bind(codec);
  let items = 0;
  let messages = 0;
  codec.encode = (batch) => {
    items += batch.items.length;
    messages += 1;
    return encode(batch);
  };
  return () => ({ items, messages });
}

// Loaded by `node --require` before a service: the service is as it always is, and what it sends is counted.
const trafficFile = process.env[TRAFFIC_FILE_VARIABLE];
if (trafficFile !== undefined) {
  const probes = {
    masterToAgent: probe(AGENT_LINK_SERVER),
    masterToGateway: probe(GATEWAY_LINK_SERVER),
    gatewayToMaster: probe(GATEWAY_LINK_CLIENT),
    masterToAllocator: probe(ALLOCATOR_SESSION_CLIENT),
    allocatorToMaster: probe(ALLOCATOR_SESSION_SERVER),
  };
  process.once('exit', () => {
    const sent = Object.entries(probes).map(([way, count]) => [way, count()] as const);
    writeFileSync(trafficFile, JSON.stringify(Object.fromEntries(sent.filter(([, { messages }]) => messages > 0))));
  });
}
