import type { Cluster } from '../cluster';

/** So many hosts are named. */
const HOSTS_NAMED_MAX = 10;

/** Which of the hosts that an order names have no agent that is known, as sentences without a period: their names may be wrong. Empty when all have one. */
export function hostNotes({ agents }: Pick<Cluster, 'agents'>, hostnames: Iterable<string>): readonly string[] {
  const missing = new Set(hostnames);
  for (const { info } of agents.values()) missing.delete(info.hostname);
  if (missing.size === 0) return [];
  const named = [...missing].slice(0, HOSTS_NAMED_MAX).join(', ');
  const more = missing.size > HOSTS_NAMED_MAX ? ` and ${String(missing.size - HOSTS_NAMED_MAX)} more` : '';
  return [`no agent is known on ${named}${more}; the order counts for agents that register from there`];
}
