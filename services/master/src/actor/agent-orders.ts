import type { AgentStanding, OperatorQuery } from '@parley/common/contract';
import type { StreamId } from '@parley/common/kernel';
import type { Agent } from '../domain/agents/agent';
import { putAgent } from '../domain/agents/agent-record';
import { standingOf } from '../domain/agents/standing';
import { validateWhitelist } from '../domain/agents/validate-hostnames';
import { placeAgent } from '../domain/cluster';
import type { Asker, PendingAnswer } from '../domain/frameworks/call-log';
import { OK } from '../domain/frameworks/call-log';
import { callProblem } from '../domain/rejections';
import { answer, pendingAnswer, resolve } from './answers';
import { rescindOffersOf } from './offers';
import { answerOperator } from './speak';
import type { Term } from './term';
import { touchAgent } from './touch';

type DeactivationOrder = Extract<OperatorQuery, { query: 'deactivate-agent' | 'reactivate-agent' }>;
type WhitelistOrder = Extract<OperatorQuery, { query: 'update-whitelist' }>;

/** Takes the order to offer nothing of an agent any more, or to offer it again. It takes effect once the registry has it (mesos-semantics §5.9). */
export function orderDeactivation(term: Term, asker: Asker, { query, agentId }: DeactivationOrder): void {
  const agent = term.cluster.agents.get(agentId);
  if (agent === undefined) {
    answer(term, asker, callProblem({ kind: 'agent-unknown', agentId }));
    return;
  }
  if (agent.lifecycle.state === 'gone') {
    answer(term, asker, callProblem({ kind: 'agent-gone', agentId }));
    return;
  }
  const deactivated = query === 'deactivate-agent';
  if (!deactivated && !agent.deactivationOrdered) {
    answer(term, asker, callProblem({ kind: 'agent-not-deactivated', agentId }));
    return;
  }
  agent.deactivationOrdered = deactivated;
  const pending = waitingAnswer(asker);
  term.write({ purpose: 'deactivate-agent', agent, deactivated, answer: pending }, [putAgent(agent, term.at.wall)]);
}

/** The registry has the order. */
export function deactivationWritten(
  term: Term,
  agent: Agent,
  order: { readonly deactivated: boolean; readonly answer: PendingAnswer },
): void {
  const { agentId } = agent;
  const { deactivated } = order;
  // The oldest unreachable agents are forgotten when there is no room, whatever was ordered of them.
  const isKnown = term.cluster.agents.get(agentId) === agent;
  if (isKnown && agent.deactivated !== deactivated) {
    changeStanding(term, agent, () => {
      agent.deactivated = deactivated;
    });
    term.observe({ event: 'agent-deactivated', agentId, deactivated });
  }
  resolve(term, order.answer, OK);
}

/** Takes the order to offer only agents on some hosts. It takes effect once the registry has it. */
export function orderWhitelist(term: Term, asker: Asker, { hostnames }: WhitelistOrder): void {
  const problems = hostnames === undefined ? [] : validateWhitelist(hostnames);
  if (problems.length > 0) {
    answer(term, asker, callProblem({ kind: 'whitelist-invalid', problems }));
    return;
  }
  const pending = waitingAnswer(asker);
  term.write({ purpose: 'update-whitelist', hostnames, answer: pending }, [{ change: 'put-whitelist', hostnames }]);
}

/** The registry has the list. */
export function whitelistWritten(
  term: Term,
  order: { readonly hostnames: readonly string[] | undefined; readonly answer: PendingAnswer },
): void {
  const { cluster } = term;
  cluster.whitelist = order.hostnames === undefined ? undefined : new Set(order.hostnames);
  for (const agent of cluster.agents.values()) {
    changeStanding(term, agent, () => {
      placeAgent(cluster, agent);
    });
  }
  term.observe({ event: 'whitelist-updated', hosts: order.hostnames?.length });
  resolve(term, order.answer, OK);
}

/** Answers which hosts are offered. */
export function tellWhitelist(term: Term, asker: { readonly gateway: StreamId; readonly requestId: number }): void {
  const { whitelist } = term.cluster;
  const hostnames = whitelist === undefined ? undefined : [...whitelist];
  answerOperator(term, asker, { answer: 'whitelist', hostnames });
  answer(term, { asker: 'operator', ...asker }, OK);
}

/** Changes something on which an agent's standing depends: when nothing may be offered of it any more, its offers are taken back; its tasks run on. */
export function changeStanding(term: Term, agent: Agent, change: () => void): void {
  const before: AgentStanding = standingOf(agent);
  const { deactivated } = agent;
  change();
  const standing = standingOf(agent);
  if (standing === before && agent.deactivated === deactivated) return;
  if (standing !== 'offerable') rescindOffersOf(term, agent);
  touchAgent(term, agent);
}

/** The answer to an order that waits for the registry. */
export function waitingAnswer(asker: Asker): PendingAnswer {
  const pending = pendingAnswer(asker);
  pending.waiting += 1;
  return pending;
}
