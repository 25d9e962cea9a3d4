import type { AgentInfo } from '@parley/common/contract';
import type { WallMs } from '@parley/common/kernel';
import { unreachable } from '@parley/common/kernel';
import type { RegistryChange } from '../registry';
import type { Agent } from './agent';

/** What the registry is to hold of an agent from now on: its state, and the newest order of an operator, whether written already or on its way. */
export function putAgent(agent: Agent, wall: WallMs, info: AgentInfo = agent.info): RegistryChange {
  const { agentId, deactivationOrdered: deactivated } = agent;
  return { change: 'put-agent', agentId, record: { info, ...recordedState(agent, wall), deactivated } };
}

function recordedState(
  { lifecycle }: Agent,
  wall: WallMs,
): { readonly state: 'admitted' | 'unreachable' | 'gone'; readonly since: WallMs } {
  switch (lifecycle.state) {
    case 'recovered':
    case 'admitting':
    case 'readmitting':
    case 'active':
    case 'disconnected':
      return { state: 'admitted', since: wall };
    case 'marking-unreachable':
    case 'unreachable':
      return { state: 'unreachable', since: lifecycle.since };
    case 'gone':
      return { state: 'gone', since: wall };
    default:
      return unreachable(lifecycle, 'agent lifecycle');
  }
}
