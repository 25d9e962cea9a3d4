import type { AgentDown, AgentInfo, ReportedTask } from '@parley/common/contract';
import { after, unreachable } from '@parley/common/kernel';
import type { FrameworkId, LinkNumber, StreamId } from '@parley/common/kernel';
import { equalResources } from '@parley/common/resources';
import { isTerminal } from '@parley/common/tasks';
import { isOfferable, newAgent, unreachableSince } from '../domain/agents/agent';
import type { Agent, PeerLink, Registration } from '../domain/agents/agent';
import { putAgent } from '../domain/agents/agent-record';
import { nextLifecycle } from '../domain/agents/agent-lifecycle';
import { judgeMissing, judgeReported } from '../domain/agents/judge-reported';
import { chargeTask } from '../domain/allocation';
import { placeAgent } from '../domain/cluster';
import { callProblem } from '../domain/rejections';
import { LIMITS } from '../domain/limits';
import { noPings } from '../domain/pings';
import { reconciledStatus } from '../domain/reconcile';
import type { Framework } from '../domain/frameworks/framework';
import { holdsResources } from '../domain/tasks/task';
import type { Task } from '../domain/tasks/task';
import { statusOfTask } from '../domain/tasks/statuses';
import { resolve } from './answers';
import { schedulePing } from './agent-silence';
import { sendKill } from './kills';
import { followHost } from './placement';
import { rescindOffersOf } from './offers';
import { answerPendingOf } from './reconciliation';
import { changeState, declare, markStored, refreshUsed, removeTask } from './tasks';
import { tellStatus } from './speak';
import type { Term } from './term';
import { touchAgent, touchHolding, touchTask } from './touch';

/** An agent has said all it has to say about itself. What follows depends on what the registry knows of it. */
export function register(term: Term, registration: Registration, link: PeerLink): void {
  const { agentId } = registration.info;
  const agent = term.cluster.agents.get(agentId);
  if (agent === undefined) {
    admitNew(term, registration, link);
    return;
  }
  agent.link = link;
  agent.linkHighest = link.number;
  agent.held = registration;
  const { state } = agent.lifecycle;
  switch (state) {
    case 'recovered':
    case 'active':
    case 'disconnected':
      accept(term, agent);
      return;
    case 'unreachable':
      agent.lifecycle = nextLifecycle(agent.lifecycle, { signal: 'returned' });
      writeAdmission(term, agent);
      return;
    case 'admitting':
    case 'readmitting':
    case 'marking-unreachable':
      // The registry is being written; what is held now is taken up when that is done.
      return;
    case 'gone':
      refuseAgent(term, link.stream, {
        reason: 'gone',
        message: 'an operator declared this agent gone; end its tasks and start it with a fresh work directory',
      });
      agent.link = undefined;
      term.observe({ event: 'agent-refused', agentId, because: 'gone' });
      return;
    default:
      unreachable(state, 'agent state');
  }
}

/** Tells an agent that this link will not become a registration, and ends it. */
export function refuseAgent(
  term: Term,
  stream: StreamId,
  refusal: Omit<Extract<AgentDown, { item: 'refused' }>, 'item'>,
): void {
  term.emit({ effect: 'send-agent', stream, item: { item: 'refused', ...refusal } });
  term.emit({ effect: 'end-agent-stream', stream, because: { kind: 'refused', message: refusal.message } });
  term.agents.delete(stream);
  term.timers.agentStreams.cancel(stream);
}

function admitNew(term: Term, registration: Registration, link: PeerLink): void {
  const { agentId, hostname } = registration.info;
  if (term.cluster.agents.size >= LIMITS.agentsMax && !forgetOldestUnreachable(term)) {
    term.observe({ event: 'limit-reached', limit: 'agents' });
    refuseAgent(term, link.stream, {
      reason: 'invalid',
      message: `the cluster has its most of ${String(LIMITS.agentsMax)} agents`,
    });
    return;
  }
  const agent = newAgent(registration.info, { state: 'admitting' });
  agent.link = link;
  agent.linkHighest = link.number;
  agent.held = registration;
  term.cluster.agents.set(agentId, agent);
  placeAgent(term.cluster, agent);
  writeAdmission(term, agent);
  touchAgent(term, agent);
  term.observe({ event: 'agent-admitted', agentId, hostname });
}

function writeAdmission(term: Term, agent: Agent): void {
  term.write({ purpose: 'admit-agent', agent }, [putAgent(agent, term.at.wall, agent.held?.info)]);
}

