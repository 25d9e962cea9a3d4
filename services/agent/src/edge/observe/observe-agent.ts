import { epochText } from '@parley/common/kernel';
import type { Clock, LaunchId, WallMs } from '@parley/common/kernel';
import type { Log, LogFields } from '@parley/common/logging';
import type { Telemetry } from '@parley/common/telemetry';
import type { AgentEvent, LaunchRef } from '../../domain/agent-events';
import { launchContext } from '../../domain/launches';

type Severity = 'debug' | 'info' | 'warn' | 'error';

/** How one kind of event is told: how loudly, in which words, and what varies. */
interface Row<Event> {
  readonly severity: Severity;
  readonly message: string;
  readonly fields: (event: Event) => LogFields;
}

type Rows = { readonly [Kind in AgentEvent['event']]: Row<Extract<AgentEvent, { event: Kind }>> };

const launchFields = ({ frameworkId, taskId, launchId }: LaunchRef): LogFields => ({ frameworkId, taskId, launchId });

/** One log line per event. Info is for the agent and its leader, debug for single tasks, warn for what was coped with. */
const ROWS: Rows = {
  'agent-started': {
    severity: 'info',
    message: 'agent started',
    fields: ({ agentId, run, launches }) => ({ agentId, run, launches }),
  },
  'dialing-leader': {
    severity: 'info',
    message: 'dialing the leader',
    fields: ({ address, epoch }) => ({ address, epoch: epochText(epoch) }),
  },
  'epoch-raised': { severity: 'info', message: 'epoch raised', fields: ({ epoch }) => ({ epoch: epochText(epoch) }) },
  registered: {
    severity: 'info',
    message: 'registered with the leader',
    fields: ({ agentId, epoch, tasks }) => ({ agentId, epoch: epochText(epoch), tasks }),
  },
  'leader-lost': { severity: 'warn', message: 'leader lost', fields: ({ because }) => ({ because }) },
  'registration-refused': {
    severity: 'error',
    message: 'the leader refused the registration',
    fields: ({ reason, message }) => ({ reason, because: message }),
  },
  'foreign-cluster': {
    severity: 'warn',
    message:
      'master of another cluster ignored; correct --masters, or give the agent a new work directory to join that cluster',
    fields: ({ clusterId, expected }) => ({ clusterId, expected }),
  },
  'batch-dropped': {
    severity: 'warn',
    message: 'message of another term or link dropped',
    fields: ({ because, epoch }) => ({ because, epoch: epochText(epoch) }),
  },
  'launch-stored': { severity: 'debug', message: 'launch stored', fields: ({ launch }) => launchFields(launch) },
  'launch-repeated': { severity: 'warn', message: 'launch repeated', fields: ({ launchId }) => ({ launchId }) },
  'launch-refused': {
    severity: 'warn',
    message: 'launch refused',
    fields: ({ launch, message }) => ({ ...launchFields(launch), because: message }),
  },
  'task-started': {
    severity: 'debug',
    message: 'task started',
    fields: ({ launch, pid }) => ({ ...launchFields(launch), supervisorPid: pid }),
  },
  'task-killing': {
    severity: 'debug',
    message: 'task being killed',
    fields: ({ launch, graceMs }) => ({ ...launchFields(launch), graceMs }),
  },
  'task-ended': {
    severity: 'debug',
    message: 'task ended',
    fields: ({ launch, state, reason, message }) => ({ ...launchFields(launch), state, reason, because: message }),
  },
  'task-forgotten': { severity: 'debug', message: 'task forgotten', fields: ({ launch }) => launchFields(launch) },
  'update-resent': {
    severity: 'debug',
    message: 'status update sent again',
    fields: ({ launch, attempt }) => ({ ...launchFields(launch), attempt }),
  },
  'acknowledgement-ignored': {
    severity: 'debug',
    message: 'acknowledgement of nothing that is open',
    fields: ({ taskId, uuid }) => ({ taskId, uuid }),
  },
  'framework-shut-down': {
    severity: 'info',
    message: 'framework shut down',
    fields: ({ frameworkId, launches }) => ({ frameworkId, launches }),
  },
  'resources-changed': { severity: 'info', message: 'resources changed', fields: ({ total }) => ({ total }) },
  'stopping-tasks': { severity: 'info', message: 'ending all tasks', fields: ({ launches }) => ({ launches }) },
  halted: { severity: 'info', message: 'agent halted', fields: ({ because }) => ({ because }) },
};

/** What the observer writes to. */
export interface ObserverEnds {
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly clock: Clock;
}

/** Makes the observer that turns events into log lines, a counter of events by name, and one span per launch up to its start. */
export function observeAgent({ log, telemetry, clock }: ObserverEnds): (event: AgentEvent) => void {
  const events = telemetry.counter('parley.agent.events', {
    unit: '{event}',
    description: 'Events of an agent by name.',
  });
  const observeSpan = launchSpans(telemetry, clock);
  return (event) => {
    events.add(1, { event: event.event });
    // The row belongs to the event's own name; the compiler cannot follow that through the look-up.
    const row = ROWS[event.event] as Row<AgentEvent>;
    log[row.severity](row.fields(event), row.message);
    observeSpan(event);
  };
}

/** A span per launch, from when it is durable to when its command runs. */
function launchSpans(telemetry: Telemetry, clock: Clock): (event: AgentEvent) => void {
  /** When launches were stored. Bounded by the launches of the agent: each is started or ended. */
  const stored = new Map<LaunchId, WallMs>();
  return (event) => {
    if (event.event === 'launch-stored') stored.set(event.launch.launchId, clock.wall());
    if (event.event !== 'task-started' && event.event !== 'task-ended') return;
    const { launch } = event;
    const startedAt = stored.get(launch.launchId);
    stored.delete(launch.launchId);
    if (startedAt === undefined) return;
    telemetry.span({
      name: 'agent.launch',
      context: launchContext(launch.traceparent),
      parent: launch.traceparent,
      startedAt,
      endedAt: clock.wall(),
      attributes: { 'parley.outcome': event.event === 'task-started' ? 'started' : event.state },
    });
  };
}
