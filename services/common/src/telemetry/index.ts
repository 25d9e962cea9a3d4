export { NO_TELEMETRY, startTelemetry, telemetryOf } from './telemetry';
export type { MetricAbout, Reporter, SpanRecord, Telemetry } from './telemetry';