/** The registry has the agent: what it said meanwhile takes effect. */
export function admissionWritten(term: Term, agent: Agent): void {
  const returned = agent.lifecycle.state === 'readmitting';
  const linked = agent.link !== undefined;
  agent.lifecycle = nextLifecycle(agent.lifecycle, { signal: 'written', linked });
  if (returned) term.observe({ event: 'agent-readmitted', agentId: agent.agentId });
  if (linked) accept(term, agent);
  else awaitRegistration(term, agent);
}

/** The registry knows the agent; what it runs is not known before it registers. */
export function awaitRegistration(term: Term, agent: Agent): void {
  term.cluster.recovered.add(agent.agentId);
  term.timers.recovered.set(agent.agentId, after(term.at.now, term.settings.agentReregisterMs));
  touchAgent(term, agent);
}

/** The agent counts: its state is taken over, what it lacks and what it has too much is settled, and it may be offered. */
function accept(term: Term, agent: Agent): void {
  const { held, link } = agent;
  if (held === undefined || link === undefined) return;
  agent.held = undefined;
  agent.lifecycle = nextLifecycle(agent.lifecycle, { signal: 'registered' });
  term.cluster.recovered.delete(agent.agentId);
  term.timers.recovered.cancel(agent.agentId);
  // On a link that registers again, offers may be open that know nothing of what is reported now.
  rescindOffersOf(term, agent);
  takeInfo(term, agent, held);
  const { pingMs, pingsMissedMax } = term.settings;
  term.emit({
    effect: 'send-agent',
    stream: link.stream,
    item: { item: 'registered', agentId: agent.agentId, pingMs, pingsMissedMax },
  });
  merge(term, agent, { reported: held.tasks, link: link.number });
  refreshUsed(term, agent);
  for (const kill of agent.kills.values()) sendKill(term, agent, kill);
  agent.pings = noPings();
  schedulePing(term, agent);
  answerPendingOf(term, agent.agentId);
  const { agentId } = agent;
  term.observe({ event: 'agent-registered', agentId, hostname: agent.info.hostname, tasks: held.tasks.length });
}

function takeInfo(term: Term, agent: Agent, { info, bootId }: Registration): void {
  const said = (known: AgentInfo): string => JSON.stringify([known.hostname, known.attributes, known.domain]);
  const changed = said(agent.info) !== said(info) || !equalResources(agent.info.resources, info.resources);
  agent.info = info;
  agent.bootId = bootId;
  agent.total = info.resources;
  followHost(term, agent);
  if (changed) term.write({ purpose: 'note' }, [putAgent(agent, term.at.wall)]);
}

interface Merge {
  readonly reported: readonly ReportedTask[];
  readonly link: LinkNumber;
}

function merge(term: Term, agent: Agent, { reported, link }: Merge): void {
  agent.orphans.clear();
  const named = new Set<string>();
  const finished = new Set<FrameworkId>();
  for (const task of reported) {
    named.add(task.launchId);
    mergeReported(term, agent, { reported: task, finished });
  }
  for (const task of [...agent.tasks.values()]) {
    if (!named.has(task.launchId)) mergeMissing(term, { task, link });
  }
  for (const frameworkId of finished) shutDownFramework(term, agent, frameworkId);
}

/** Tells an agent to end everything of a framework that is gone. */
export function shutDownFramework(term: Term, agent: Agent, frameworkId: FrameworkId): void {
  if (agent.link !== undefined)
    term.emit({ effect: 'send-agent', stream: agent.link.stream, item: { item: 'shutdown-framework', frameworkId } });
}

function mergeReported(
  term: Term,
  agent: Agent,
  merged: { readonly reported: ReportedTask; readonly finished: Set<FrameworkId> },
): void {
  const { reported } = merged;
  const verdict = judgeReported(term.cluster, agent, reported);
  switch (verdict.verdict) {
    case 'orphan':
      merged.finished.add(reported.frameworkId);
      if (!isTerminal(reported.state)) agent.orphans.set(reported.launchId, reported.resources);
      return;
    case 'copy': {
      const { frameworkId, taskId, launchId, resources } = reported;
      agent.orphans.set(launchId, resources);
      agent.kills.set(launchId, { frameworkId, taskId, launchId, graceMs: undefined, unconfirmed: [] });
      return;
    }
    case 'known':
      markStored(term, verdict.task);
      takeReportedState(term, verdict, reported.state);
      return;
    case 'rebuild':
      addTask(term, agent, { framework: verdict.framework, reported });
      return;
    case 'replaces':
      replaceOlder(term, agent, verdict);
      addTask(term, agent, { framework: verdict.framework, reported });
      return;
    case 'replaced':
      addReplaced(term, agent, { framework: verdict.framework, reported });
      return;
    default:
      unreachable(verdict, 'report verdict');
  }
}

