import { ManualClock } from '@parley/common/testing';
import { compareEpochs, required, writeIdOf } from '@parley/common/kernel';
import type { Clock, Random } from '@parley/common/kernel';
import type { Coordination } from '../ports';
import { describeCoordination, putAgent, RecordingSink, roleOf } from './coordination-contract';
import type { CoordinationBench } from './coordination-contract';
import { simulatedCoordination } from './simulated-coordination';
import { SimulatedEtcd } from './simulated-etcd';
import type { SimulatedEtcdClient } from './simulated-etcd';

/** A small generator of chance, so that every run of a test is the same. */
function chanceFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** One simulated etcd and the instances over it. */
class World implements CoordinationBench {
  readonly clock = new ManualClock();
  readonly etcd: SimulatedEtcd;
  #count = 0;

  constructor(seed = 1) {
    this.etcd = new SimulatedEtcd({ clock: this.clock, random: chanceFrom(seed) });
  }

  now() {
    return this.clock.now();
  }

  async open(): Promise<Coordination> {
    return this.instance().coordination;
  }

  /** An instance with its recording sink, not yet campaigning. */
  instance(clock: Clock = this.clock) {
    const instanceId = `m${String((this.#count += 1))}`;
    return { ...simulatedCoordination(this.etcd, { instanceId, clock }), sink: new RecordingSink(), instanceId };
  }

  /** An instance that campaigns. */
  campaigner(clock: Clock = this.clock): Master {
    const master = this.instance(clock);
    master.coordination.campaign(`${master.instanceId}:5050`, master.sink);
    return master;
  }

  /** An instance that leads. */
  leader(): Master {
    const master = this.campaigner();
    this.pass(() => master.sink.epoch !== undefined);
    return master;
  }

  /** Advances the clock until the condition holds; says how long that took. */
  pass(condition: () => boolean, limitMs = 20_000): number {
    const from = this.clock.now();
    while (!condition()) {
      if (this.clock.now() - from > limitMs) throw new Error(`not within ${String(limitMs)} ms`);
      this.clock.advance(1);
    }
    return this.clock.now() - from;
  }

  async until(condition: () => boolean): Promise<void> {
    this.pass(condition);
  }

  async resign(coordination: Coordination): Promise<void> {
    const resigned = coordination.resign();
    this.clock.advance(2500);
    await resigned;
  }

  async close(): Promise<void> {}
}

/** The time of a host whose process can be stopped: time goes on, but nothing is called until the process goes on. */
class PausableClock implements Clock {
  #held: (() => void)[] | undefined;

  constructor(private readonly clock: Clock) {}

