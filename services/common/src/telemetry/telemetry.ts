import { ROOT_CONTEXT, SpanKind, TraceFlags, trace } from '@opentelemetry/api';
import type { Attributes, Context, Counter, Gauge, Histogram, Meter, SpanContext, Tracer } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-grpc';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-grpc';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import type { MetricReader } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { ATTR_SERVICE_INSTANCE_ID, ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import type { Traceparent, WallMs } from '../kernel';
import { PresetIds } from './preset-ids';

/** One finished piece of work. Its own context was derived by a core and may already have travelled to other processes. */
export interface SpanRecord {
  readonly name: string;
  /** The span's own identity; nothing is recorded when it is empty. */
  readonly context: Traceparent;
  /** What it is part of; empty for the first span of a trace. */
  readonly parent: Traceparent;
  readonly startedAt: WallMs;
  readonly endedAt: WallMs;
  readonly attributes: Attributes;
}

/** What a metric measures. */
export interface MetricAbout {
  /** A UCUM code such as `{offer}` or `ms`. */
  readonly unit: string;
  readonly description: string;
}

/** Where one process sends its spans and metrics. */
export interface Telemetry {
  span(record: SpanRecord): void;
  /** A counter of this process. */
  counter(name: string, about: MetricAbout): Counter;
  /** A value that goes up and down; what was recorded last counts. */
  gauge(name: string, about: MetricAbout): Gauge;
  /** How values are distributed. */
  histogram(name: string, about: MetricAbout): Histogram;
  /** Sends what is waiting and ends; bounded by the exporters' time-outs. */
  stop(): Promise<void>;
}

/** Who reports. */
export interface Reporter {
  /** Such as `parley-master`. */
  readonly service: string;
  readonly instanceId: string;
}

/** How often metrics are sent, and the longest an export may take. */
const METRIC_INTERVAL_MS = 15_000;
const EXPORT_TIMEOUT_MS = 5_000;
/** Spans that wait to be exported; more are dropped rather than kept. */
const SPAN_QUEUE_MAX = 4_096;

/** Telemetry that goes nowhere, at next to no cost. */
export const NO_TELEMETRY: Telemetry = {
  span: () => undefined,
  counter: () => ({ add: () => undefined }),
  gauge: () => ({ record: () => undefined }),
  histogram: () => ({ record: () => undefined }),
  stop: async () => {
    await Promise.resolve();
  },
};

/** Telemetry by OTLP over gRPC to `endpoint` (`http://host:4317`), or none when the endpoint is empty. */
export function startTelemetry(reporter: Reporter, endpoint: string): Telemetry {
  if (endpoint === '') return NO_TELEMETRY;
  const exporter = new OTLPTraceExporter({ url: endpoint, timeoutMillis: EXPORT_TIMEOUT_MS });
  const metrics = new OTLPMetricExporter({ url: endpoint, timeoutMillis: EXPORT_TIMEOUT_MS });
  return telemetryOf(reporter, {
    spans: new BatchSpanProcessor(exporter, {
      maxQueueSize: SPAN_QUEUE_MAX,
      scheduledDelayMillis: 1_000,
      exportTimeoutMillis: EXPORT_TIMEOUT_MS,
    }),
    metrics: new PeriodicExportingMetricReader({
      exporter: metrics,
      exportIntervalMillis: METRIC_INTERVAL_MS,
      exportTimeoutMillis: EXPORT_TIMEOUT_MS,
    }),
  });
}

/** Telemetry into given ends; {@link startTelemetry} with the exporters as ports. */
export function telemetryOf(
  reporter: Reporter,
  ends: { readonly spans: SpanProcessor; readonly metrics: MetricReader },
): Telemetry {
  const resource = resourceFromAttributes({
    [ATTR_SERVICE_NAME]: reporter.service,
    [ATTR_SERVICE_INSTANCE_ID]: reporter.instanceId,
  });
  const ids = new PresetIds();
  const tracers = new NodeTracerProvider({ resource, idGenerator: ids, spanProcessors: [ends.spans] });
  const meters = new MeterProvider({ resource, readers: [ends.metrics] });
  const tracer = tracers.getTracer('parley');
  const meter: Meter = meters.getMeter('parley');
  return {
    span: (record) => {
      recordSpan(tracer, ids, record);
    },
    counter: (name, about) => meter.createCounter(name, about),
    gauge: (name, about) => meter.createGauge(name, about),
    histogram: (name, about) => meter.createHistogram(name, about),
    stop: async () => {
      await Promise.allSettled([tracers.shutdown(), meters.shutdown()]);
    },
  };
}

function recordSpan(tracer: Tracer, ids: PresetIds, record: SpanRecord): void {
  const own = spanContextOf(record.context);
  if (own === undefined) return;
  ids.preset(own.traceId, own.spanId);
  const options = { kind: SpanKind.INTERNAL, startTime: record.startedAt, attributes: record.attributes };
  tracer.startSpan(record.name, options, contextOf(record.parent)).end(record.endedAt);
}

/** The context inside which a span with this parent begins. */
function contextOf(parent: Traceparent): Context {
  const remote = spanContextOf(parent);
  return remote === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, remote);
}

/** The ids in a W3C trace context, or undefined when it is empty or malformed. */
function spanContextOf(context: Traceparent): SpanContext | undefined {
  const match = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(context);
  const [, traceId, spanId, flags] = match ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  const traceFlags = (parseInt(flags, 16) & 1) === 1 ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return { traceId, spanId, traceFlags, isRemote: true };
}
