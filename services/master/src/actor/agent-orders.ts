import type { OperatorQuery } from '@parley/common/contract';
import type { StreamId } from '@parley/common/kernel';
import type { Agent } from '../domain/agents/agent';
import { putAgent } from '../domain/agents/agent-record';
import { validateWhitelist } from '../domain/agents/validate-hostnames';
import type { Asker, PendingAnswer } from '../domain/frameworks/call-log';
import { OK } from '../domain/frameworks/call-log';
import { hostNotes } from '../domain/operator/host-notes';
import { callProblem } from '../domain/rejections';
import { answer, pendingAnswer, resolve } from './answers';
import { rescindOffersOf } from './offers';
import { placeAll } from './placement';
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
    agent.deactivated = deactivated;
    // Its tasks run on.
    if (deactivated) rescindOffersOf(term, agent);
    touchAgent(term, agent);
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
  const pending = waitingAnswer(asker, hostNotes(term.cluster, hostnames ?? []));
  term.write({ purpose: 'update-whitelist', hostnames, answer: pending }, [{ change: 'put-whitelist', hostnames }]);
}

/** The registry has the list: no proposal passes it from now on; offers that are open are taken back in slices, and the answer follows the last. */
export function whitelistWritten(
  term: Term,
  order: { readonly hostnames: readonly string[] | undefined; readonly answer: PendingAnswer },
): void {
  const { cluster } = term;
  cluster.whitelist = order.hostnames === undefined ? undefined : new Set(order.hostnames);
  term.observe({ event: 'whitelist-updated', hosts: order.hostnames?.length });
  placeAll(term, order.answer);
}

/** Answers which hosts are offered. */
export function tellWhitelist(term: Term, asker: { readonly gateway: StreamId; readonly requestId: number }): void {
  const { whitelist } = term.cluster;
  const hostnames = whitelist === undefined ? undefined : [...whitelist];
  answerOperator(term, asker, { answer: 'whitelist', hostnames });
  answer(term, { asker: 'operator', ...asker }, OK);
}

/** The answer to an order that waits for the registry, with what is to be said beside it. */
export function waitingAnswer(asker: Asker, notes: readonly string[] = []): PendingAnswer {
  const pending = pendingAnswer(asker, notes);
  pending.waiting += 1;
  return pending;
}
