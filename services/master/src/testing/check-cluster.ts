import { addResources, containsResources, equalResources, sumResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { MasterCore } from '../actor/master-core';
import type { Agent } from '../domain/agents/agent';
import type { Cluster } from '../domain/cluster';
import { holdsResources } from '../domain/tasks/task';

type Check = (cluster: Cluster) => readonly string[];

/** What must hold of a master's state after every step, by name. */
const CHECKS: readonly Check[] = [
  usedIsWhatTasksHold,
  offeredIsWhatOffersHold,
  holdingsAddUp,
  nothingIsPromisedTwice,
  offersAreKnownOnBothSides,
  tasksAreKnownOnBothSides,
  sessionsBelongToTheirFramework,
];

/** All that is wrong with the state of a core; empty when its invariants hold. */
export function checkCluster(core: MasterCore): readonly string[] {
  return CHECKS.flatMap((check) => check(core.term.cluster));
}

function usedIsWhatTasksHold(cluster: Cluster): readonly string[] {
  return agentsWhere(cluster, (agent) => {
    const tasks = [...agent.tasks.values()].filter(holdsResources).map((task) => task.resources);
    return same(agent.used, [...tasks, ...agent.orphans.values()]) ? undefined : 'used is not what its tasks hold';
  });
}

function offeredIsWhatOffersHold(cluster: Cluster): readonly string[] {
  return agentsWhere(cluster, (agent) =>
    same(
      agent.offered,
      [...agent.offers].map((offer) => offer.resources),
    )
      ? undefined
      : 'offered is not what its offers hold',
  );
}

function holdingsAddUp(cluster: Cluster): readonly string[] {
  return agentsWhere(cluster, (agent) => {
    const holdings = [...agent.holdings.values()];
    if (
      !same(
        agent.offered,
        holdings.map((holding) => holding.offered),
      )
    )
      return 'its holdings do not add up to what is offered';
    const allocated = [...holdings.map((holding) => holding.allocated), ...agent.orphans.values()];
    return same(agent.used, allocated) ? undefined : 'its holdings do not add up to what is used';
  });
}

/** What is offered is free. An agent may have shrunk below what its tasks use, but then nothing of those names is offered. */
function nothingIsPromisedTwice(cluster: Cluster): readonly string[] {
  return agentsWhere(cluster, (agent) => {
    const promised = onlyNamesOf(addResources(agent.used, agent.offered), agent.offered);
    return containsResources(agent.total, promised) ? undefined : 'it is promised twice';
  });
}

function onlyNamesOf(all: Resources, named: Resources): Resources {
  return {
    scalars: new Map([...all.scalars].filter(([name]) => named.scalars.has(name))),
    ranges: new Map([...all.ranges].filter(([name]) => named.ranges.has(name))),
    sets: new Map([...all.sets].filter(([name]) => named.sets.has(name))),
  };
}

function offersAreKnownOnBothSides(cluster: Cluster): readonly string[] {
  const wrong: string[] = [];
  for (const offer of cluster.offers.values()) {
    const agent = cluster.agents.get(offer.agentId);
    const framework = cluster.frameworks.get(offer.frameworkId);
    if (agent?.offers.has(offer) !== true || framework?.offers.has(offer) !== true)
      wrong.push(`offer ${offer.offerId} is not known on both sides`);
  }
  let held = 0;
  for (const agent of cluster.agents.values()) held += agent.offers.size;
  if (held !== cluster.offers.size) wrong.push('agents hold offers that are not open');
  return wrong;
}

function tasksAreKnownOnBothSides(cluster: Cluster): readonly string[] {
  const wrong: string[] = [];
  let ofFrameworks = 0;
  for (const framework of cluster.frameworks.values()) {
    for (const task of [...framework.tasks.values(), ...framework.replaced.values()]) {
      ofFrameworks += 1;
      if (cluster.agents.get(task.agentId)?.tasks.get(task.launchId) !== task)
        wrong.push(`task ${task.taskId} is not known to its agent`);
    }
  }
  let ofAgents = 0;
  for (const agent of cluster.agents.values()) ofAgents += agent.tasks.size;
  if (ofAgents !== ofFrameworks) wrong.push('agents have tasks that no framework has');
  return wrong;
}

function sessionsBelongToTheirFramework(cluster: Cluster): readonly string[] {
  const wrong: string[] = [];
  for (const { frameworkId, session, offers } of cluster.frameworks.values()) {
    if (session === undefined && offers.size > 0) wrong.push(`framework ${frameworkId} holds offers without a session`);
    if (session !== undefined && session.frameworkId !== frameworkId)
      wrong.push(`framework ${frameworkId} has the session of another`);
  }
  return wrong;
}

function agentsWhere(cluster: Cluster, fault: (agent: Agent) => string | undefined): readonly string[] {
  const wrong: string[] = [];
  for (const agent of cluster.agents.values()) {
    const found = fault(agent);
    if (found !== undefined) wrong.push(`agent ${agent.agentId}: ${found}`);
  }
  return wrong;
}

function same(sum: Resources, parts: readonly Resources[]): boolean {
  return equalResources(sum, sumResources(parts));
}
