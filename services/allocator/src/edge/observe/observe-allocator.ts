import { epochText } from '@parley/common/kernel';
import type { Clock } from '@parley/common/kernel';
import type { Log } from '@parley/common/logging';
import type { Telemetry } from '@parley/common/telemetry';

import type { AllocatorEvent } from '../../domain/events';

/** Where what happened is told. */
export interface Observers {
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly clock: Clock;
}

type Rows = { readonly [Kind in AllocatorEvent['event']]: (event: Extract<AllocatorEvent, { event: Kind }>) => void };

/** Turns events into log lines, counters and spans: one row per event, so that a new event cannot go unobserved. */
export function observeAllocator(observers: Observers): (event: AllocatorEvent) => void {
  const rows = {
    ...sessionRows(observers),
    ...proposalRows(observers),
    ...decisionRows(observers),
    ...answerRows(observers),
  } satisfies Rows;
  // The compiler cannot see that the row of an event takes that event.
  return (event) => (rows[event.event] as (event: AllocatorEvent) => void)(event);
}

function sessionRows({ log, telemetry }: Observers) {
  const sessions = telemetry.counter('parley.allocator.sessions', {
    unit: '{session}',
    description: 'Sessions of masters by what became of them: begun, live, ended, turned-away.',
  });
  return {
    'session-begun': ({ epoch, link }) => {
      sessions.add(1, { outcome: 'begun' });
      log.info({ epoch: epochText(epoch), link }, 'session begun');
    },
    'session-live': ({ epoch, agents, frameworks }) => {
      sessions.add(1, { outcome: 'live' });
      log.info({ epoch: epochText(epoch), agents, frameworks }, 'session live');
    },
    'session-ended': ({ epoch, kind, message }) => {
      sessions.add(1, { outcome: 'ended' });
      log.info({ epoch: epochText(epoch), kind, because: message }, 'session ended');
    },
    'stream-turned-away': ({ kind, message }) => {
      sessions.add(1, { outcome: 'turned-away' });
      log.warn({ kind, because: message }, 'stream turned away');
    },
  } satisfies Partial<Rows>;
}

function proposalRows({ log, telemetry, clock }: Observers) {
  const proposals = telemetry.counter('parley.allocator.proposals', {
    unit: '{proposal}',
    description: 'Proposals by outcome: made, offered, refused (with the reason), answered-unknown.',
  });
  return {
    'proposals-made': ({ proposals: made }) => {
      proposals.add(made.length, { outcome: 'made' });
      const at = clock.wall();
      for (const { proposalId, frameworkId, role, agentId, traceparent } of made) {
        telemetry.span({
          name: 'allocator.propose',
          context: traceparent,
          parent: '',
          startedAt: at,
          endedAt: at,
          attributes: { 'parley.framework_id': frameworkId, 'parley.role': role, 'parley.agent_id': agentId },
        });
        log.debug({ proposalId, frameworkId, role, agentId }, 'proposal made');
      }
    },
    'proposal-offered': ({ proposalId, offerId }) => {
      proposals.add(1, { outcome: 'offered' });
      log.debug({ proposalId, offerId }, 'proposal offered');
    },
    'proposal-refused': ({ proposal, reason, retryAfterMs }) => {
      proposals.add(1, { outcome: 'refused', reason });
      const { proposalId, frameworkId, role, agentId } = proposal;
      log.debug({ proposalId, frameworkId, role, agentId, reason, retryAfterMs }, 'proposal refused');
    },
    'answer-without-proposal': ({ proposalId }) => {
      proposals.add(1, { outcome: 'answered-unknown' });
      log.warn({ proposalId }, 'answer without proposal');
    },
  } satisfies Partial<Rows>;
}

function decisionRows({ log, telemetry }: Observers) {
  const considered = telemetry.counter('parley.allocator.agents_considered', {
    unit: '{agent}',
    description: 'Agents that were looked at for something to propose.',
  });
  const reasons = telemetry.counter('parley.allocator.reasons', {
    unit: '{reason}',
    description:
      'Reasons not to propose an agent (docs/allocator-contract.md), by reason: once for each pair that was judged, for each look that ended before any was, and for each framework that stopped wanting offers for a role. Frameworks that are known to refuse all that is free on an agent, or to have reached a limit, are passed over and not counted.',
  });
  const slices = telemetry.histogram('parley.allocator.slice', {
    unit: 'ms',
    description: 'How long slices of work took; none should take more than 10 ms.',
  });
  const starving = telemetry.gauge('parley.allocator.starving_roles', {
    unit: '{role}',
    description: 'Roles that want offers and got none for a while although others did.',
  });
  return {
    'agents-considered': (event) => {
      considered.add(event.considered);
    },
    'reasons-met': ({ counts }) => {
      for (const [reason, count] of counts) reasons.add(count, { reason });
    },
    'slice-ended': ({ tookMs }) => {
      slices.record(tookMs);
    },
    'starvation-changed': (event) => {
      starving.record(event.starving);
      const { role, waitedMs } = event;
      if (event.change === 'begun') log.warn({ role, waitedMs }, 'role starves');
      else log.info({ role, waitedMs }, 'role does not starve any more');
    },
  } satisfies Partial<Rows>;
}

function answerRows({ log, telemetry }: Observers) {
  const audits = telemetry.counter('parley.allocator.audited_agents', {
    unit: '{agent}',
    description: 'Agents of which the master compared what the allocator knows, by outcome: same, differing.',
  });
  const questions = telemetry.counter('parley.allocator.questions', {
    unit: '{question}',
    description: 'What the master asked, by what about (explain, shares) and outcome: begun, declined.',
  });
  return {
    audited: ({ agents, differing }) => {
      audits.add(agents - differing.length, { outcome: 'same' });
      const [first] = differing;
      if (first === undefined) return;
      audits.add(differing.length, { outcome: 'differing' });
      log.warn({ agentId: first, differing: differing.length }, 'mirror differs');
    },
    asked: ({ about, declined }) => {
      questions.add(1, { about, outcome: declined ? 'declined' : 'begun' });
      log.debug({ about, declined }, 'asked');
    },
  } satisfies Partial<Rows>;
}
