import { agentRecordCodec } from '@parley/agent';
import type { AgentRecord } from '@parley/agent';
import type { MemoryDisk } from '@parley/common/journal';

/** What was read already; bytes on a disk never change. */
const READ = new WeakMap<Uint8Array, AgentRecord>();

/** The records on an agent's disk that survive a crash at this moment, in order. Each is decoded once, however often it is looked at. */
export function* storedRecords(disk: MemoryDisk): Generator<AgentRecord> {
  for (const bytes of disk.stored) {
    const record = READ.get(bytes) ?? agentRecordCodec.decode(bytes);
    READ.set(bytes, record);
    yield record;
  }
}
