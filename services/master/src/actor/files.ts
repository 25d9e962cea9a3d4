import type { AgentUp, FileAnswer, FileQuery } from '@parley/common/contract';
import { after } from '@parley/common/kernel';
import type { AgentId, StreamId } from '@parley/common/kernel';
import { isOfferable } from '../domain/agents/agent';
import type { Agent } from '../domain/agents/agent';
import { LIMITS } from '../domain/limits';
import { answerOperator } from './speak';
import type { Term } from './term';

/** Who asked about files. */
interface FileAsker {
  readonly gateway: StreamId;
  readonly requestId: number;
}

/** Hands a question about a task's files to the agent that has its sandbox. */
export function askFiles(term: Term, asker: FileAsker, query: FileQuery): void {
  const agentId = agentOf(term, query);
  if (agentId === undefined) {
    answerFiles(term, asker, {
      answer: 'file-problem',
      kind: 'not-found',
      message: `no task ${query.taskId} of framework ${query.frameworkId} is known`,
    });
    return;
  }
  const agent = term.cluster.agents.get(agentId);
  if (agent?.link === undefined || !isOfferable(agent) || agent.fileQueries.size >= LIMITS.fileQueriesPerAgentMax) {
    answerFiles(term, asker, away(agentId));
    return;
  }
  const number = term.nextNumber();
  agent.fileQueries.add(number);
  term.fileQueries.set(number, { ...asker, agentId });
  term.timers.fileQueries.set(number, after(term.at.now, LIMITS.fileQueryMs));
  term.emit({
    effect: 'send-agent',
    stream: agent.link.stream,
    item: { item: 'file-query', requestId: number, query },
  });
}

/** An agent's answer goes back to whoever asked it. */
export function takeFileAnswer(
  term: Term,
  agent: Agent,
  { requestId, answer }: Extract<AgentUp, { item: 'file-answer' }>,
): void {
  if (agent.fileQueries.has(requestId)) finish(term, requestId, answer);
}

/** The agent is gone: nobody will answer. */
export function loseFileQueries(term: Term, agent: Agent): void {
  for (const number of agent.fileQueries) finish(term, number, away(agent.agentId));
}

/** Agents that did not answer in time count as away. */
export function expireFileQueries(term: Term): void {
  for (
    let number = term.timers.fileQueries.takeDue(term.at.now);
    number !== undefined;
    number = term.timers.fileQueries.takeDue(term.at.now)
  ) {
    const underWay = term.fileQueries.get(number);
    if (underWay !== undefined) finish(term, number, away(underWay.agentId));
  }
}

function finish(term: Term, number: number, answer: FileAnswer): void {
  const underWay = term.fileQueries.get(number);
  term.fileQueries.delete(number);
  term.timers.fileQueries.cancel(number);
  if (underWay === undefined) return;
  term.cluster.agents.get(underWay.agentId)?.fileQueries.delete(number);
  answerFiles(term, underWay, answer);
}

function answerFiles(term: Term, asker: FileAsker, answer: FileAnswer): void {
  // A query that was cancelled meanwhile is not answered any more.
  if (term.gateways.get(asker.gateway)?.queries.delete(asker.requestId) === true) answerOperator(term, asker, answer);
}

function agentOf(term: Term, { frameworkId, taskId }: FileQuery): AgentId | undefined {
  const framework = term.cluster.frameworks.get(frameworkId);
  const task =
    framework?.tasks.get(taskId) ??
    framework?.completed.get(taskId) ??
    term.cluster.completed.get(frameworkId)?.completed.get(taskId);
  return task?.agentId;
}

function away(agentId: AgentId): FileAnswer {
  return { answer: 'file-problem', kind: 'agent-away', message: `agent ${agentId} does not answer at the moment` };
}
