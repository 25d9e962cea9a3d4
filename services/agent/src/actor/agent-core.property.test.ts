import * as fc from 'fast-check';
import type { LinkNumber, StreamId, TaskId } from '@parley/common/kernel';
import { containsResources, equalResources, sumResources } from '@parley/common/resources';
import { isTerminal } from '@parley/common/tasks';
import { hasEnded } from '../domain/agent-book';
import type { AgentRecord } from '../domain/agent-records';
import { amount, EPOCH, FRAMEWORK, GivenAgent, launchId, order } from '../testing/given-agent';

const SEED = 20_260_101;
const LAUNCHES = 6;
/** Launches of two generations share four task ids, so that some replace others. */
const taskOf = (counter: number): string => `task-${String(counter % 4)}`;

/** One thing that may happen, in any order: most are late, early, repeated or out of place. */
type Move = (agent: GivenAgent) => void;

const counter = fc.integer({ min: 1, max: LAUNCHES });

const launching = counter.map<Move>((n) => (agent) => {
  agent.launch(order(n, { taskId: taskOf(n), resources: n % 3 === 0 ? 'cpus:3;ports:[31000-31001]' : 'cpus:1' }));
});
const storing = fc.integer({ min: 1, max: 3 }).map<Move>((count) => (agent) => {
  agent.store(count);
});
const preparing = counter.map<Move>((n) => (agent) => {
  agent.prepared(n);
});
const starting = counter.map<Move>((n) => (agent) => {
  agent.started(n);
});
const exiting = fc.tuple(counter, fc.constantFrom(0, 1, 143)).map<Move>(([n, status]) => (agent) => {
  agent.exited(n, status);
});
const vanishing = fc.tuple(counter, fc.boolean(), fc.boolean()).map<Move>(([n, started, sameBoot]) => (agent) => {
  const found = { end: 'vanished' as const, started, sameBoot };
  agent.step({ input: 'process', event: { event: 'ended', launchId: launchId(n), found, data: new Uint8Array(0) } });
});
const failing = counter.map<Move>((n) => (agent) => {
  agent.step({ input: 'process', event: { event: 'start-failed', launchId: launchId(n), message: 'no' } });
});
const killing = fc
  .tuple(counter, fc.boolean(), fc.constantFrom(undefined, 0, 500))
  .map<Move>(([n, named, graceMs]) => (agent) => {
    const taskId = taskOf(n) as TaskId;
    agent.hear({ item: 'kill', frameworkId: FRAMEWORK, taskId, launchId: named ? launchId(n) : undefined, graceMs });
  });
const acknowledging = fc.tuple(counter, fc.integer({ min: 0, max: 4 })).map<Move>(([n, number]) => (agent) => {
  const uuid = `${launchId(n)}.${String(number)}`;
  agent.hear({ item: 'acknowledge', frameworkId: FRAMEWORK, taskId: taskOf(n) as TaskId, uuid });
});
const waiting = fc.constantFrom(1, 1_000, 5_000, 20_000, 100_000).map<Move>((ms) => (agent) => {
  agent.advance(ms);
});
const relinking = fc.constantFrom<Move>(
  (agent) => {
    agent.registered();
  },
  (agent) => {
    agent.linked();
  },
  (agent) => {
    agent.loseLink();
  },
  (agent) => {
    agent.hear({ item: 'go-away' });
  },
  (agent) => {
    agent.hear({ item: 'shutdown-framework', frameworkId: FRAMEWORK });
  },
  (agent) => {
    agent.hearFrom(
      { epoch: { ...EPOCH, revision: 9 }, link: 1 as LinkNumber, stream: 1 as StreamId },
      { item: 'ping', ping: 1 },
    );
  },
);

const moves = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: launching },
    { weight: 6, arbitrary: storing },
    { weight: 4, arbitrary: preparing },
    { weight: 4, arbitrary: starting },
    { weight: 3, arbitrary: exiting },
    { weight: 1, arbitrary: vanishing },
    { weight: 1, arbitrary: failing },
    { weight: 2, arbitrary: killing },
    { weight: 4, arbitrary: acknowledging },
    { weight: 2, arbitrary: waiting },
    { weight: 2, arbitrary: relinking },
  ),
  { maxLength: 60 },
);

/** Everything that one run of the agent did, checked against what was durable when it did it. */
function check(agent: GivenAgent): void {
  const durable = new Set(agent.durable.map(nameOf));
  for (const item of agent.sent) {
    if (item.item === 'launch-stored') expect(durable).toContain(`launch ${item.launchId}`);
    if (item.item === 'status-update' && item.update.status.uuid !== '')
      expect(durable).toContain(`update ${item.update.status.uuid}`);
  }
  for (const effect of agent.effectsOf('release-process')) expect(durable).toContain(`process ${effect.launchId}`);
  for (const effect of agent.effectsOf('prepare-process'))
    expect(durable).toContain(`launch ${effect.start.sandbox.launchId}`);
  for (const effect of agent.effectsOf('signal-process')) expect(durable).toContain(`kill ${effect.launchId}`);
  const running = [...agent.book.launches.values()].filter((launch) => !hasEnded(launch));
  const held = sumResources(running.map((launch) => launch.summary.resources));
  expect(equalResources(agent.book.used, held)).toBe(true);
  expect(containsResources(amount('cpus:4;mem:4096;ports:[31000-32000]'), held)).toBe(true);
}

function nameOf(record: AgentRecord): string {
  if (record.record === 'launch') return `launch ${record.launch.launchId}`;
  if (record.record === 'update') return `update ${record.launchId}.${String(record.update.number)}`;
  return 'launchId' in record ? `${record.record} ${record.launchId}` : record.record;
}

/** What the whole life of an agent stored, over all its runs: no launch begins or ends twice. */
function checkLife(records: readonly AgentRecord[], prepared: readonly string[], released: readonly string[]): void {
  const ends = records.flatMap((record) =>
    record.record === 'update' && isTerminal(record.update.state) ? [record.launchId] : [],
  );
  for (const list of [ends, prepared, released]) expect(new Set(list).size).toBe(list.length);
}

test('whatever happens in whatever order, nothing is done before it is durable, and each launch begins and ends at most once', () => {
  const holds = fc.property(moves, (steps) => {
    const agent = new GivenAgent().registered();
    for (const move of steps) {
      move(agent);
      check(agent);
    }
    agent.storeAll();
    check(agent);
    checkLife(
      agent.durable,
      agent.effectsOf('prepare-process').map((each) => each.start.sandbox.launchId),
      agent.effectsOf('release-process').map((each) => each.launchId),
    );
  });
  fc.assert(holds, { seed: SEED, numRuns: 400 });
});

test('whenever an agent crashes, the next run goes on from what was durable without beginning or ending a launch twice', () => {
  const holds = fc.property(fc.array(moves, { minLength: 2, maxLength: 4 }), (runs) => {
    let records: readonly AgentRecord[] = [];
    const prepared: string[] = [];
    const released: string[] = [];
    for (const steps of runs) {
      const agent = new GivenAgent(records).registered();
      for (const move of steps) move(agent);
      check(agent);
      prepared.push(...agent.effectsOf('prepare-process').map((each) => each.start.sandbox.launchId));
      released.push(...agent.effectsOf('release-process').map((each) => each.launchId));
      records = agent.durable;
    }
    checkLife(records, prepared, released);
  });
  fc.assert(holds, { seed: SEED, numRuns: 200 });
});
