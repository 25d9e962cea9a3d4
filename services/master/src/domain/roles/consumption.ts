import { addTo, takeFrom } from '@parley/common/quantities';
import { plainOf, reservedScalars } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { Agent } from '../agents/agent';
import type { Holding } from '../allocation';
import type { Cluster } from '../cluster';

/** Brings the role tree in step with a holding: charged is what is neither reserved nor revocable nor shared, of what was offered and what is in use, on agents
 *  whose tasks are known. Doing it twice changes nothing. */
export function chargeHolding(cluster: Cluster, agent: Agent, holding: Holding): void {
  const { names, roleTree } = cluster;
  const before = holding.charged;
  const now: number[] = [];
  if (agent.mirrored) {
    addTo(now, names.quantitiesOf(plainOf(holding.allocated)));
    addTo(now, names.quantitiesOf(plainOf(holding.offered)));
  }
  holding.charged = now;
  roleTree.charge(holding.role, now);
  roleTree.discharge(holding.role, before);
}

/** Brings capacity and reservations in step with an agent: it counts while its tasks are known. Doing it twice changes nothing. */
export function countAgent(cluster: Cluster, agent: Agent): void {
  const counted = agent.mirrored ? agent.total : undefined;
  const before = agent.counted;
  if (counted === before) return;
  agent.counted = counted;
  if (counted !== undefined) count(cluster, counted);
  if (before !== undefined) discount(cluster, before);
  if (counted !== undefined && before !== undefined) return;
  for (const holding of agent.holdings.values()) chargeHolding(cluster, agent, holding);
}

function count({ names, roleTree, capacity }: Cluster, total: Resources): void {
  addTo(capacity, names.quantitiesOf(plainOf(total)));
  for (const { role, scalars } of reservedScalars(total)) roleTree.reserve(role, names.quantitiesOfScalars(scalars));
}

function discount({ names, roleTree, capacity }: Cluster, total: Resources): void {
  takeFrom(capacity, names.quantitiesOf(plainOf(total)));
  for (const { role, scalars } of reservedScalars(total)) roleTree.unreserve(role, names.quantitiesOfScalars(scalars));
}