function takeReportedState(
  term: Term,
  { framework, task }: { readonly framework: Framework; readonly task: Task },
  state: ReportedTask['state'],
): void {
  const wasUnreachable = task.state === 'unreachable';
  changeState(term, task, state);
  // Ends are told by the agent itself, with a status that wants an acknowledgement.
  if (!wasUnreachable || isTerminal(state)) return;
  task.told = task.state;
  const message = 'the agent is back; the task is as it was';
  tellStatus(
    term,
    framework,
    statusOfTask(task, { state: task.state, reason: 'agent-reregistered', message, wall: term.at.wall }),
  );
}

function taskOf(reported: ReportedTask, agent: Agent): Task {
  const { frameworkId, taskId, launchId, role, taskName, resources, traceparent, state } = reported;
  const { agentId } = agent;
  const known = { told: undefined, unacknowledged: undefined, sentOn: undefined, stored: true, awaiting: undefined };
  return { frameworkId, taskId, launchId, agentId, role, name: taskName, resources, traceparent, state, ...known };
}

function addTask(
  term: Term,
  agent: Agent,
  { framework, reported }: { readonly framework: Framework; readonly reported: ReportedTask },
): void {
  const task = taskOf(reported, agent);
  framework.tasks.set(task.taskId, task);
  touchHolding(term, agent, chargeTask(agent, task));
  touchTask(term, agent, task);
  // The framework asked, or was told that the answer is not complete; ends are told by the agent itself.
  if (holdsResources(task)) tellStatus(term, framework, reconciledStatus(task, term.at.wall));
}

/** A launch with a lower launch id of a task that runs again elsewhere: it is killed, and its end is told under its own launch id. */
function addReplaced(
  term: Term,
  agent: Agent,
  { framework, reported }: { readonly framework: Framework; readonly reported: ReportedTask },
): void {
  const task = taskOf(reported, agent);
  framework.replaced.set(task.launchId, task);
  touchHolding(term, agent, chargeTask(agent, task));
  killReplaced(term, agent, task);
}

function replaceOlder(
  term: Term,
  accepted: Agent,
  { framework, older }: { readonly framework: Framework; readonly older: Task },
): void {
  framework.tasks.delete(older.taskId);
  framework.replaced.set(older.launchId, older);
  const agent = term.cluster.agents.get(older.agentId);
  if (agent === undefined) return;
  killReplaced(term, agent, older);
  const kill = agent.kills.get(older.launchId);
  if (kill !== undefined && agent !== accepted && isOfferable(agent)) sendKill(term, agent, kill);
}

/** The kill is remembered; an agent that is just being accepted is sent all its kills at the end of that. */
function killReplaced(term: Term, agent: Agent, task: Task): void {
  const { frameworkId, taskId, launchId } = task;
  term.observe({ event: 'task-replaced', frameworkId, taskId, launchId });
  if (holdsResources(task))
    agent.kills.set(launchId, { frameworkId, taskId, launchId, graceMs: undefined, unconfirmed: [] });
}

function mergeMissing(term: Term, missing: { readonly task: Task; readonly link: LinkNumber }): void {
  const { task } = missing;
  const framework = term.cluster.frameworks.get(task.frameworkId);
  if (framework === undefined) return;
  const verdict = judgeMissing(task, missing.link);
  switch (verdict) {
    case 'still-on-its-way':
      return;
    case 'acknowledged':
      removeTask(term, framework, task);
      return;
    case 'dropped':
    case 'gone': {
      const message =
        verdict === 'dropped'
          ? 'the launch did not reach the agent before its connection broke'
          : 'the agent does not run this task any more';
      declare(term, framework, { task, verdict: { state: verdict, reason: 'reconciliation', message } });
      const { awaiting } = task;
      task.awaiting = undefined;
      removeTask(term, framework, task);
      if (awaiting !== undefined) resolve(term, awaiting, callProblem({ kind: 'launch-dropped' }));
      return;
    }
    default:
      unreachable(verdict, 'missing verdict');
  }
}

/** Makes room in a full registry: of the agents that are unreachable, run nothing the master knows of and of which no operator ordered anything, the one that
 *  has been away longest. */
function forgetOldestUnreachable(term: Term): boolean {
  let oldest: Agent | undefined;
  for (const agent of term.cluster.agents.values()) {
    const since = unreachableSince(agent);
    if (since === undefined || agent.tasks.size > 0 || agent.deactivationOrdered) continue;
    if (oldest === undefined || since < (unreachableSince(oldest) ?? since)) oldest = agent;
  }
  if (oldest === undefined) return false;
  const { agentId } = oldest;
  term.cluster.agents.delete(agentId);
  term.cluster.planned.delete(oldest);
  term.changes.removed({ changed: 'agent-removed', agentId });
  term.write({ purpose: 'note' }, [{ change: 'remove-agent', agentId }]);
  return true;
}
