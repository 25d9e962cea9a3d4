import { unreachable } from '@parley/common/kernel';
import type { Agent } from '../domain/agents/agent';
import type { Holding } from '../domain/allocation';
import type { Framework } from '../domain/frameworks/framework';
import { chargeHolding, countAgent } from '../domain/roles/consumption';
import type { Task } from '../domain/tasks/task';
import type { Term } from './term';

/** Notes that an agent changed, for the allocator and for watches. What the allocator may see of it follows from its state. */
export function touchAgent(term: Term, agent: Agent): void {
  term.changes.agent(agent);
  term.inverseOffers.look(agent);
  const visible = isMirrored(agent);
  const turned = visible !== agent.mirrored;
  agent.mirrored = visible;
  countAgent(term.cluster, agent);
  if (turned) {
    if (!visible) {
      term.mirror.agentLeft(agent);
      return;
    }
    term.mirror.agentArrived(agent);
    for (const holding of agent.holdings.values()) term.mirror.holding(holding);
  }
  if (visible) term.mirror.agent(agent);
}

/** Notes that a framework changed. The allocator hears of it from its first session until it is finished. */
export function touchFramework(term: Term, framework: Framework): void {
  term.changes.framework(framework);
  const { state } = framework.lifecycle;
  if (state !== 'registering' && state !== 'finishing') framework.mirrored = true;
  if (framework.mirrored) term.mirror.framework(framework);
}

/** Notes that a framework holds more or less on an agent. */
export function touchHolding(term: Term, agent: Agent, holding: Holding): void {
  chargeHolding(term.cluster, agent, holding);
  term.inverseOffers.look(agent);
  if (agent.mirrored) term.mirror.holding(holding);
}

/** Notes that a task changed, and with it what its agent has in use. */
export function touchTask(term: Term, agent: Agent, task: Task): void {
  term.changes.task(task);
  term.changes.agent(agent);
}

/** The allocator sees agents whose tasks are known, active or not; others might have anything in use. */
function isMirrored({ lifecycle }: Agent): boolean {
  switch (lifecycle.state) {
    case 'active':
    case 'disconnected':
    case 'marking-unreachable':
      return true;
    case 'recovered':
    case 'admitting':
    case 'readmitting':
    case 'unreachable':
    case 'gone':
      return false;
    default:
      return unreachable(lifecycle, 'agent lifecycle');
  }
}
