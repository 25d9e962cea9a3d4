import type { AgentStanding } from '@parley/common/contract';
import { isDraining } from '../maintenance/planned-window';
import { isOfferable } from './agent';
import type { Agent } from './agent';

/** Whether anything of an agent may be offered now; if not, the first reason, in the order in which explanations name them. */
export function standingOf(agent: Agent): AgentStanding {
  if (!isOfferable(agent)) return 'disconnected';
  if (agent.deactivated) return 'deactivated';
  if (isDraining(agent)) return 'draining';
  return agent.listed ? 'offerable' : 'not-whitelisted';
}
