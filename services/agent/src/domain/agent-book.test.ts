import * as fc from 'fast-check';
import type { WallMs } from '@parley/common/kernel';
import { agentRecordCodec } from '../edge/checkpoint/record-codec';
import { amount, EPOCH, FRAMEWORK, launchId, order } from '../testing/given-agent';
import { openBook, recordsOf } from './agent-book';
import type { AgentBook } from './agent-book';
import type { AgentRecord } from './agent-records';
import { summaryOf } from './decide-launch';

const SEED = 20_260_101;
const STATES = ['running', 'killing', 'finished', 'failed'] as const;

const id = fc.integer({ min: 1, max: 5 }).map(launchId);

const anyRecord: fc.Arbitrary<AgentRecord> = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map<AgentRecord>((n) => ({ record: 'launch', launch: summaryOf(order(n)) })),
  fc.tuple(id, fc.nat(9)).map<AgentRecord>(([launch, pid]) => ({
    record: 'process',
    launchId: launch,
    process: { pid, startTime: 1, bootId: 'b' },
  })),
  fc.tuple(id, fc.nat(9)).map<AgentRecord>(([launch, graceMs]) => ({
    record: 'kill',
    launchId: launch,
    kill: { reason: 'task-replaced', graceMs },
  })),
  fc.tuple(id, fc.integer({ min: 1, max: 4 })).map<AgentRecord>(([launch, number]) => ({
    record: 'update',
    launchId: launch,
    update: {
      number,
      state: STATES[number - 1] ?? 'failed',
      reason: undefined,
      message: 'm',
      data: new Uint8Array([1, 2]),
      madeAt: 5 as WallMs,
      exitCode: 0,
    },
  })),
  fc
    .tuple(id, fc.integer({ min: 1, max: 4 }))
    .map<AgentRecord>(([launch, number]) => ({ record: 'acknowledged', launchId: launch, number })),
  id.map<AgentRecord>((launch) => ({ record: 'forgotten', launchId: launch })),
  id.map<AgentRecord>((launch) => ({ record: 'cleaned', launchId: launch })),
  fc.constant<AgentRecord>({ record: 'epoch', epoch: EPOCH }),
);

interface Lived {
  made: number;
  phase: 'alive' | 'ended' | 'forgotten' | 'cleaned';
}

/** Only what an agent can live through: launched once, updates in order up to one end, acknowledged, forgotten, cleaned. */
function plausible(records: readonly AgentRecord[]): readonly AgentRecord[] {
  const lives = new Map<string, Lived>();
  return records.filter((record) => {
    if (record.record === 'launch') {
      if (lives.has(record.launch.launchId)) return false;
      lives.set(record.launch.launchId, { made: 0, phase: 'alive' });
      return true;
    }
    const lived = 'launchId' in record ? lives.get(record.launchId) : undefined;
    return lived === undefined ? !('launchId' in record) : canFollow(lived, record);
  });
}

function canFollow(lived: Lived, record: AgentRecord): boolean {
  switch (record.record) {
    case 'update':
      if (lived.phase !== 'alive' || record.update.number !== lived.made + 1) return false;
      lived.made += 1;
      if (lived.made === 3) lived.phase = 'ended';
      return true;
    case 'acknowledged':
      return lived.phase === 'alive' && record.number <= lived.made;
    case 'forgotten':
      if (lived.phase !== 'alive' && lived.phase !== 'ended') return false;
      lived.phase = 'forgotten';
      return true;
    case 'cleaned':
      if (lived.phase !== 'forgotten') return false;
      lived.phase = 'cleaned';
      return true;
    default:
      return lived.phase === 'alive';
  }
}

function contentOf(book: AgentBook): unknown {
  return JSON.parse(
    JSON.stringify({
      ...book,
      launches: [...book.launches.values()],
      ended: [...book.ended],
      newestOf: [],
      used: [...book.used.scalars],
    }),
  );
}

test('given any stored life, when it is compacted, written and read, then the book is the same', () => {
  const holds = fc.property(fc.array(anyRecord, { maxLength: 40 }), (records) => {
    const { book } = openBook(plausible(records));

    const stored = [...recordsOf(book)].map((record) => Buffer.from(agentRecordCodec.encode(record)));
    const again = openBook(stored.map((bytes) => agentRecordCodec.decode(bytes)));

    expect(contentOf(again.book)).toEqual(contentOf(book));
  });
  fc.assert(holds, { seed: SEED, numRuns: 300 });
});

test('given a compacted life, when its last records are read once more behind it, then the book is the same', () => {
  const holds = fc.property(fc.array(anyRecord, { maxLength: 40 }), fc.nat(40), (records, overlap) => {
    const life = plausible(records);
    const { book } = openBook(life);

    const again = openBook([...recordsOf(book), ...life.slice(Math.max(0, life.length - overlap))]);

    expect(contentOf(again.book)).toEqual(contentOf(book));
  });
  fc.assert(holds, { seed: SEED, numRuns: 300 });
});

test('given a record of an unknown kind, when it is read, then it is refused', () => {
  expect(() => agentRecordCodec.decode(Buffer.from('{"record":"later"}'))).toThrow('unknown record "later"');
});

test('given a launch, when it is entered and ends, then its resources are held in between', () => {
  const { book, apply } = openBook([{ record: 'launch', launch: summaryOf(order(1)) }]);

  expect(book.used).toEqual(amount('cpus:1;mem:64'));
  expect(book.newestOf.get(`${FRAMEWORK}/task-1`)).toBe(launchId(1));
  apply({ record: 'forgotten', launchId: launchId(1) });

  expect(book.used).toEqual(amount(''));
});
