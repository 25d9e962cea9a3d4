/** One kind of span: who records it, what it is part of, and what it says. */
export interface SpanKind {
  readonly name: string;
  /** The `service.name` of who records it. */
  readonly service: string;
  /** The name of the span it is part of; undefined for the first of a trace. */
  readonly parent: string | undefined;
  /** When it begins and ends, as one phrase. */
  readonly covers: string;
  readonly attributes: readonly string[];
}

const TASK = ['parley.framework_id', 'parley.task_id', 'parley.launch_id'];

/** Every kind of span there is. docs/telemetry.md is written from it, and test/telemetry holds real processes to it. */
export const SPANS: readonly SpanKind[] = [
  {
    name: 'allocator.propose',
    service: 'parley-allocator',
    parent: undefined,
    covers: 'the moment at which the allocator decides who is to be offered what',
    attributes: ['parley.framework_id', 'parley.role', 'parley.agent_id'],
  },
  {
    name: 'master.offer',
    service: 'parley-master',
    parent: 'allocator.propose',
    covers: 'the moment at which the master makes an offer of the proposal; a refused proposal has none',
    attributes: ['parley.offer_id', 'parley.framework_id', 'parley.agent_id'],
  },
  {
    name: 'gateway.offer',
    service: 'parley-framework-gateway',
    parent: 'master.offer',
    covers: 'the moment at which the offer goes out on the stream of its framework',
    attributes: ['parley.offer_id', 'parley.framework_id'],
  },
  {
    name: 'master.launch',
    service: 'parley-master',
    parent: 'master.offer',
    covers: 'the moment at which the master accepts a task of the offer and sends it to the agent; one for each task',
    attributes: [...TASK, 'parley.agent_id'],
  },
  {
    name: 'agent.launch',
    service: 'parley-agent',
    parent: 'master.launch',
    covers: 'from when the launch is durable on the agent to when its command runs, or to its end if it never does',
    attributes: ['parley.outcome'],
  },
  {
    name: 'master.task-running',
    service: 'parley-master',
    parent: 'agent.launch',
    covers:
      'the moment at which the master first hears that the task runs and tells its framework; the trace ends here',
    attributes: TASK,
  },
];
