import type { OperatorAnswer, OperatorQuery, StateEntry } from '@parley/common/contract';
import type { AgentId, WallMs } from '@parley/common/kernel';
import { NO_RESOURCES } from '@parley/common/resources';
import { LIMITS } from '../domain/limits';
import { EMPTY_REGISTRY } from '../domain/registry';
import type { AgentRecord, RegistrySnapshot } from '../domain/registry';
import { GivenMaster } from '../testing/given-master';
import { taskOf } from '../testing/played-peers';
import type { PlayedAgent, PlayedGateway, PlayedSession } from '../testing/played-peers';

interface Stage {
  readonly given: GivenMaster;
  readonly gateway: PlayedGateway;
  readonly agent: PlayedAgent;
  readonly spark: PlayedSession;
}

/** One agent with a running task and an open offer. */
function stage(snapshot: Partial<RegistrySnapshot> = {}): Stage {
  const given = new GivenMaster({ snapshot: { ...EMPTY_REGISTRY, ...snapshot } });
  const gateway = given.gateway();
  const agent = given.registerAgent();
  const spark = given.subscribe(gateway);
  given.allocatorReady();
  return { given, gateway, agent, spark };
}

function launchAndOffer({ given, agent, spark }: Stage): void {
  given.accept(spark, [given.offer(spark, agent, 'cpus:1;mem:1024').offerId], {
    tasks: [taskOf({ id: 't1', agent: agent.agentId })],
    refuseMs: 0,
  });
  given.offer(spark, agent, 'cpus:2;mem:1024');
}

/** What the allocator was told last of an agent. */
function standingTold(given: GivenMaster, agentId: AgentId): string | undefined {
  for (const item of [...given.toAllocator].reverse()) {
    if (item.item === 'agent' && item.agent.agentId === agentId) return item.agent.standing;
  }
  return undefined;
}

function viewOf(given: GivenMaster, gateway: PlayedGateway): StateEntry | undefined {
  return given
    .query(gateway, { query: 'get-state' })
    .flatMap((answer) => (answer.answer === 'state' ? answer.entries : []))
    .find((entry) => entry.entry === 'agent');
}

const DONE: readonly OperatorAnswer[] = [{ answer: 'done', deferred: false }];

function deactivate(agentId: AgentId): OperatorQuery {
  return { query: 'deactivate-agent', agentId };
}

function reactivate(agentId: AgentId): OperatorQuery {
  return { query: 'reactivate-agent', agentId };
}

test('given an agent in use, when it is deactivated, then its offers are taken back, nothing of it is offered, and its tasks run on', () => {
  const set = stage();
  launchAndOffer(set);
  const { given, gateway, agent, spark } = set;

  const answers = given.query(gateway, deactivate(agent.agentId));

  expect(answers).toEqual(DONE);
  expect(given.rescindedTo(spark)).toHaveLength(1);
  expect(standingTold(given, agent.agentId)).toBe('deactivated');
  expect(
    given.propose({ framework: spark.frameworkId, agent: agent.agentId, resources: 'cpus:1;mem:64' }),
  ).toMatchObject({
    item: 'refused',
    reason: 'agent-inactive',
  });
  expect(given.core.term.cluster.agents.get(agent.agentId)?.tasks.size).toBe(1);
  expect(viewOf(given, gateway)).toMatchObject({ agent: { deactivated: true, state: 'active' } });
  expect(given.written.at(-1)).toMatchObject([{ change: 'put-agent', record: { deactivated: true } }]);
});

test('given a deactivated agent, when it is reactivated, then it is offered again', () => {
  const { given, gateway, agent, spark } = stage();
  given.query(gateway, deactivate(agent.agentId));
  given.query(gateway, deactivate(agent.agentId));

  const answers = given.query(gateway, reactivate(agent.agentId));

  expect(answers).toEqual(DONE);
  expect(standingTold(given, agent.agentId)).toBe('offerable');
  given.offer(spark, agent, 'cpus:1;mem:64');
});

test('given an order that the registry does not have yet, when it is looked at, then it is neither answered nor in effect', () => {
  const { given, gateway, agent, spark } = stage();
  given.holdWrites = true;

  const answers = given.query(gateway, deactivate(agent.agentId));

  expect(answers).toEqual([]);
  const offer = given.offer(spark, agent, 'cpus:1;mem:64');
  given.finishWrites();
  expect(given.rescindedTo(spark)).toEqual([offer.offerId]);
});

test('given orders on their way to the registry, when the agent becomes unreachable, then its record keeps the newest of them', () => {
  const { given, gateway, agent } = stage();
  given.holdWrites = true;
  given.query(gateway, deactivate(agent.agentId));
  given.silent.add(agent.stream);
  given.advance(200_000);

  expect(given.written.at(-1)).toMatchObject([{ record: { state: 'unreachable', deactivated: true } }]);
  given.finishWrites();
  expect(given.core.term.cluster.agents.get(agent.agentId)).toMatchObject({
    deactivated: true,
    lifecycle: { state: 'unreachable' },
  });
});

test('given an order to reactivate that comes before the one to deactivate is written, when both are, then the last word counts', () => {
  const { given, gateway, agent } = stage();
  given.holdWrites = true;
  given.query(gateway, deactivate(agent.agentId));
  given.query(gateway, reactivate(agent.agentId));

  given.finishWrites();

  expect(given.core.term.cluster.agents.get(agent.agentId)).toMatchObject({ deactivated: false });
  expect(given.written.at(-1)).toMatchObject([{ record: { deactivated: false } }]);
});

