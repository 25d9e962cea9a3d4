import { childTraceparent, epochText } from '@parley/common/kernel';
import type { Clock } from '@parley/common/kernel';
import type { Log } from '@parley/common/logging';
import type { Telemetry } from '@parley/common/telemetry';
import type { MasterEvent } from '../../domain/events';
import { operationsRows } from './observe-operations';

/** Where what happened is told. */
export interface Observers {
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly clock: Clock;
}

type Rows = { readonly [Kind in MasterEvent['event']]: (event: Extract<MasterEvent, { event: Kind }>) => void };

/** Turns events into log lines, counters and spans: one row per event, so that a new event cannot go unobserved. */
export function observeMaster(observers: Observers): (event: MasterEvent) => void {
  const rows = {
    ...termRows(observers),
    ...agentRows(observers),
    ...frameworkRows(observers),
    ...offerRows(observers),
    ...taskRows(observers),
    ...linkRows(observers),
    ...allocatorRows(observers),
    ...operationsRows(observers),
  } satisfies Rows;
  // The compiler cannot see that the row of an event takes that event.
  return (event) => (rows[event.event] as (event: MasterEvent) => void)(event);
}

function termRows({ log, telemetry }: Observers) {
  const limits = telemetry.counter('parley.master.limits_reached', {
    unit: '{refusal}',
    description: 'Times that something could not be kept because its bound was reached, by limit.',
  });
  return {
    'term-began': ({ epoch, agents, frameworks }) => {
      log.info({ epoch: epochText(epoch), agents, frameworks }, 'term began');
    },
    'handed-over': () => {
      log.info({}, 'leadership handed over');
    },
    'limit-reached': ({ limit }) => {
      limits.add(1, { limit });
      log.warn({ limit }, 'limit reached');
    },
  } satisfies Partial<Rows>;
}

function agentRows({ log, telemetry }: Observers) {
  const agents = telemetry.counter('parley.master.agents', {
    unit: '{agent}',
    description:
      'Agents by what became of them: admitted, registered, disconnected, unreachable, readmitted, refused, removal-held.',
  });
  return {
    'agent-admitted': ({ agentId, hostname }) => {
      agents.add(1, { outcome: 'admitted' });
      log.info({ agentId, hostname }, 'agent being admitted');
    },
    'agent-registered': ({ agentId, hostname, tasks }) => {
      agents.add(1, { outcome: 'registered' });
      log.info({ agentId, hostname, tasks }, 'agent registered');
    },
    'agent-disconnected': ({ agentId, because }) => {
      agents.add(1, { outcome: 'disconnected' });
      log.info({ agentId, because }, 'agent disconnected');
    },
    'agent-unreachable': ({ agentId, tasks }) => {
      agents.add(1, { outcome: 'unreachable' });
      log.warn({ agentId, tasks }, 'agent unreachable');
    },
    'agent-readmitted': ({ agentId }) => {
      agents.add(1, { outcome: 'readmitted' });
      log.info({ agentId }, 'agent readmitted');
    },
    'agent-refused': ({ agentId, because }) => {
      agents.add(1, { outcome: 'refused' });
      log.warn({ agentId, because }, 'agent refused');
    },
    'removal-held': ({ agentId, because }) => {
      agents.add(1, { outcome: 'removal-held' });
      log.warn({ agentId, because }, 'silent agent not marked unreachable');
    },
  } satisfies Partial<Rows>;
}

function frameworkRows({ log, telemetry }: Observers) {
  const frameworks = telemetry.counter('parley.master.frameworks', {
    unit: '{framework}',
    description: 'Frameworks by what became of them: registered, subscribed, disconnected, finished, refused.',
  });
  const calls = telemetry.counter('parley.master.calls', {
    unit: '{call}',
    description: 'Calls of frameworks by kind, and whether they were taken or why not.',
  });
  return {
    'framework-registered': ({ frameworkId, name }) => {
      frameworks.add(1, { outcome: 'registered' });
      log.info({ frameworkId, name }, 'framework registered');
    },
    'framework-subscribed': ({ frameworkId }) => {
      frameworks.add(1, { outcome: 'subscribed' });
      log.info({ frameworkId }, 'framework subscribed');
    },
    'session-replaced': ({ frameworkId }) => {
      frameworks.add(1, { outcome: 'session-replaced' });
      log.info({ frameworkId }, 'session replaced');
    },
    'framework-disconnected': ({ frameworkId, because }) => {
      frameworks.add(1, { outcome: 'disconnected' });
      log.info({ frameworkId, because }, 'framework disconnected');
    },
    'framework-finished': ({ frameworkId, because, tasks }) => {
      frameworks.add(1, { outcome: 'finished' });
      log.info({ frameworkId, because, tasks }, 'framework finished');
    },
    'subscribe-refused': ({ reason, message }) => {
      frameworks.add(1, { outcome: 'refused' });
      log.info({ reason, because: message }, 'subscribe refused');
    },
    'call-answered': ({ call, outcome }) => {
      calls.add(1, { call, outcome });
    },
  } satisfies Partial<Rows>;
}

