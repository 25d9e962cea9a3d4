import { after, unreachable } from '@parley/common/kernel';
import type { WallMs } from '@parley/common/kernel';
import { newAgent } from '../domain/agents/agent';
import type { AgentLifecycle } from '../domain/agents/agent-lifecycle';
import { placeAgent } from '../domain/cluster';
import { newFramework } from '../domain/frameworks/framework';
import type { AgentRecord, FrameworkRecord, RegistrySnapshot } from '../domain/registry';
import { awaitRegistration } from './agent-registration';
import { applySchedule } from './maintenance';
import { applyRole } from './role-updates';
import type { Term } from './term';
import { touchFramework } from './touch';

/** Begins a term with what the registry holds. Tasks and offers are not among it: agents and frameworks bring them back. */
export function recover(term: Term, snapshot: RegistrySnapshot): void {
  for (const [role, record] of snapshot.roles) applyRole(term, role, record);
  applySchedule(term, snapshot.maintenance);
  term.cluster.whitelist = snapshot.whitelist === undefined ? undefined : new Set(snapshot.whitelist);
  for (const record of snapshot.agents.values()) recoverAgent(term, record);
  for (const record of snapshot.frameworks.values()) recoverFramework(term, record);
  for (const [frameworkId, at] of snapshot.finished) term.cluster.finished.set(frameworkId, at);
  const { agents, frameworks } = snapshot;
  term.observe({ event: 'term-began', epoch: term.epoch, agents: agents.size, frameworks: frameworks.size });
}

function recoverAgent(term: Term, { info, state, since, deactivated }: AgentRecord): void {
  const agent = newAgent(info, recoveredLifecycle(state, since));
  agent.deactivated = deactivated;
  agent.deactivationOrdered = deactivated;
  term.cluster.agents.set(info.agentId, agent);
  placeAgent(term.cluster, agent);
  if (state === 'admitted') awaitRegistration(term, agent);
}

function recoveredLifecycle(state: AgentRecord['state'], since: WallMs): AgentLifecycle {
  switch (state) {
    case 'admitted':
      return { state: 'recovered' };
    case 'unreachable':
      return { state, since };
    case 'gone':
      return { state };
    default:
      return unreachable(state, 'agent record');
  }
}

/** Time that passed while there was no leader is not held against a framework: it has at least its timeout, or the time agents have, from now on. */
function recoverFramework(term: Term, { info, subscribeId, expiresAt }: FrameworkRecord): void {
  const framework = newFramework(info, subscribeId, { state: 'recovered' });
  const { frameworkId } = info;
  framework.recordedExpiry = expiresAt;
  term.cluster.frameworks.set(frameworkId, framework);
  if (subscribeId !== '') term.cluster.bySubscribeId.set(subscribeId, frameworkId);
  if (expiresAt === undefined) term.timers.grace.set(frameworkId, after(term.at.now, term.settings.disconnectGraceMs));
  else {
    const timeoutMs = info.failoverTimeoutMs ?? term.settings.failoverTimeoutMs;
    const leastMs = Math.min(timeoutMs, term.settings.agentReregisterMs);
    term.timers.expiries.set(frameworkId, after(term.at.now, Math.max(expiresAt - term.at.wall, leastMs)));
  }
  touchFramework(term, framework);
}
