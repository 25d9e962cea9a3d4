export { NO_TELEMETRY, startTelemetry, telemetryOf } from './telemetry';
export type { Reporter, SpanRecord, Telemetry } from './telemetry';
