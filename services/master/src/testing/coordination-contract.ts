import type { MaintenanceWindow, OfferSettings } from '@parley/common/contract';
import { compareEpochs, required, writeIdOf } from '@parley/common/kernel';
import type { AgentId, Epoch, FrameworkId, MonotonicMs, WallMs, WriteId } from '@parley/common/kernel';
import { resources } from '@parley/common/resources';
import { EMPTY_REGISTRY } from '../domain/registry';
import type { AgentRecord, FrameworkRecord, RegistryChange, RegistrySnapshot, RoleRecord } from '../domain/registry';
import type { Coordination, CoordinationSink, WriteOutcome } from '../ports';

/** One registry and the instances that coordinate over it, one after another, as a contract test sees them. */
export interface CoordinationBench {
  now(): MonotonicMs;
  /** A further instance. Only one at a time takes part. */
  open(): Promise<Coordination>;
  /** Lets time pass until the condition holds; rejects when it does not within the time an election may take. */
  until(condition: () => boolean, what: string): Promise<void>;
  /** Gives leadership up and waits until that is done, letting time pass. */
  resign(coordination: Coordination): Promise<void>;
  close(): Promise<void>;
}

/** Records what coordination tells its instance. */
export class RecordingSink implements CoordinationSink {
  epoch: Epoch | undefined;
  snapshot: RegistrySnapshot = EMPTY_REGISTRY;
  /** Why the term ended, once it did. */
  because: string | undefined;
  electedCount = 0;
  readonly outcomes: { readonly writeId: WriteId; readonly outcome: WriteOutcome }[] = [];

  elected(epoch: Epoch, snapshot: RegistrySnapshot): void {
    this.electedCount += 1;
    this.epoch = epoch;
    this.snapshot = snapshot;
  }

  lost(because: string): void {
    this.because ??= because;
  }

  written(writeId: WriteId, outcome: WriteOutcome): void {
    this.outcomes.push({ writeId, outcome });
  }
}

/** An agent's record that holds one of everything, so that its stored form is tried whole. */
export function sampleAgent(id: string, state: AgentRecord['state'] = 'admitted'): AgentRecord {
  return {
    info: {
      agentId: id as AgentId,
      hostname: 'node-1.example',
      resources: resources({
        scalars: { cpus: 3500, mem: 1_024_000 },
        ranges: { ports: [{ begin: 31000, end: 32000 }] },
        sets: { zones: ['a', 'b'] },
      }),
      attributes: [
        { kind: 'text', name: 'rack', text: 'r "1" / ü' },
        { kind: 'scalar', name: 'level', milli: 500 },
        { kind: 'ranges', name: 'slots', ranges: [{ begin: 1, end: 4 }] },
      ],
      domain: state === 'admitted' ? undefined : { region: 'north', zone: 'north-1' },
    },
    state,
    since: 1_767_225_600_123 as WallMs,
    deactivated: state === 'unreachable',
  };
}

/** Settings for offers that hold one of every selector and predicate. */
const SAMPLE_SETTINGS: OfferSettings = {
  role: 'ads/serving',
  minAllocatable: [resources({ scalars: { cpus: 500 } }), resources({ scalars: { gpus: 1000, mem: 32_000 } })],
  constraintGroups: [
    [
      { selector: { select: 'attribute', name: 'rack' }, predicate: { test: 'exists' } },
      { selector: { select: 'hostname' }, predicate: { test: 'not-matches', pattern: 'old-.*' } },
    ],
    [
      { selector: { select: 'region' }, predicate: { test: 'equals', text: 'north' } },
      { selector: { select: 'zone' }, predicate: { test: 'not-exists' } },
    ],
  ],
};

/** Two windows, one of them for good. */
export const SAMPLE_SCHEDULE: readonly MaintenanceWindow[] = [
  { hostnames: ['n1', 'n2'], unavailability: { startsAt: 1_767_225_600_000 as WallMs, durationMs: 3_600_000 } },
  { hostnames: ['n3'], unavailability: { startsAt: 1_767_225_700_000 as WallMs, durationMs: undefined } },
];

/** A role of which operators said everything there is to say. */
const SAMPLE_ROLE: RoleRecord = {
  weight: 2.5,
  quota: {
    guarantee: new Map([['cpus', 4000]]),
    limit: new Map([
      ['cpus', 8000],
      ['mem', 0],
    ]),
  },
  packing: 'best-fit',
};

/** A role of which they said nothing else. */
export function roleOf(weight: number | undefined): RoleRecord {
  return { weight, quota: { guarantee: new Map(), limit: new Map() }, packing: undefined };
}

/** A framework's record; `expiresAt` as given. */
export function sampleFramework(id: string, expiresAt?: WallMs): FrameworkRecord {
  return {
    info: {
      frameworkId: id as FrameworkId,
      name: 'a framework',
      roles: ['ads/serving', '*'],
      failoverTimeoutMs: expiresAt === undefined ? undefined : 60_000,
      hostname: 'scheduler.example',
      webuiUrl: '',
      labels: [{ key: 'team', value: 'blue' }],
      capabilities: ['gpu-resources', 'region-aware'],
      offerSettings: [SAMPLE_SETTINGS, { role: '*', minAllocatable: undefined, constraintGroups: [] }],
    },
    subscribeId: 's-1',
    expiresAt,
  };
}

