import { digestOfAgent } from '@parley/common/audit';
import type { AuditedAgent, AuditedHolding } from '@parley/common/audit';
import type { AgentDigest } from '@parley/common/contract';
import type { AgentId } from '@parley/common/kernel';
import type { ResourceNames } from '@parley/common/quantities';

import type { AgentEntry } from './agent-entry';
import { resourcesOf } from './amounts';
import type { Mirror } from './mirror';

/** Of the agents asked about, those whose digest is another one here; what is not known differs. */
export function differingAgents(mirror: Mirror, digests: readonly AgentDigest[]): readonly AgentId[] {
  return digests
    .filter(({ agentId, digest }) => {
      const audited = auditedAgent(mirror.agents.get(agentId), mirror.names);
      return audited === undefined || digestOfAgent(audited) !== digest;
    })
    .map(({ agentId }) => agentId);
}

/** What the session has told about an agent: open proposals are the allocator's own and no part of it. */
function auditedAgent(agent: AgentEntry | undefined, names: ResourceNames): AuditedAgent | undefined {
  if (agent?.description === undefined) return undefined;
  const { agentId, standing, total } = agent.description;
  const holdings: AuditedHolding[] = [];
  for (const { claim, amounts } of agent.holdings.values()) {
    const { frameworkId, role } = claim;
    holdings.push({ frameworkId, role, resources: resourcesOf(amounts.plain, amounts.rest, names) });
  }
  return { agentId, standing, total, holdings };
}
