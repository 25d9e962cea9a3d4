import { ManualClock } from '@parley/common/testing';
import type { Streams } from '@parley/common/actor';
import type { MonotonicMs } from '@parley/common/kernel';
import { DEFAULT_SETTINGS, EMPTY_REGISTRY, composeMaster } from './compose';
import { EPOCH } from './testing/played-peers';

const SILENT_STREAMS: Streams<unknown> & { dial(): void } = {
  dial: () => undefined,
  send: () => undefined,
  end: () => undefined,
  flush: () => undefined,
  backlog: () => 0,
};

function givenMaster(leaseMs: number) {
  const clock = new ManualClock();
  const leaseUntil = (clock.now() + leaseMs) as MonotonicMs;
  const abandoned: string[] = [];
  const master = composeMaster(
    DEFAULT_SETTINGS,
    {
      clock,
      random: () => 0.5,
      coordination: { write: () => undefined, leaseUntil: () => leaseUntil },
      agents: () => SILENT_STREAMS,
      gateways: () => SILENT_STREAMS,
      allocator: () => SILENT_STREAMS,
      observe: () => undefined,
      abandon: (because) => abandoned.push(because),
    },
    { epoch: EPOCH, snapshot: EMPTY_REGISTRY },
  );
  return { clock, master, abandoned };
}

test('given a master whose lease ran out, when it is to hand over, then nobody waits for a word that cannot be said', async () => {
  const { clock, master, abandoned } = givenMaster(0);

  const handedOver = master.handOver();
  clock.advance(1);
  await handedOver;

  expect(abandoned).toEqual([expect.stringContaining('the lease ran out')]);
});

test('given a master that was stopped, when it is to hand over, then that is over at once', async () => {
  const { master, abandoned } = givenMaster(1_000);
  master.stop();

  await master.handOver();

  expect(abandoned).toEqual([]);
});