function offerRows({ log, telemetry, clock }: Observers) {
  const made = telemetry.counter('parley.master.offers_made', {
    unit: '{offer}',
    description: 'Offers made to frameworks.',
  });
  const ended = telemetry.counter('parley.master.offers_ended', {
    unit: '{offer}',
    description: 'Offers by their end: accepted, declined, expired, rescinded, discarded.',
  });
  const refused = telemetry.counter('parley.master.proposals_refused', {
    unit: '{proposal}',
    description: 'Proposals of the allocator that did not become offers, by reason.',
  });
  return {
    'offer-made': ({ offerId, frameworkId, agentId, traceparent, parent }) => {
      made.add(1);
      const at = clock.wall();
      const attributes = { 'parley.offer_id': offerId, 'parley.framework_id': frameworkId, 'parley.agent_id': agentId };
      telemetry.span({ name: 'master.offer', context: traceparent, parent, startedAt: at, endedAt: at, attributes });
      log.debug({ offerId, frameworkId, agentId }, 'offer made');
    },
    'offer-ended': ({ offerId, frameworkId, how }) => {
      ended.add(1, { how });
      log.debug({ offerId, frameworkId, how }, 'offer ended');
    },
    'proposal-refused': ({ reason }) => {
      refused.add(1, { reason });
      log.debug({ reason }, 'proposal refused');
    },
  } satisfies Partial<Rows>;
}

function taskRows({ log, telemetry, clock }: Observers) {
  const tasks = telemetry.counter('parley.master.tasks', {
    unit: '{task}',
    description: 'Tasks by what became of them: launched, each state they entered, rejected, replaced.',
  });
  return {
    'task-launched': ({ frameworkId, taskId, launchId, agentId, traceparent, parent }) => {
      tasks.add(1, { outcome: 'launched' });
      const at = clock.wall();
      const attributes = {
        'parley.framework_id': frameworkId,
        'parley.task_id': taskId,
        'parley.launch_id': launchId,
        'parley.agent_id': agentId,
      };
      telemetry.span({ name: 'master.launch', context: traceparent, parent, startedAt: at, endedAt: at, attributes });
      log.debug({ frameworkId, taskId, launchId, agentId }, 'task launched');
    },
    'task-changed': ({ frameworkId, taskId, launchId, state }) => {
      tasks.add(1, { outcome: state });
      log.debug({ frameworkId, taskId, launchId, state }, 'task changed');
    },
    'task-running': ({ frameworkId, taskId, launchId, parent }) => {
      const at = clock.wall();
      telemetry.span({
        name: 'master.task-running',
        context: childTraceparent(parent, 'master.task-running'),
        parent,
        startedAt: at,
        endedAt: at,
        attributes: { 'parley.framework_id': frameworkId, 'parley.task_id': taskId, 'parley.launch_id': launchId },
      });
      log.debug({ frameworkId, taskId, launchId }, 'task running for the first time');
    },
    'task-rejected': ({ frameworkId, taskId, state, message }) => {
      tasks.add(1, { outcome: state });
      log.debug({ frameworkId, taskId, state, because: message }, 'task rejected');
    },
    'task-replaced': ({ frameworkId, taskId, launchId }) => {
      tasks.add(1, { outcome: 'replaced' });
      log.warn({ frameworkId, taskId, launchId }, 'launch lost against a newer one of its task');
    },
  } satisfies Partial<Rows>;
}

function linkRows({ log, telemetry }: Observers) {
  const dropped = telemetry.counter('parley.master.batches_dropped', {
    unit: '{batch}',
    description: 'Batches of older epochs or links, which have no effect, by peer.',
  });
  return {
    'batch-dropped': ({ peer, because }) => {
      dropped.add(1, { peer, because });
      log.debug({ peer, because }, 'batch dropped');
    },
    'link-ended': ({ peer, because }) => {
      log.info({ peer, because }, 'link ended by this master');
    },
  } satisfies Partial<Rows>;
}

function allocatorRows({ log, telemetry }: Observers) {
  const present = telemetry.gauge('parley.master.allocator_present', {
    unit: '1',
    description: 'Whether the leader has a session with its allocator: 1 or 0. Without one nothing new is offered.',
  });
  const sessions = telemetry.counter('parley.master.allocator_sessions', {
    unit: '{session}',
    description:
      'Sessions with the allocator by what became of them: ready; lost; cut, for what it did; absent, when it could not be reached again.',
  });
  const differences = telemetry.counter('parley.master.mirror_differences', {
    unit: '{agent}',
    description: 'Agents that the allocator did not mirror as it had been told; they are told anew.',
  });
  return {
    'allocator-ready': ({ name, policy }) => {
      present.record(1);
      sessions.add(1, { outcome: 'ready' });
      log.info({ name, policy }, 'allocator ready');
    },
    'allocator-lost': ({ because, how, again }) => {
      present.record(0);
      sessions.add(1, { outcome: again && how === 'lost' ? 'absent' : how });
      if (!again || how === 'cut') log.warn({ because, how }, 'no allocator, nothing new is offered until it is back');
    },
    'offers-held-back': ({ missing }) => {
      log.warn({ missing }, 'roles have quota and agents are missing: nothing is offered until most of them are back');
    },
    'mirror-differed': ({ agents, first }) => {
      differences.add(agents);
      log.warn({ agents, first }, 'the allocator mirrored agents otherwise than it was told; they are told anew');
    },
  } satisfies Partial<Rows>;
}