/** The change that admits an agent. */
export function putAgent(id: string, state?: AgentRecord['state']): RegistryChange {
  return { change: 'put-agent', agentId: id as AgentId, record: sampleAgent(id, state) };
}

/** A term that has begun. */
export interface Term {
  readonly coordination: Coordination;
  readonly sink: RecordingSink;
  readonly epoch: Epoch;
}

/** Campaigns and waits until the term begins. */
export async function lead(
  bench: Pick<CoordinationBench, 'until'>,
  coordination: Coordination,
  address = 'm1:5050',
): Promise<Term> {
  const sink = new RecordingSink();
  coordination.campaign(address, sink);
  await bench.until(() => sink.epoch !== undefined, `election of ${address}`);
  return { coordination, sink, epoch: required(sink.epoch, 'the epoch of a term that began') };
}

/** Writes one change after another, each as a write of its own, and waits for all the outcomes. */
export async function writeEach(
  bench: Pick<CoordinationBench, 'until'>,
  term: Term,
  changes: readonly RegistryChange[],
): Promise<void> {
  const before = term.sink.outcomes.length;
  changes.forEach((change, index) => {
    term.coordination.write(writeIdOf(before + index + 1), [change]);
  });
  await bench.until(() => term.sink.outcomes.length === before + changes.length, 'outcomes of writes');
}

const writtenIds = (sink: RecordingSink): readonly number[] =>
  sink.outcomes.filter(({ outcome }) => outcome === 'written').map(({ writeId }) => writeId);

/** What every coordination keeps, whatever it stands on. `open` makes a bench with an empty registry. */
export function describeCoordination(name: string, openBench: () => Promise<CoordinationBench>): void {
  describe(`coordination by ${name}`, () => {
    let bench: CoordinationBench;
    beforeEach(async () => {
      bench = await openBench();
    });
    afterEach(async () => {
      await bench.close();
    });

    /** Begins a term, does something in it, and gives it up. */
    async function term(during: (term: Term) => Promise<void> = async () => {}): Promise<Term> {
      const begun = await lead(bench, await bench.open());
      await during(begun);
      await bench.resign(begun.coordination);
      return begun;
    }

    describeTerms(() => bench, term);
    describeWrites(() => bench, term);
  });
}

type RunTerm = (during?: (term: Term) => Promise<void>) => Promise<Term>;

function describeTerms(bench: () => CoordinationBench, term: RunTerm): void {
  test('given an instance that does not campaign, when it is asked, then nobody is known to lead and no lease holds', async () => {
    const coordination = await bench().open();

    const answer = coordination.leader();

    expect(answer).toMatchObject({ leading: false, epoch: undefined, address: '' });
    expect(coordination.leaseUntil()).toBeLessThanOrEqual(bench().now());
    await bench().resign(coordination);
  });

  test('given an empty registry, when an instance campaigns, then it is elected once, with a lease that holds, and says so', async () => {
    const { sink, epoch } = await term(async ({ coordination, sink: told }) => {
      expect(told.snapshot).toEqual(EMPTY_REGISTRY);
      expect(coordination.leaseUntil()).toBeGreaterThan(bench().now());
      expect(coordination.leader()).toEqual({
        clusterId: told.epoch?.clusterId,
        leading: true,
        epoch: told.epoch,
        address: 'm1:5050',
      });
    });

    expect(epoch.clusterId).not.toBe('');
    expect(epoch.incarnation).toBeGreaterThan(0);
    expect(epoch.revision).toBeGreaterThan(0);
    expect(sink).toMatchObject({ electedCount: 1, because: undefined });
  });

  test('given a term that was given up, when an instance is elected again, then its epoch is higher in the same cluster', async () => {
    const first = await term();

    const second = await term();

    expect(compareEpochs(second.epoch, first.epoch)).toBeGreaterThan(0);
    expect(second.epoch.clusterId).toBe(first.epoch.clusterId);
  });

  test('given a term that was given up, when its instance is asked, then no lease holds and it does not claim to lead', async () => {
    const { coordination } = await term();

    expect(coordination.leaseUntil()).toBeLessThanOrEqual(bench().now());
    expect(coordination.leader().leading).toBe(false);
  });
}