test('given a deactivated agent in the registry, when it registers under the next leader, then nothing of it is offered', () => {
  const record: AgentRecord = {
    info: { agentId: 'a1' as AgentId, hostname: 'a1.test', resources: NO_RESOURCES, attributes: [], domain: undefined },
    state: 'admitted',
    since: 0 as WallMs,
    deactivated: true,
  };
  const agents = new Map([[record.info.agentId, record]]);

  const { given, agent } = stage({ agents });

  expect(standingTold(given, agent.agentId)).toBe('deactivated');
});

test.each([
  ['deactivate-agent', 'nobody', 'agent-unknown'],
  ['reactivate-agent', 'nobody', 'agent-unknown'],
  ['reactivate-agent', 'a1', 'agent-not-deactivated'],
] as const)('given %s of %s, when it is ordered, then it is refused as %s with a remedy', (query, id, reason) => {
  const { given, gateway } = stage();

  const answers = given.query(gateway, { query, agentId: id as AgentId });

  expect(answers).toMatchObject([{ answer: 'refused', reason, remedy: expect.stringMatching(/\.$/) as string }]);
});

test('given a whitelist, when it is updated, then agents that are not on it are not offered any more, and those that are on it are', () => {
  const set = stage();
  launchAndOffer(set);
  const { given, gateway, agent, spark } = set;
  const other = given.registerAgent({ id: 'a2' });

  expect(given.query(gateway, { query: 'update-whitelist', hostnames: ['a2.test'] })).toEqual(DONE);

  expect(given.rescindedTo(spark)).toHaveLength(1);
  expect(standingTold(given, agent.agentId)).toBe('not-whitelisted');
  given.offer(spark, other, 'cpus:1;mem:64');
  expect(given.query(gateway, { query: 'get-whitelist' })).toEqual([
    { answer: 'whitelist', hostnames: ['a2.test'] },
    ...DONE,
  ]);
  const late = given.registerAgent({ id: 'a3' });
  expect(standingTold(given, late.agentId)).toBe('not-whitelisted');

  given.query(gateway, { query: 'update-whitelist', hostnames: undefined });
  expect(standingTold(given, agent.agentId)).toBe('offerable');
  expect(given.query(gateway, { query: 'get-whitelist' })).toMatchObject([{ hostnames: undefined }, {}]);
});

test('given a whitelist that names hosts without an agent, when it is ordered, then it is in effect, and the answer says which they are', () => {
  const { given, gateway } = stage();
  const note = (hosts: string): readonly string[] => [
    `no agent is known on ${hosts}; the order counts for agents that register from there`,
  ];
  const many = Array.from({ length: 12 }, (_, index) => `h${String(index)}`);

  const one = given.query(gateway, { query: 'update-whitelist', hostnames: ['a1.test', 'a1.tets'] });
  const twelve = given.query(gateway, { query: 'update-whitelist', hostnames: [...many, 'a1.test'] });

  expect(one).toEqual([{ answer: 'done', deferred: false, notes: note('a1.tets') }]);
  expect(twelve).toMatchObject([{ notes: note('h0, h1, h2, h3, h4, h5, h6, h7, h8, h9 and 2 more') }]);
  expect(given.query(gateway, { query: 'get-whitelist' })).toMatchObject([{ hostnames: [...many, 'a1.test'] }, {}]);
});

test('given a whitelist, when the state is asked for, then each agent shows whether it is listed, also one that is deactivated', () => {
  const { given, gateway, agent } = stage();
  given.query(gateway, deactivate(agent.agentId));
  const { version } = given.core.term.changes;

  given.query(gateway, { query: 'update-whitelist', hostnames: [] });

  expect(viewOf(given, gateway)).toMatchObject({ agent: { listed: false, deactivated: true } });
  expect(given.core.term.changes.since(version, 10).entries).toMatchObject([{ agent: { listed: false } }]);
  given.query(gateway, { query: 'update-whitelist', hostnames: undefined });
  expect(viewOf(given, gateway)).toMatchObject({ agent: { listed: true } });
});

test('given a whitelist in the registry, when the next leader begins, then it holds from the start; an empty one lists nobody', () => {
  const { given, agent } = stage({ whitelist: [] });

  expect(standingTold(given, agent.agentId)).toBe('not-whitelisted');
});

test('given a nonsensical whitelist, when it is ordered, then every fault is told and nothing changes', () => {
  const { given, gateway, agent } = stage();

  const answers = given.query(gateway, { query: 'update-whitelist', hostnames: ['', 'b', 'b', 'x'.repeat(256)] });

  expect(answers).toMatchObject([
    {
      reason: 'whitelist-invalid',
      problems: [
        { field: 'hostnames[0]', message: 'must not be empty' },
        { field: 'hostnames[2]', message: 'must not be named twice' },
        { field: 'hostnames[3]', message: 'must be at most 255 bytes' },
      ],
    },
  ]);
  const faulty = given.query(gateway, { query: 'update-whitelist', hostnames: new Array<string>(200).fill('') });
  const told = faulty.flatMap((answer) => (answer.answer === 'refused' ? answer.problems : []));
  expect([told.length, told.at(-1)?.message]).toEqual([25, 'must not be empty; 175 more faults are not listed']);
  const many = Array.from({ length: LIMITS.hostnamesMax + 1 }, (_, n) => `h${String(n)}`);
  const long = Array.from({ length: 2_000 }, (_, n) => String(n).padStart(250, 'h'));
  for (const hostnames of [many, long])
    expect(given.query(gateway, { query: 'update-whitelist', hostnames })).toMatchObject([
      { problems: [{ field: 'hostnames' }] },
    ]);
  expect(standingTold(given, agent.agentId)).toBe('offerable');
});
