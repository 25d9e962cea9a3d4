import { compareEpochs, required, writeIdOf } from '@parley/common/kernel';
import { TcpProxy } from '@parley/common/testing';
import type { RealEtcd } from '@parley/common/testing';
import {
  CoordinationRefused,
  describeCoordination,
  EtcdClient,
  openEtcd,
  putAgent,
  writeEach,
} from '@parley/master/testing';
import {
  benchOver,
  clock,
  ETCD,
  eventually,
  freshPrefix,
  leader,
  leads,
  member,
  optionsFor,
  pass,
  runEtcd,
  until,
} from './etcd-bench';
import type { Member } from './etcd-bench';

jest.setTimeout(60_000);

// Without the program these tests cannot say anything; the run of all tests reports that it is missing, and fails where it must not be.
const whenEtcd = ETCD === undefined ? describe.skip : describe; // PARLEY_ETCD

whenEtcd('coordination over a real etcd', () => {
  let etcd: RealEtcd & AsyncDisposable;
  beforeAll(async () => {
    etcd = await runEtcd(1);
  });
  afterAll(async () => {
    await etcd[Symbol.asyncDispose]();
  });

  const options = () => optionsFor(etcd.endpoints, freshPrefix());

  /** A proxy in front of etcd, and the options of an instance that goes through it. */
  async function proxied(prefix: string) {
    const [address = ''] = etcd.endpoints;
    const proxy = await TcpProxy.open({ host: '127.0.0.1', port: Number(address.split(':')[1]) });
    return { proxy, options: optionsFor([proxy.address], prefix) };
  }

  describeCoordination(
    'real etcd',
    benchOver(() => etcd),
  );

  test('given a leader that is cut off, when its lease runs out, then a standby leads within the time to live and half a second, and never both', async () => {
    const prefix = freshPrefix();
    const { proxy, options: throughProxy } = await proxied(prefix);
    const first = await leader(throughProxy);
    const second = await member(optionsFor(etcd.endpoints, prefix));
    await pass(500);

    proxy.blackHole('both');
    let both = false;
    const tookMs = await until(() => {
      both ||= leads(first) && leads(second);
      return leads(second);
    }, 'takeover');

    expect(both).toBe(false);
    expect(tookMs).toBeLessThan(2500);
    await until(() => first.sink.because !== undefined, 'the old leader is told');
    expect(first.sink.because).toMatch(/confirmed no renewal of the lease/);
    await second.coordination.resign();
    await proxy.close();
  });

  test('given a leader and a standby, when the leader resigns, then the standby leads within 200 ms and no write was lost', async () => {
    const shared = options();
    const first = await leader(shared, 'm1:1');
    const second = await member(shared, 'm2:1');
    await until(() => second.coordination.leader().address === 'm1:1', 'the standby knows the leader');
    first.coordination.write(writeIdOf(1), [putAgent('a1')]);

    const resigned = first.coordination.resign();
    const tookMs = await until(() => leads(second), 'hand-over');
    await resigned;

    expect(tookMs).toBeLessThan(200);
    expect(first.sink.outcomes).toEqual([{ writeId: 1, outcome: 'written' }]);
    expect([...second.sink.snapshot.agents.keys()]).toEqual(['a1']);
    await second.coordination.resign();
  });

  test('given a write whose answer is lost, when etcd is heard again, then it is reported written, once, and the term goes on', async () => {
    const prefix = freshPrefix();
    const { proxy, options: throughProxy } = await proxied(prefix);
    const { coordination, sink } = await leader({ ...throughProxy, leaseTtlMs: 8000 });
    const other = new EtcdClient(etcd.endpoints, clock);
    const stored = () => registryKeys(other, prefix);

    proxy.blackHole('from-target');
    coordination.write(writeIdOf(1), [putAgent('a1')]);
    coordination.write(writeIdOf(2), [putAgent('a2')]);
    while ((await stored()).length === 0) await pass(20);
    await pass(1700);
    expect(sink.outcomes).toEqual([]);
    proxy.heal();
    await until(() => sink.outcomes.length === 2, 'outcomes');

    expect(sink).toMatchObject({ because: undefined });
    expect(sink.outcomes.map(({ outcome }) => outcome)).toEqual(['written', 'written']);
    expect(await stored()).toEqual(['agents/a1', 'agents/a2']);
    other.close();
    await coordination.resign();
    await proxy.close();
  });

  test('given connections that are reset over and over, when writes go on, then each is written once, in order, in one term', async () => {
    const prefix = freshPrefix();
    const { proxy, options: throughProxy } = await proxied(prefix);
    const first = await leader({ ...throughProxy, leaseTtlMs: 8000 });

    for (let round = 1; round <= 20; round += 1) {
      first.coordination.write(writeIdOf(round), [putAgent(`a${String(round)}`)]);
      if (round % 4 === 0) proxy.reset();
      await pass(20);
    }
    await until(() => first.sink.outcomes.length === 20, 'outcomes');

    expect(first.sink.outcomes.map(({ writeId, outcome }) => `${String(writeId)} ${outcome}`)).toEqual(
      Array.from({ length: 20 }, (_, index) => `${String(index + 1)} written`),
    );
    expect(first.sink).toMatchObject({ because: undefined, electedCount: 1 });
    await first.coordination.resign();
    await proxy.close();
  });

  test('given a leader whose key was taken by another, when it writes, then the write is fenced, nothing is stored and its term ends', async () => {
    const shared = { ...options(), leaseTtlMs: 30_000 };
    const first = await leader(shared);
    const other = new EtcdClient(etcd.endpoints, clock);
    const key = `${shared.prefix}/leader`;
    await new Promise((resolve) =>
      other.transact({ guards: [], puts: [{ key, value: undefined }], reads: [] }, resolve),
    );

    first.coordination.write(writeIdOf(1), [putAgent('a1')]);
    await until(() => first.sink.because !== undefined, 'the term ends');

    expect(first.sink.outcomes.filter(({ outcome }) => outcome === 'written')).toEqual([]);
    expect(await registryKeys(other, shared.prefix)).toEqual([]);
    other.close();
  });

  test('given 1,200 agents, when a new leader reads the registry page by page, then it holds each', async () => {
    const shared = options();
    const first = await leader(shared);
    const ids = Array.from({ length: 1200 }, (_, index) => `agent-${String(index).padStart(5, '0')}`);
    const epoch = required(first.sink.epoch, 'epoch');
    await writeEach(
      { until: eventually },
      { ...first, epoch },
      ids.map((id) => putAgent(id)),
    );
    await first.coordination.resign();

    const second = await leader(shared);

    expect([...second.sink.snapshot.agents.keys()]).toEqual(ids);
    await second.coordination.resign();
  });

  test('given a registry of another cluster, when a master starts, then it is refused with both names and the remedy', async () => {
    const blue = { ...options(), clusterId: 'blue' };
    const first = await leader(blue);

    const refused = openEtcd({ ...blue, clusterId: 'green' }, clock);

    await expect(refused).rejects.toThrow(CoordinationRefused);
    await expect(refused).rejects.toThrow(/belongs to cluster "blue", not to "green"\. Point this master at/);
    await first.coordination.resign();
  });

  test('given no etcd at the address, when a master starts, then it is refused with one sentence and the remedy', async () => {
    const refused = openEtcd({ ...optionsFor(['127.0.0.1:1'], '/p'), startTimeoutMs: 300 }, clock);

    await expect(refused).rejects.toThrow(
      /^etcd at 127\.0\.0\.1:1 does not serve within 300 ms \(.*ECONNREFUSED.*\)\. Start it, correct the endpoints/,
    );
  });

  test('given a restore, when an operator raises the incarnation, then it stays raised and epochs grow', async () => {
    const shared = options();
    const first = await leader(shared);
    await first.coordination.resign();
    const second = await leader({ ...shared, incarnationMin: 5 });
    await second.coordination.resign();

    const third = await leader(shared);

    expect([first, second, third].map(({ sink }) => sink.epoch?.incarnation)).toEqual([1, 5, 5]);
    expect(compareEpochs(required(third.sink.epoch, 'epoch'), required(second.sink.epoch, 'epoch'))).toBeGreaterThan(0);
    await third.coordination.resign();
  });

  test('given etcd that stands still for less than the lease, when it goes on, then the term goes on', async () => {
    const { coordination, sink } = await leader({ ...options(), leaseTtlMs: 6000 });

    etcd.pause();
    coordination.write(writeIdOf(1), [putAgent('a1')]);
    await pass(2000);
    etcd.resume();
    await until(() => sink.outcomes.length === 1, 'the outcome');

    expect(sink).toMatchObject({ because: undefined, outcomes: [{ writeId: 1, outcome: 'written' }] });
    await coordination.resign();
  });

  test('given etcd that stands still for longer than the lease, when the proof ends, then the leader is told; when etcd goes on, another leads', async () => {
    const shared = options();
    const first = await leader(shared);
    const second = await member(shared);

    etcd.pause();
    const tookMs = await until(() => first.sink.because !== undefined, 'the term ends');
    const proven = leads(first);
    etcd.resume();
    await until(() => leads(second), 'the next term');

    expect(tookMs).toBeLessThan(2000);
    expect(proven).toBe(false);
    await second.coordination.resign();
  });

  test('given etcd that is killed with a write on its way, when it is back within the lease, then the write is settled and the term goes on', async () => {
    const first: Member = await leader({ ...options(), leaseTtlMs: 10_000 });

    first.coordination.write(writeIdOf(1), [putAgent('a1')]);
    await etcd.kill();
    first.coordination.write(writeIdOf(2), [putAgent('a2')]);
    await etcd.restart();
    await until(() => first.sink.outcomes.length === 2, 'outcomes');

    expect(first.sink).toMatchObject({ because: undefined });
    expect(first.sink.outcomes.map(({ outcome }) => outcome)).toEqual(['written', 'written']);
    await first.coordination.resign();
  });
});