function describeWrites(bench: () => CoordinationBench, term: RunTerm): void {
  test('given every kind of change, when the next term begins, then the registry holds exactly what was left', async () => {
    const changes: readonly RegistryChange[] = [
      putAgent('a1'),
      putAgent('a2', 'unreachable'),
      putAgent('a3', 'gone'),
      { change: 'remove-agent', agentId: 'a1' as AgentId },
      { change: 'put-framework', frameworkId: 'F-1-1-1' as FrameworkId, record: sampleFramework('F-1-1-1') },
      {
        change: 'put-framework',
        frameworkId: 'F-1-1-2' as FrameworkId,
        record: sampleFramework('F-1-1-2', 5 as WallMs),
      },
      { change: 'put-framework', frameworkId: 'F-1-1-3' as FrameworkId, record: sampleFramework('F-1-1-3') },
      { change: 'finish-framework', frameworkId: 'F-1-1-3' as FrameworkId, at: 77 as WallMs },
      { change: 'finish-framework', frameworkId: 'F-1-1-4' as FrameworkId, at: 78 as WallMs },
      { change: 'forget-framework', frameworkId: 'F-1-1-4' as FrameworkId },
      { change: 'put-role', role: 'ads/serving', record: SAMPLE_ROLE },
      { change: 'put-role', role: 'ads', record: roleOf(undefined) },
      { change: 'put-role', role: 'spare', record: roleOf(undefined) },
      { change: 'remove-role', role: 'spare' },
      { change: 'put-whitelist', hostnames: ['n1', 'ü'] },
      { change: 'put-maintenance', windows: [] },
      { change: 'put-maintenance', windows: SAMPLE_SCHEDULE },
    ];
    const first = await term((begun) => writeEach(bench(), begun, changes));

    const second = await term();

    expect(writtenIds(first.sink)).toEqual(changes.map((_, index) => index + 1));
    expect(second.sink.snapshot).toEqual({
      agents: new Map([
        ['a2', sampleAgent('a2', 'unreachable')],
        ['a3', sampleAgent('a3', 'gone')],
      ]),
      frameworks: new Map([
        ['F-1-1-1', sampleFramework('F-1-1-1')],
        ['F-1-1-2', sampleFramework('F-1-1-2', 5 as WallMs)],
      ]),
      finished: new Map([['F-1-1-3', 77]]),
      roles: new Map([
        ['ads', roleOf(undefined)],
        ['ads/serving', SAMPLE_ROLE],
      ]),
      whitelist: ['n1', 'ü'],
      maintenance: SAMPLE_SCHEDULE,
    });
  });

  test('given a whitelist and a schedule, when both are lifted, then the next term knows of neither; an empty whitelist is one', async () => {
    const lifted: readonly RegistryChange[] = [
      { change: 'put-whitelist', hostnames: ['n1'] },
      { change: 'put-maintenance', windows: SAMPLE_SCHEDULE },
      { change: 'put-whitelist', hostnames: undefined },
      { change: 'put-maintenance', windows: [] },
    ];
    await term((begun) => writeEach(bench(), begun, lifted));

    const second = await term((begun) => writeEach(bench(), begun, [{ change: 'put-whitelist', hostnames: [] }]));
    const third = await term();

    expect(second.sink.snapshot).toEqual(EMPTY_REGISTRY);
    expect(third.sink.snapshot.whitelist).toEqual([]);
  });

  test('given several changes of one entry in one write, when it is written, then the last one stands', async () => {
    await term(async ({ coordination, sink }) => {
      coordination.write(writeIdOf(1), [
        putAgent('a1'),
        { change: 'remove-agent', agentId: 'a1' as AgentId },
        putAgent('a2'),
      ]);
      coordination.write(writeIdOf(2), [putAgent('a1', 'unreachable'), putAgent('a1', 'gone')]);
      await bench().until(() => sink.outcomes.length === 2, 'both outcomes');
    });

    const { sink } = await term();

    expect([...sink.snapshot.agents].map(([id, { state }]) => [id, state]).sort()).toEqual([
      ['a1', 'gone'],
      ['a2', 'admitted'],
    ]);
  });

  test('given more writes than one transaction takes, when they are made at once, then each outcome arrives, in order, and all is kept', async () => {
    const ids = Array.from({ length: 350 }, (_, index) => `a${String(index)}`);
    const first = await term((begun) =>
      writeEach(
        bench(),
        begun,
        ids.map((id) => putAgent(id)),
      ),
    );

    const second = await term();

    expect(writtenIds(first.sink)).toEqual(ids.map((_, index) => index + 1));
    expect([...second.sink.snapshot.agents.keys()].sort()).toEqual([...ids].sort());
  });

  test('given a write in flight, when leadership is given up, then the write is settled before that is done', async () => {
    const begun = await lead(bench(), await bench().open());
    begun.coordination.write(writeIdOf(1), [putAgent('a1')]);

    await bench().resign(begun.coordination);

    expect(writtenIds(begun.sink)).toEqual([1]);
    const { sink } = await term();
    expect([...sink.snapshot.agents.keys()]).toEqual(['a1']);
  });

  test('given a term that was given up, when something is written in it, then it is not stored and no outcome arrives', async () => {
    const { coordination, sink } = await term();

    coordination.write(writeIdOf(9), [putAgent('late')]);

    const next = await term();
    expect(next.sink.snapshot.agents.size).toBe(0);
    expect(sink.outcomes).toEqual([]);
  });
}
