import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SystemClock } from '@parley/common/actor';
import { JournalHeld, MemoryDisk, openMemoryJournal } from '@parley/common/journal';
import { writeIdOf } from '@parley/common/kernel';
import { describeCoordination, lead, putAgent, RecordingSink } from '../../testing/coordination-contract';
import type { CoordinationBench } from '../../testing/coordination-contract';
import { CoordinationRefused } from '../registry/coordination-refused';
import { openStandalone, standaloneOver } from './standalone-coordination';
import type { StandaloneOptions } from './standalone-coordination';
import { StandaloneStore } from './standalone-store';

const clock = new SystemClock();

async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = clock.now() + 5000;
  while (!condition()) {
    if (clock.now() > deadline) throw new Error(`not within 5 s: ${what}`);
    await new Promise<void>((resolve) => {
      clock.soon(resolve);
    });
  }
}

function optionsIn(directory: string, clusterId?: string): StandaloneOptions {
  return { directory, clusterId, newClusterId: 'chosen-at-random' };
}

async function openBench(): Promise<CoordinationBench> {
  const directory = mkdtempSync(join(tmpdir(), 'parley-standalone-'));
  return {
    now: () => clock.now(),
    open: () => openStandalone(optionsIn(directory)),
    until,
    resign: (coordination) => coordination.resign(),
    close: async () => {
      rmSync(directory, { recursive: true });
    },
  };
}

describeCoordination('a local store', openBench);

describe('a local store', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'parley-standalone-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  test('given a master that holds the directory, when another opens it, then it is refused by name', async () => {
    const first = await openStandalone(optionsIn(directory));

    await expect(openStandalone(optionsIn(directory))).rejects.toThrow(JournalHeld);

    await first.resign();
  });

  test('given the registry of another cluster, when it is opened, then it is refused with both names and the remedy', async () => {
    const { coordination } = await lead({ until }, await openStandalone(optionsIn(directory, 'blue')));
    await coordination.resign();

    const refused = openStandalone(optionsIn(directory, 'green'));

    await expect(refused).rejects.toThrow(CoordinationRefused);
    await expect(refused).rejects.toThrow(/belongs to cluster "blue", not to "green"\. Point this master at/);
  });

  test('given an entry that cannot be understood, when the store is opened, then the refusal names it', () => {
    const opened = new StandaloneStore();
    opened.apply({ record: 'entry', key: 'agents/a1', value: '{"state":"lost"}' });
    const disk = new MemoryDisk();
    const journal = openMemoryJournal({ ...opened.journalOptions, disk, schedule: clock.soon.bind(clock) });

    const refused = (): unknown => standaloneOver(opened, journal, optionsIn('memory'));

    expect(refused).toThrow("the registry's entry agents/a1 cannot be read: it.info must be an object");
  });

  test('given a crash before a write is durable, when the next term begins, then the write was never reported and is not there', async () => {
    const disk = new MemoryDisk();
    const syncs: (() => void)[] = [];
    const open = () => {
      const store = new StandaloneStore();
      const opened = openMemoryJournal({ ...store.journalOptions, disk, schedule: (sync) => syncs.push(sync) });
      return standaloneOver(store, opened, optionsIn('memory'));
    };
    const sink = new RecordingSink();
    const first = open();
    first.campaign('m1:1', sink);
    expect(sink.epoch).toBeUndefined();
    syncs.shift()?.();
    first.write(writeIdOf(1), [putAgent('stored')]);
    syncs.shift()?.();
    first.write(writeIdOf(2), [putAgent('lost')]);
    disk.crash();

    const next = new RecordingSink();
    open().campaign('m1:1', next);
    syncs.at(-1)?.();

    expect(sink.outcomes).toEqual([{ writeId: 1, outcome: 'written' }]);
    expect([...next.snapshot.agents.keys()]).toEqual(['stored']);
    expect(next.epoch?.incarnation).toBe(2);
  });

  test('given a disk that fails, when something is written, then the term ends and the reason says what to do', async () => {
    const disk = new MemoryDisk();
    const store = new StandaloneStore();
    const opened = openMemoryJournal({ ...store.journalOptions, disk, schedule: () => {} });
    const coordination = standaloneOver(store, opened, optionsIn('memory'));
    const sink = new RecordingSink();
    coordination.campaign('m1:1', sink);
    disk.sync();

    coordination.write(writeIdOf(1), [putAgent('a1')]);
    disk.fail(new Error('cannot write. See to free space.'));

    expect(sink).toMatchObject({ because: 'cannot write. See to free space.', outcomes: [] });
    expect(coordination.leaseUntil()).toBeLessThan(0);
  });

  test('given a damaged journal, when the store is opened, then the refusal names file and place', async () => {
    const { coordination } = await lead({ until }, await openStandalone(optionsIn(directory)));
    await coordination.resign();
    const file = join(directory, 'journal');
    const bytes = readFileSync(file);
    bytes[0] = 0;
    writeFileSync(file, bytes);

    await expect(openStandalone(optionsIn(directory))).rejects.toThrow(/journal is damaged at byte 0/);
  });
});
