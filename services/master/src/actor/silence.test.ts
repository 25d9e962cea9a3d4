import type { AgentId, FrameworkId, WallMs } from '@parley/common/kernel';
import { EMPTY_REGISTRY } from '../domain/registry';
import { GivenMaster } from '../testing/given-master';
import { res, taskOf } from '../testing/played-peers';

const A1 = 'a1' as AgentId;

test('given a launch that its agent has not confirmed, when the removal of the silent agent is held, then the call is answered all the same', () => {
  const given = new GivenMaster({ settings: { removalsPaused: true } });
  const agent = given.registerAgent();
  const spark = given.subscribe(given.gateway());
  given.allocatorReady();
  given.accept(spark, [given.offer(spark, agent, 'cpus:4;mem:4096').offerId], {
    tasks: [taskOf({ id: 't1', agent: A1 })],
    callId: 'c',
  });
  given.silent.add(agent.stream);

  given.advance(90_000);

  expect(given.core.term.cluster.agents.get(A1)?.lifecycle.state).toBe('active');
  expect(given.resultsOf(spark, 'c')).toMatchObject([{ outcome: 'outcome-unknown' }]);
});

test('given an agent of the registry, when the time to register runs out while the master is stalled, then it has one ping more', () => {
  const info = { agentId: A1, hostname: 'a1', resources: res('cpus:1'), attributes: [], domain: undefined };
  const agents = new Map([[A1, { info, state: 'admitted', since: 0 as WallMs, deactivated: false }] as const]);
  const given = new GivenMaster({ snapshot: { ...EMPTY_REGISTRY, agents } });
  const state = () => given.core.term.cluster.agents.get(A1)?.lifecycle.state;

  given.stall(700_000);

  expect(state()).toBe('recovered');
  given.advance(15_000);
  expect(state()).toBe('unreachable');
});

test('given a framework whose gateway is away, when the grace runs out while the master is stalled, then it has one ping more', () => {
  const given = new GivenMaster();
  const spark = given.subscribe(given.gateway());
  given.loseGateway(spark.gateway);
  const state = () => given.core.term.cluster.frameworks.get(spark.frameworkId)?.lifecycle.state;

  given.stall(90_000);

  expect(state()).toBe('awaiting');
  given.advance(15_000);
  expect(state()).toBe('disconnected');
});

test('given a framework that is away, when its timeout runs out while the master is stalled, then it can still come back', () => {
  const frameworkId = 'F-1-2-1' as FrameworkId;
  const info = new GivenMaster().info({ frameworkId, failoverTimeoutMs: 50_000 });
  const frameworks = new Map([[frameworkId, { info, subscribeId: 's', expiresAt: 5 as WallMs }]]);
  const given = new GivenMaster({ snapshot: { ...EMPTY_REGISTRY, frameworks } });

  given.stall(120_000);

  expect(given.core.term.cluster.frameworks.get(frameworkId)?.lifecycle.state).toBe('recovered');
  const back = given.subscribe(given.gateway(), { info: { frameworkId } });
  given.advance(100_000);
  expect(given.core.term.cluster.frameworks.get(back.frameworkId)?.lifecycle.state).toBe('connected');
});
