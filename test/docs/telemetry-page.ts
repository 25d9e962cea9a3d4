import type { Log } from '@parley/common/logging';
import { SILENT_LOG } from '@parley/common/logging';
import { NO_TELEMETRY } from '@parley/common/telemetry';
import type { Telemetry } from '@parley/common/telemetry';
import { SystemClock } from '@parley/common/actor';
import type { Clock } from '@parley/common/kernel';
import { observeAgent } from '../../services/agent/src/edge/observe/observe-agent';
import { observeAllocator } from '../../services/allocator/src/edge/observe/observe-allocator';
import { observeGateway } from '../../services/framework-gateway/src/edge/observe/observe-gateway';
import { observeMaster } from '../../services/master/src/edge/observe/observe-master';
import { SPANS } from '../telemetry/span-catalogue';

const OPENING = `# Telemetry

With \`OTEL_EXPORTER_OTLP_ENDPOINT\` (or \`--otlp-endpoint\`) each service sends spans and metrics by OTLP over gRPC; without it neither costs anything. Spans go out every second, metrics every 15 s and both when a
service is stopped. \`service.name\` is \`parley-\` and the name of the service, \`service.instance.id\` is new for each process.

This page is written from the code (\`npm run docs\`).

## Spans

There is one trace for each offer, from the allocator's decision to the first RUNNING of each task that was launched from it. The trace context (W3C) travels in the messages, since a span for each long-lived stream
would show nothing, and every id in it is derived from ids of the cluster, so that nobody waits for anybody. No span stays open: each is recorded when what it covers is over.

\`\`\`
allocator.propose ── master.offer ─┬─ gateway.offer
                                   └─ master.launch ── agent.launch ── master.task-running
\`\`\`

`;

/** docs/telemetry.md as the code would have it. */
export function telemetryPage(): string {
  const spans = SPANS.map(({ name, service, parent, covers, attributes }) => {
    const names = attributes.map((attribute) => `\`${attribute}\``).join(', ');
    return `| \`${name}\` | ${service} | ${parent === undefined ? 'none' : `\`${parent}\``} | ${covers} | ${names} |\n`;
  });
  const metrics = OBSERVERS.flatMap((observe) => metricsOf(observe)).map(
    ({ name, kind, unit, description }) => `| \`${name}\` | ${kind} | \`${unit}\` | ${description} |\n`,
  );
  return [
    OPENING,
    `| span | service | parent | covers | attributes |\n|---|---|---|---|---|\n${spans.join('')}\n`,
    '## Metrics\n\nCounters start at 0 with their process; of a gauge the last value counts. No id is an attribute of a metric.\n\n',
    `| metric | kind | unit | tells |\n|---|---|---|---|\n${metrics.join('')}`,
  ].join('');
}

interface Ends {
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly clock: Clock;
}

/** The observers of all services; each declares its metrics when it is made. */
const OBSERVERS: readonly ((ends: Ends) => unknown)[] = [observeMaster, observeAllocator, observeAgent, observeGateway];

interface Metric {
  readonly name: string;
  readonly kind: 'counter' | 'gauge' | 'histogram';
  readonly unit: string;
  readonly description: string;
}

function metricsOf(observe: (ends: Ends) => unknown): readonly Metric[] {
  const found: Metric[] = [];
  const telemetry: Telemetry = {
    ...NO_TELEMETRY,
    counter: (name, about) => {
      found.push({ name, kind: 'counter', ...about });
      return NO_TELEMETRY.counter(name, about);
    },
    gauge: (name, about) => {
      found.push({ name, kind: 'gauge', ...about });
      return NO_TELEMETRY.gauge(name, about);
    },
    histogram: (name, about) => {
      found.push({ name, kind: 'histogram', ...about });
      return NO_TELEMETRY.histogram(name, about);
    },
  };
  observe({ log: SILENT_LOG, telemetry, clock: new SystemClock() });
  return found;
}