  now = () => this.clock.now();
  wall = () => this.clock.wall();
  at: Clock['at'] = (when, callback) => this.clock.at(when, this.#unlessPaused(callback));
  soon: Clock['soon'] = (callback) => {
    this.clock.soon(this.#unlessPaused(callback));
  };

  pause(): void {
    this.#held = [];
  }

  resume(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const callback of held) callback();
  }

  #unlessPaused(callback: () => void): () => void {
    return () => {
      if (this.#held === undefined) callback();
      else this.#held.push(callback);
    };
  }
}

interface Master {
  readonly coordination: Coordination;
  readonly client: SimulatedEtcdClient;
  readonly sink: RecordingSink;
}

const leads = ({ coordination }: Master): boolean => coordination.leader().leading;

describeCoordination('simulated etcd', async () => new World());

describe('coordination by etcd, when things fail', () => {
  test('given a leader and a standby, when the leader crashes, then the standby leads within the time to live and half a second', () => {
    const world = new World();
    const first = world.leader();
    const second = world.campaigner();
    world.clock.advance(7000);
    expect(second.coordination.leader()).toMatchObject({ leading: false, address: 'm1:5050', epoch: first.sink.epoch });

    first.client.close();
    const tookMs = world.pass(() => leads(second));

    expect(tookMs).toBeLessThan(5500);
    expect(compareEpochs(required(second.sink.epoch, 'epoch'), required(first.sink.epoch, 'epoch'))).toBeGreaterThan(0);
  });

  test('given a standby that is deaf, when the leader crashes, then it finds out by reading, a second later at most', () => {
    const world = new World();
    const first = world.leader();
    const second = world.campaigner();
    second.client.deaf = true;
    world.clock.advance(100);

    first.client.close();
    const tookMs = world.pass(() => leads(second));

    expect(tookMs).toBeLessThan(6500);
  });

  test('given a standby, when the leader resigns, then the standby leads within milliseconds', () => {
    const world = new World();
    const first = world.leader();
    const second = world.campaigner();
    world.clock.advance(100);

    void first.coordination.resign();
    const tookMs = world.pass(() => leads(second));

    expect(tookMs).toBeLessThan(50);
    expect(leads(first)).toBe(false);
  });

  test.each(['calls', 'answers', 'both'] as const)(
    'given a leader, when its %s no longer pass, then its proof ends before another leads and it is told',
    (cut) => {
      const world = new World();
      const first = world.leader();
      const second = world.campaigner();
      world.clock.advance(3000);

      first.client.cut = cut;
      let overlapMs = 0;
      world.pass(() => {
        if (leads(first) && leads(second)) overlapMs += 1;
        return first.sink.because !== undefined && leads(second);
      });

      expect(overlapMs).toBe(0);
      expect(first.sink.because).toMatch(/confirmed no renewal of the lease/);
    },
  );

  test('given a leader that is paused past its proof, when it goes on, then it does not lead from the first instant, before it is told', () => {
    const world = new World();
    const host = new PausableClock(world.clock);
    const first = world.campaigner(host);
    world.pass(() => leads(first));
    const second = world.campaigner();
    world.clock.advance(3000);

    host.pause();
    const heldUntil = first.coordination.leaseUntil();
    const tookMs = world.pass(() => leads(second));
    const claims = { before: leads(first), because: first.sink.because };
    host.resume();

    expect(claims).toEqual({ before: false, because: undefined });
    expect(heldUntil).toBeLessThan(world.now());
    expect(tookMs).toBeLessThan(5500);
    expect(leads(first)).toBe(false);
    expect(first.sink.because).toBeDefined();
  });

  test('given a leader that was replaced unawares, when it writes, then the write is fenced, nothing is stored and its term ends', () => {
    const world = new World();
    const first = world.leader();
    world.etcd.store.transact({ guards: [], puts: [{ key: '/parley/leader', value: undefined }], reads: [] });
    first.coordination.write(writeIdOf(1), [putAgent('a1')]);
    first.coordination.write(writeIdOf(2), [putAgent('a2')]);
    world.pass(() => first.sink.because !== undefined);

    expect(first.sink.outcomes[0]).toEqual({ writeId: 1, outcome: 'fenced' });
    expect(first.sink.outcomes.filter(({ outcome }) => outcome === 'written')).toEqual([]);
    expect(world.leader().sink.snapshot.agents.size).toBe(0);
  });

  test('given a leader whose key is taken away by hand, when a second has passed, then its term ends even if it writes nothing', () => {
    const world = new World();
    const first = world.leader();
    first.client.deaf = true;

    world.etcd.store.transact({ guards: [], puts: [{ key: '/parley/leader', value: undefined }], reads: [] });
    world.clock.advance(1100);

    expect(first.sink.because).toBe('the leader key of this term was taken away');
  });

  test('given etcd away for less than the lease, when it is back, then the term goes on and every write got its outcome', () => {
    const world = new World();
    const first = world.leader();
    first.coordination.write(writeIdOf(1), [putAgent('a1')]);
    world.etcd.stop();
    first.coordination.write(writeIdOf(2), [putAgent('a2')]);
    world.clock.advance(2000);

    world.etcd.start();
    world.pass(() => first.sink.outcomes.length === 2);
    world.clock.advance(10_000);

    expect(first.sink).toMatchObject({ because: undefined });
    expect(first.sink.outcomes.map(({ outcome }) => outcome)).toEqual(['written', 'written']);
    expect(leads(first)).toBe(true);
  });

  test('given etcd away for longer than the lease, when it is back, then the old term is over and a new one begins with what was written', () => {
    const world = new World();
    const first = world.leader();
    first.coordination.write(writeIdOf(1), [putAgent('a1')]);
    world.pass(() => first.sink.outcomes.length === 1);

    world.etcd.stop();
    world.clock.advance(8000);
    expect(first.sink.because).toBeDefined();
    const second = world.campaigner();
    world.clock.advance(3000);
    world.etcd.start();
    world.pass(() => leads(second));

    expect([...second.sink.snapshot.agents.keys()]).toEqual(['a1']);
  });

  test('given etcd that lost its data, when it is back, then the term ends; an operator who raises the incarnation makes epochs grow again', () => {
    const world = new World();
    const first = world.leader();
    world.etcd.stop();
    world.etcd.start('lost');
    world.pass(() => first.sink.because !== undefined);

    const raised = simulatedCoordination(world.etcd, { instanceId: 'm9', clock: world.clock, incarnationMin: 7 });
    const sink = new RecordingSink();
    raised.coordination.campaign('m9:5050', sink);
    world.pass(() => sink.epoch !== undefined);

    expect(sink.epoch).toMatchObject({ incarnation: 7 });
    expect(compareEpochs(required(sink.epoch, 'epoch'), required(first.sink.epoch, 'epoch'))).toBeGreaterThan(0);
  });

  test('given a standby, when it resigns before it ever led, then nothing of it is left to win', async () => {
    const world = new World();
    const first = world.leader();
    const second = world.campaigner();
    world.clock.advance(100);

    await world.resign(second.coordination);
    await world.resign(first.coordination);
    world.clock.advance(10_000);

    expect(second.sink.epoch).toBeUndefined();
    expect(world.etcd.store.get('/parley/leader')).toBeUndefined();
  });

  test('given a refusal of what is written, when it arrives, then the term ends with the reason', () => {
    const world = new World();
    const first = world.leader();
    const endless = 'x'.repeat(500_000);

    first.coordination.write(writeIdOf(1), [{ change: 'put-role', role: endless, record: roleOf(1) }]);

    expect(first.sink.because).toMatch(/registry write of 5000\d\d characters is more than one transaction takes/);
  });
});

describe('coordination by etcd, when outcomes are unknown', () => {
  const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

  test('given calls that are lost, unheard or late, when several instances take part, then written is written, terms never overlap and nothing is undone', () => {
    const totals = { dropped: 0, unheard: 0, late: 0, terms: 0, written: 0 };
    for (const seed of SEEDS) {
      const trial = new Trial(seed);
      for (let step = 0; step < 400; step += 1) trial.step();
      for (const kind of ['dropped', 'unheard', 'late'] as const) totals[kind] += trial.world.etcd.counts[kind];
      totals.terms += trial.terms;
      totals.written += trial.written;
    }

    expect(Math.min(...Object.values(totals))).toBeGreaterThan(80);
  });
});

/** A while of troubles: three instances, whoever leads writes ever greater numbers, and connections break. */
class Trial {
  readonly world: World;
  readonly #chance: Random;
  #masters: Master[] = [];
  /** The instances whose beginning has been looked at. */
  readonly #begun = new Set<Master>();
  #number = 0;
  #stored = 0;
  /** Of writes, by their number: what the instance was told. */
  readonly #outcomes = new Map<number, string>();

