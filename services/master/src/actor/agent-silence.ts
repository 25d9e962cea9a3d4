import { after } from '@parley/common/kernel';
import type { StreamEnd } from '@parley/common/actor';
import { isTerminal } from '@parley/common/tasks';
import type { Agent } from '../domain/agents/agent';
import { putAgent } from '../domain/agents/agent-record';
import { nextLifecycle } from '../domain/agents/agent-lifecycle';
import { countMiss, noPings } from '../domain/pings';
import { AGENT_SILENT, resolve } from './answers';
import { deferKills } from './kills';
import { loseFileQueries } from './files';
import { rescindOffersOf } from './offers';
import { answerPendingOf } from './reconciliation';
import { register } from './agent-registration';
import { tell } from './speak';
import { declare } from './tasks';
import type { Term } from './term';
import { touchAgent } from './touch';

/** Arranges the next ping of an agent; pings are counted whether or not there is a link to send them on. */
export function schedulePing(term: Term, agent: Agent): void {
  term.timers.agentPings.set(agent.agentId, after(term.at.now, term.settings.pingMs));
}

/** Pings all agents that are due, and gives up those that have been silent for too long. */
export function pingDueAgents(term: Term): void {
  for (
    let agentId = term.timers.agentPings.takeDue(term.at.now);
    agentId !== undefined;
    agentId = term.timers.agentPings.takeDue(term.at.now)
  ) {
    const agent = term.cluster.agents.get(agentId);
    const state = agent?.lifecycle.state;
    if (agent === undefined || (state !== 'active' && state !== 'disconnected')) continue;
    const { stalled, settings } = term;
    const isSilent = countMiss(agent.pings, { stalled, most: settings.pingsMissedMax, away: agent.link === undefined });
    if (isSilent) markUnreachable(term, agent);
    else ping(term, agent);
  }
}

function ping(term: Term, agent: Agent): void {
  agent.pings.sent += 1;
  if (agent.link !== undefined)
    term.emit({ effect: 'send-agent', stream: agent.link.stream, item: { item: 'ping', ping: agent.pings.sent } });
  schedulePing(term, agent);
}

/** Agents of the registry that did not register in time after the election. After a stall of this process, what they said meanwhile is heard first. */
export function expireRecovered(term: Term): void {
  for (
    let agentId = term.timers.recovered.takeDue(term.at.now);
    agentId !== undefined;
    agentId = term.timers.recovered.takeDue(term.at.now)
  ) {
    const agent = term.cluster.agents.get(agentId);
    if (agent?.lifecycle.state !== 'recovered') continue;
    if (term.stalled) term.timers.recovered.set(agentId, after(term.at.now, term.settings.pingMs));
    else markUnreachable(term, agent);
  }
}

/** Declares an agent unreachable, unless too many were of late; then it is tried again at its next ping. */
function markUnreachable(term: Term, agent: Agent): void {
  const { agentId } = agent;
  const held = term.removalRate.take(term.cluster.agents.size, term.at.now);
  if (held !== undefined) {
    term.observe({ event: 'removal-held', agentId, because: held });
    giveUpWaiting(term, agent);
    if (agent.lifecycle.state === 'recovered')
      term.timers.recovered.set(agentId, after(term.at.now, term.settings.pingMs));
    else ping(term, agent);
    return;
  }
  agent.lifecycle = nextLifecycle(agent.lifecycle, { signal: 'silent', wall: term.at.wall });
  rescindOffersOf(term, agent);
  touchAgent(term, agent);
  term.write({ purpose: 'mark-unreachable', agent }, [putAgent(agent, term.at.wall)]);
}

/** Nobody knows how long a removal is held: whoever waits for the agent's word on a launch is told that it is silent. */
function giveUpWaiting(term: Term, agent: Agent): void {
  for (const task of agent.tasks.values()) {
    const { awaiting } = task;
    task.awaiting = undefined;
    if (awaiting !== undefined) resolve(term, awaiting, AGENT_SILENT);
  }
}

/** The registry has the agent as unreachable: its tasks are, too, and whoever waits for it is told. */
export function unreachableWritten(term: Term, agent: Agent): void {
  const { agentId, held, link } = agent;
  agent.lifecycle = nextLifecycle(agent.lifecycle, { signal: 'written', linked: false });
  term.cluster.recovered.delete(agentId);
  let tasks = 0;
  for (const task of agent.tasks.values()) {
    const framework = term.cluster.frameworks.get(task.frameworkId);
    if (framework === undefined || isTerminal(task.state)) continue;
    tasks += 1;
    declare(term, framework, {
      task,
      verdict: { state: 'unreachable', reason: 'agent-removed', message: 'the agent does not answer' },
    });
    const { awaiting } = task;
    task.awaiting = undefined;
    if (awaiting !== undefined) resolve(term, awaiting, AGENT_SILENT);
  }
  touchAgent(term, agent);
  answerPendingOf(term, agentId);
  for (const framework of term.cluster.frameworks.values()) {
    if (framework.session !== undefined && framework.lifecycle.state === 'connected')
      tell(term, framework.session, { event: 'agent-lost', agentId });
  }
  term.observe({ event: 'agent-unreachable', agentId, tasks });
  if (link === undefined) return;
  // It registered while it was being written off: that is taken up now. A link that is merely silent is cut, so that it begins anew.
  if (held !== undefined) register(term, held, link);
  else cutLink(term, agent, { kind: 'lost', message: 'the agent was silent for too long; register again' });
}

function cutLink(term: Term, agent: Agent, because: StreamEnd): void {
  if (agent.link === undefined) return;
  const { stream } = agent.link;
  term.emit({ effect: 'end-agent-stream', stream, because });
  term.agents.delete(stream);
  loseLink(term, agent, because.message);
}

/** The agent's link is no more: nothing of it may be offered until it registers again. */
export function loseLink(term: Term, agent: Agent, because: string): void {
  agent.link = undefined;
  agent.held = undefined;
  agent.lifecycle = nextLifecycle(agent.lifecycle, { signal: 'link-lost', now: term.at.now });
  agent.pings = { ...noPings(), missed: agent.pings.missed };
  rescindOffersOf(term, agent);
  deferKills(term, agent);
  loseFileQueries(term, agent);
  touchAgent(term, agent);
  term.observe({ event: 'agent-disconnected', agentId: agent.agentId, because });
}