whenEtcd('coordination over three real etcd nodes', () => {
  test('given three nodes, when any one is killed or stands still, then the leader keeps leading and its writes go on', async () => {
    await using etcd = await runEtcd(3);
    const first = await leader({ ...optionsFor(etcd.endpoints, '/three'), leaseTtlMs: 10_000 });
    let writes = 0;
    const write = async () => {
      writes += 1;
      first.coordination.write(writeIdOf(writes), [putAgent(`a${String(writes)}`)]);
      await until(() => first.sink.outcomes.length === writes || first.sink.because !== undefined, 'an outcome');
      expect(first.sink.because).toBeUndefined();
    };

    for (const node of [0, 1, 2]) {
      await etcd.kill(node);
      await write();
      await etcd.restart(node);
      await write();
    }
    for (const node of [0, 1, 2]) {
      etcd.pause(node);
      await write();
      etcd.resume(node);
      await write();
    }

    expect(first.sink).toMatchObject({ because: undefined, electedCount: 1 });
    expect(leads(first)).toBe(true);
    await first.coordination.resign();
  });
});

/** Keys of the registry's entries as another client reads them. */
function registryKeys(client: EtcdClient, prefix: string): Promise<readonly string[]> {
  const registry = `${prefix}/registry/`;
  return new Promise((resolve, reject) => {
    client.page({ prefix: registry, after: undefined, revision: 0, limit: 1000 }, (answer) => {
      if (answer.ok) resolve(answer.value.entries.map(([key]) => key.slice(registry.length)));
      else reject(new Error(answer.failure.message));
    });
  });
}
