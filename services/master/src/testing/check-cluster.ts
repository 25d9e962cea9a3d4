import type { Quantities } from '@parley/common/quantities';
import {
  addResources,
  chargeable,
  containsResources,
  equalResources,
  plainOf,
  reservedScalars,
  sumResources,
} from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import { ancestorsOf } from '@parley/common/roles';
import type { RoleNode } from '@parley/common/roles';
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
  rolesConsumeWhatIsHeld,
  agentsAreAskedByOpenInverseOffers,
];

/** All that is wrong with the state of a core; empty when its invariants hold. */
export function checkCluster(core: MasterCore): readonly string[] {
  return CHECKS.flatMap((check) => check(core.term.cluster));
}

function usedIsWhatTasksHold(cluster: Cluster): readonly string[] {
  return agentsWhere(cluster, (agent) => {
    const tasks = [...agent.tasks.values()].filter(holdsResources).map((task) => chargeable(task.resources));
    return same(agent.used, [...tasks, ...[...agent.orphans.values()].map(chargeable)])
      ? undefined
      : 'used is not what its tasks hold';
  });
}

function offeredIsWhatOffersHold(cluster: Cluster): readonly string[] {
  return agentsWhere(cluster, (agent) =>
    same(
      agent.offered,
      [...agent.offers].map((offer) => chargeable(offer.resources)),
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
    const allocated = [...holdings.map((holding) => holding.allocated), ...[...agent.orphans.values()].map(chargeable)];
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

/** The role tree, kept up to date change by change, is what counting everything anew comes to. */
function rolesConsumeWhatIsHeld(cluster: Cluster): readonly string[] {
  const held = new Map<string, number>();
  const reserved = new Map<string, number>();
  const capacity = new Map<string, number>();
  for (const agent of cluster.agents.values()) {
    if (!agent.mirrored) continue;
    for (const { role, allocated, offered } of agent.holdings.values()) {
      for (const part of [allocated, offered]) addScalars(held, role, plainOf(part).scalars);
    }
    for (const { role, scalars } of reservedScalars(agent.total)) addScalars(reserved, role, scalars);
    addScalars(capacity, '', plainOf(agent.total).scalars);
  }
  return [
    ...differing(
      'held',
      held,
      countedIn(cluster, (node) => node.held),
    ),
    ...differing(
      'reserved',
      reserved,
      countedIn(cluster, (node) => node.reserved),
    ),
    ...differing('capacity', capacity, scalarsAt(cluster, '', cluster.capacity)),
  ];
}

/** Adds to the role and all above it, by role and name. */
function addScalars(sums: Map<string, number>, role: string, scalars: ReadonlyMap<string, number>): void {
  for (const [name, milli] of scalars) {
    for (const level of [role, ...ancestorsOf(role)]) {
      const key = `${level}: ${name}`;
      sums.set(key, (sums.get(key) ?? 0) + milli);
    }
  }
}

function countedIn(cluster: Cluster, part: (node: RoleNode) => Quantities): ReadonlyMap<string, number> {
  return new Map([...cluster.roleTree.all()].flatMap((node) => [...scalarsAt(cluster, node.name, part(node))]));
}

function scalarsAt({ names }: Cluster, role: string, quantities: Quantities): ReadonlyMap<string, number> {
  return new Map(quantities.map((milli, number) => [`${role}: ${names.nameOf(number)}`, milli]));
}

function differing(
  what: string,
  anew: ReadonlyMap<string, number>,
  counted: ReadonlyMap<string, number>,
): readonly string[] {
  return [...new Set([...anew.keys(), ...counted.keys()])].flatMap((key) => {
    const [truth, known] = [anew.get(key) ?? 0, counted.get(key) ?? 0];
    return truth === known ? [] : [`${what} of ${key} is counted as ${String(known)}, it is ${String(truth)}`];
  });
}

function agentsAreAskedByOpenInverseOffers(cluster: Cluster): readonly string[] {
  const wrong: string[] = [];
  for (const [id, asked] of cluster.inverseOffers) {
    if (asked.inverseOfferId !== id || asked.agent.asked.get(asked.frameworkId) !== asked)
      wrong.push(`inverse offer ${id} is not known to its agent`);
  }
  for (const agent of cluster.agents.values()) {
    for (const { inverseOfferId: id } of agent.asked.values()) {
      if (id !== undefined && !cluster.inverseOffers.has(id)) wrong.push(`inverse offer ${id} is not open`);
    }
  }
  return wrong;
}
