import type { LinkEvent, StreamEnd } from '@parley/common/actor';
import type { AgentUp, Batch } from '@parley/common/contract';
import { after, unreachable } from '@parley/common/kernel';
import type { AgentId, StreamId } from '@parley/common/kernel';
import { addResources, containsResources, equalResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { Agent } from '../domain/agents/agent';
import { agentProblem, tasksProblem } from '../domain/agents/validate-agent';
import { LIMITS } from '../domain/limits';
import { takePong } from '../domain/pings';
import type { AgentPeer } from './agent-peers';
import { refuseAgent, register } from './agent-registration';
import { loseLink } from './agent-silence';
import { takeFileAnswer } from './files';
import { killStored } from './kills';
import { rescindOffersOf } from './offers';
import { markStored, takeUpdate } from './tasks';
import type { Term } from './term';
import { touchAgent } from './touch';

/** What happens on the streams of agents. */
export function takeAgentStream(term: Term, event: LinkEvent<AgentUp>): void {
  const { stream } = event;
  switch (event.event) {
    case 'opened':
      term.agents.set(stream, { stream, link: undefined, agentId: undefined, collected: undefined });
      term.timers.agentStreams.set(stream, after(term.at.now, LIMITS.introductionMs));
      return;
    case 'message':
      takeBatch(term, stream, event.message);
      return;
    case 'closed':
      takeClosed(term, stream, event.end);
      return;
    default:
      unreachable(event, 'agent stream event');
  }
}

/** Ends the streams on which nobody registered. */
export function endSilentAgentStreams(term: Term): void {
  for (
    let stream = term.timers.agentStreams.takeDue(term.at.now);
    stream !== undefined;
    stream = term.timers.agentStreams.takeDue(term.at.now)
  ) {
    endStream(term, stream, {
      kind: 'malformed',
      message: 'no registration came; send register-begin, register-tasks and register-end first',
    });
  }
}

function takeClosed(term: Term, stream: StreamId, end: StreamEnd): void {
  const agent = agentOn(term, term.agents.get(stream));
  term.agents.delete(stream);
  term.timers.agentStreams.cancel(stream);
  if (agent?.link?.stream === stream) loseLink(term, agent, end.message);
}

function takeBatch(term: Term, stream: StreamId, batch: Batch<AgentUp>): void {
  const peer = term.agents.get(stream);
  if (peer === undefined) return;
  if (!obeysThisTerm(term, stream, batch)) return;
  peer.link ??= batch.link;
  if (batch.link !== peer.link) {
    endStream(term, stream, { kind: 'malformed', message: 'the link number changed within a stream' });
    return;
  }
  for (const item of batch.items) {
    // An item may end the stream, or bring a newer link's registration to light: each is looked at anew.
    if (!term.agents.has(stream)) return;
    if (isOutdated(term, peer, item)) {
      term.dropBatch('agent', 'link');
      endStream(term, stream, { kind: 'superseded', message: 'a newer link of this agent has taken over' });
      return;
    }
    takeItem(term, peer, item);
  }
}

/** The epoch check: only batches of this very term have effect. */
function obeysThisTerm(term: Term, stream: StreamId, batch: Batch<AgentUp>): boolean {
  const verdict = term.judgeEpoch(batch.epoch);
  if (verdict === 'own') return true;
  term.dropBatch('agent', 'epoch');
  switch (verdict) {
    case 'newer':
      term.emit({ effect: 'abandon', because: 'an agent obeys a later leader' });
      return false;
    case 'older':
      endStream(term, stream, {
        kind: 'refused',
        message: 'this master leads in a later epoch; ask who leads and connect again',
      });
      return false;
    case 'foreign':
    default:
      refuseAgent(term, stream, {
        reason: 'foreign-cluster',
        message: `this is cluster ${term.epoch.clusterId}, the agent belongs to ${batch.epoch.clusterId}; correct its list of masters`,
      });
      return false;
  }
}

/** The link check: of an agent's links only the newest has effect. */
function isOutdated(term: Term, peer: AgentPeer, item: AgentUp): boolean {
  const agentId = item.item === 'register-begin' ? item.info.agentId : peer.agentId;
  const newest = agentId === undefined ? undefined : term.cluster.agents.get(agentId)?.linkHighest;
  return newest !== undefined && peer.link !== undefined && peer.link < newest;
}

function takeItem(term: Term, peer: AgentPeer, item: AgentUp): void {
  switch (item.item) {
    case 'register-begin':
      beginRegistration(term, peer, item);
      return;
    case 'register-tasks':
      collect(term, peer, item.tasks);
      return;
    case 'register-end':
      endRegistration(term, peer, item.count);
      return;
    default: {
      const agent = registeredOn(term, peer);
      // While the registry is being written, the agent has nothing to report that its registration did not say.
      if (agent !== undefined) takeReport(term, agent, item);
    }
  }
}

type Report = Exclude<AgentUp, { readonly item: 'register-begin' | 'register-tasks' | 'register-end' }>;

function takeReport(term: Term, agent: Agent, item: Report): void {
  switch (item.item) {
    case 'resources':
      takeTotal(term, agent, item.total);
      return;
    case 'status-update':
      takeUpdate(term, agent, item.update);
      return;
    case 'launch-stored': {
      const task = agent.tasks.get(item.launchId);
      if (task !== undefined) markStored(term, task);
      return;
    }
    case 'kill-stored':
      killStored(term, agent, item);
      return;
    case 'pong':
      takePong(agent.pings, item.ping);
      return;
    case 'file-answer':
      takeFileAnswer(term, agent, item);
      return;
    default:
      unreachable(item, 'agent item');
  }
}

function beginRegistration(term: Term, peer: AgentPeer, begin: Extract<AgentUp, { item: 'register-begin' }>): void {
  const { info, bootId } = begin;
  if (peer.agentId !== undefined && peer.agentId !== info.agentId) {
    endStream(term, peer.stream, {
      kind: 'malformed',
      message: 'a link belongs to one agent; register another on a link of its own',
    });
    return;
  }
  const problem = agentProblem(info, term.cluster.names);
  if (problem !== undefined) {
    refuseInvalid(term, peer, { agentId: info.agentId, problem });
    return;
  }
  peer.agentId = info.agentId;
  peer.collected = { info, bootId, tasks: [] };
  const agent = term.cluster.agents.get(info.agentId);
  if (agent === undefined) return;
  agent.linkHighest = peer.link;
  if (agent.link === undefined || agent.link.stream === peer.stream) return;
  endStream(term, agent.link.stream, { kind: 'superseded', message: 'a newer link of this agent has taken over' });
}

/** What the agent says cannot be kept: it is told so, and has to be corrected. */
function refuseInvalid(
  term: Term,
  { stream }: AgentPeer,
  { agentId, problem }: { readonly agentId: AgentId; readonly problem: string },
): void {
  term.emit({ effect: 'send-agent', stream, item: { item: 'refused', reason: 'invalid', message: problem } });
  term.observe({ event: 'agent-refused', agentId, because: problem });
  endStream(term, stream, { kind: 'refused', message: problem });
}

function collect(term: Term, peer: AgentPeer, tasks: Extract<AgentUp, { item: 'register-tasks' }>['tasks']): void {
  const { collected } = peer;
  if (collected === undefined)
    endStream(term, peer.stream, { kind: 'malformed', message: 'register-tasks came before register-begin' });
  else if (collected.tasks.length + tasks.length > LIMITS.reportedTasksMax) {
    endStream(term, peer.stream, {
      kind: 'overloaded',
      message: `an agent can report at most ${String(LIMITS.reportedTasksMax)} tasks`,
    });
  } else {
    const problem = tasksProblem(tasks, term.cluster.names);
    if (problem === undefined) collected.tasks.push(...tasks);
    else refuseInvalid(term, peer, { agentId: collected.info.agentId, problem });
  }
}

function endRegistration(term: Term, peer: AgentPeer, count: number): void {
  const { collected, link, stream } = peer;
  peer.collected = undefined;
  if (collected === undefined || link === undefined || collected.tasks.length !== count) {
    endStream(term, stream, {
      kind: 'malformed',
      message: 'the registration is incomplete: register-end does not match what came before',
    });
    return;
  }
  term.timers.agentStreams.cancel(stream);
  register(term, collected, { stream, number: link });
}

function takeTotal(term: Term, agent: Agent, total: Resources): void {
  // Agents report every few seconds; what is as it was is nobody's business.
  if (equalResources(total, agent.total)) return;
  const info = { ...agent.info, resources: total };
  const problem = agentProblem(info, term.cluster.names);
  if (problem !== undefined) {
    if (agent.link !== undefined) endStream(term, agent.link.stream, { kind: 'malformed', message: problem });
    return;
  }
  agent.total = total;
  agent.info = info;
  // What shrank below what is promised cannot be kept: open offers are taken back, tasks keep what they have.
  if (!containsResources(total, addResources(agent.used, agent.offered))) rescindOffersOf(term, agent);
  touchAgent(term, agent);
}

function agentOn(term: Term, peer: AgentPeer | undefined): Agent | undefined {
  return peer?.agentId === undefined ? undefined : term.cluster.agents.get(peer.agentId);
}

/** The agent that is registered on this stream. */
function registeredOn(term: Term, peer: AgentPeer): Agent | undefined {
  const agent = agentOn(term, peer);
  return agent?.link?.stream === peer.stream && agent.held === undefined ? agent : undefined;
}

function endStream(term: Term, stream: StreamId, because: StreamEnd): void {
  if (!term.agents.has(stream)) return;
  term.emit({ effect: 'end-agent-stream', stream, because });
  term.observe({ event: 'link-ended', peer: 'agent', because: because.message });
  takeClosed(term, stream, because);
}
