import type { ExplainScope } from '@parley/common/contract';
import type { Cluster } from '../cluster';

/** So many roles of a framework are named, where it is not in the one that was asked about. */
const ROLES_NAMED_MAX = 10;

/** What there is not of all that is to be explained, as sentences without a period; an explanation without entries would not tell. Empty when there is everything. */
export function scopeNotes(cluster: Cluster, scope: ExplainScope): readonly string[] {
  const notes = [frameworkNote(cluster, scope), agentNote(cluster, scope)];
  return notes.filter((note) => note !== undefined);
}

function frameworkNote({ frameworks, finished }: Cluster, { frameworkId, role }: ExplainScope): string | undefined {
  if (frameworkId === undefined) {
    if (frameworks.size === 0) return 'no framework is registered';
    if (role === undefined) return undefined;
    for (const { info } of frameworks.values()) if (info.roles.includes(role)) return undefined;
    return `no framework is in role ${role}`;
  }
  const framework = frameworks.get(frameworkId);
  if (framework === undefined)
    return finished.has(frameworkId) ? `framework ${frameworkId} is finished` : `there is no framework ${frameworkId}`;
  const { roles } = framework.info;
  if (role === undefined || roles.includes(role)) return undefined;
  const named = roles.slice(0, ROLES_NAMED_MAX).join(', ');
  return `framework ${frameworkId} is not in role ${role}, but in ${named}${roles.length > ROLES_NAMED_MAX ? ' and more' : ''}`;
}

function agentNote({ agents, recovered }: Cluster, { agentId }: ExplainScope): string | undefined {
  if (agentId !== undefined) {
    if (agents.has(agentId)) return undefined;
    return recovered.has(agentId)
      ? `agent ${agentId} has not come back since the election`
      : `there is no agent ${agentId}`;
  }
  if (agents.size > 0) return undefined;
  return recovered.size > 0 ? 'no agent has come back since the election' : 'no agent is registered';
}