  constructor(seed: number) {
    this.world = new World(seed);
    this.#chance = chanceFrom(seed * 7919);
    const troubles = { droppedRate: 0.1, unheardRate: 0.1, lateRate: 0.1, delayMs: [1, 400] };
    Object.assign(this.world.etcd.troubles, troubles);
  }

  get terms(): number {
    return this.#begun.size;
  }

  get written(): number {
    return [...this.#outcomes.values()].filter((outcome) => outcome === 'written').length;
  }

  step(): void {
    this.#masters = this.#masters.filter(({ sink }) => sink.because === undefined);
    while (this.#masters.length < 3) this.#masters.push(this.world.campaigner());
    const [leader, ...others] = this.#masters.filter(leads);
    expect(others).toEqual([]);
    if (leader !== undefined) this.#actAs(leader);
    this.world.clock.advance(50);
    this.#observe();
  }

  #actAs({ coordination, client }: Master): void {
    this.#number += 1;
    coordination.write(writeIdOf(this.#number), [
      putAgent(`a${String(this.#number)}`),
      { change: 'put-role', role: 'highest', record: roleOf(this.#number) },
    ]);
    if (this.#chance() < 0.03) client.cut = 'both';
  }

  #observe(): void {
    const stored = Number(/\d+/.exec(this.world.etcd.store.get('/parley/registry/roles/highest')?.value ?? '0')?.[0]);
    expect(stored).toBeGreaterThanOrEqual(this.#stored);
    this.#stored = stored;
    for (const master of this.#masters) {
      for (const { writeId, outcome } of master.sink.outcomes) this.#outcomes.set(writeId, outcome);
    }
    for (const master of this.#masters.filter(({ sink }) => sink.epoch !== undefined)) {
      if (this.#begun.has(master)) continue;
      this.#begun.add(master);
      this.#compare(master.sink);
    }
  }

  /** A new term finds all that was reported written, and nothing that was reported fenced. */
  #compare({ snapshot }: RecordingSink): void {
    const stored = new Set<string>(snapshot.agents.keys());
    const wrong = [...this.#outcomes].filter(
      ([id, outcome]) => stored.has(`a${String(id)}`) !== (outcome === 'written'),
    );
    expect(wrong).toEqual([]);
  }
}
