import type { LaunchId } from '@parley/common/kernel';
import { checkCluster } from '../testing/check-cluster';
import { GivenMaster } from '../testing/given-master';
import { reportedOf, res } from '../testing/played-peers';
import type { PlayedAgent, PlayedGateway, PlayedSession } from '../testing/played-peers';

const FIRST = '1-2-8' as LaunchId;
const SECOND = '1-2-9' as LaunchId;
/** Ports that both tasks hold. */
const SHARED_PORTS = 'ports:[31005-31009]';

interface Stage {
  readonly given: GivenMaster;
  readonly gateway: PlayedGateway;
  readonly agent: PlayedAgent;
  readonly spark: PlayedSession;
  readonly flink: PlayedSession;
}

/** An agent that says of two tasks that they hold some of the same ports; they are of one framework, or of two. */
function stage(owners: 'one' | 'two'): Stage {
  const given = new GivenMaster();
  const gateway = given.gateway();
  const spark = given.subscribe(gateway);
  const flink = given.subscribe(gateway);
  const second = owners === 'one' ? spark : flink;
  const agent = given.registerAgent({
    resources: 'cpus:4;mem:4096;ports:[31000-31099]',
    tasks: [
      reportedOf({ framework: spark.frameworkId, id: 't1', launch: FIRST, resources: 'cpus:1;ports:[31000-31009]' }),
      reportedOf({ framework: second.frameworkId, id: 't2', launch: SECOND, resources: 'cpus:1;ports:[31005-31014]' }),
    ],
  });
  given.allocatorReady();
  given.drain();
  return { given, gateway, agent, spark, flink };
}

function end({ given, agent, spark }: Stage): void {
  given.update(agent, { framework: spark.frameworkId, id: 't1', launch: FIRST, state: 'finished' });
}

/** What becomes of a proposal of the ports that both tasks held. */
function proposed({ given, agent, flink }: Stage): unknown {
  return given.propose({
    framework: flink.frameworkId,
    agent: agent.agentId,
    resources: `cpus:1;mem:64;${SHARED_PORTS}`,
  });
}

test.each(['one', 'two'] as const)(
  'given an agent that reports tasks of %s framework with ports in common, when one of them ends, then what the other holds is not offered',
  (owners) => {
    const now = stage(owners);

    end(now);

    expect(proposed(now)).toMatchObject({ item: 'refused', reason: 'not-available' });
    expect(now.given.core.term.cluster.agents.get(now.agent.agentId)?.used).toEqual(res('cpus:1;ports:[31005-31014]'));
    expect(checkCluster(now.given.core)).toEqual([]);
  },
);

test('given tasks with ports in common, when the framework of one is torn down and its launch ends, then what the other holds is not offered', () => {
  const now = stage('two');
  const { given, gateway, agent, flink } = now;

  given.query(gateway, { query: 'teardown', frameworkId: flink.frameworkId });
  end(now);

  const used = (): unknown => given.core.term.cluster.agents.get(agent.agentId)?.used;
  expect(used()).toEqual(res('cpus:1;ports:[31005-31014]'));
  expect(checkCluster(given.core)).toEqual([]);
  given.update(agent, { framework: flink.frameworkId, id: 't2', launch: SECOND, state: 'killed' });
  expect(used()).toEqual(res(''));
  expect(checkCluster(given.core)).toEqual([]);
});

test('given tasks with ports in common, when both have ended, then the ports are offered', () => {
  const now = stage('two');
  const { given, agent, flink } = now;

  end(now);
  given.update(agent, { framework: flink.frameworkId, id: 't2', launch: SECOND, state: 'finished' });

  expect(proposed(now)).toMatchObject({ item: 'offered' });
});
