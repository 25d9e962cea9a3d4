import {
  AggregationTemporality,
  InMemoryMetricExporter,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { childTraceparent, rootTraceparent } from '../kernel';
import type { WallMs } from '../kernel';
import { NO_TELEMETRY, telemetryOf } from './telemetry';

function given() {
  const spans = new InMemorySpanExporter();
  const metrics = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const telemetry = telemetryOf(
    { service: 'parley-test', instanceId: 'i1' },
    {
      spans: new SimpleSpanProcessor(spans),
      metrics: new PeriodicExportingMetricReader({ exporter: metrics, exportIntervalMillis: 60_000 }),
    },
  );
  return { spans, metrics, telemetry };
}

const at = (ms: number) => ms as WallMs;

test('given contexts that travelled in messages, when their spans are recorded, then they form one tree with those ids', () => {
  const { spans, telemetry } = given();
  const decision = rootTraceparent('1-1/1');
  const offer = childTraceparent(decision, 'offer');

  telemetry.span({
    name: 'offer.made',
    context: offer,
    parent: decision,
    startedAt: at(5),
    endedAt: at(6),
    attributes: {},
  });
  telemetry.span({
    name: 'allocator.propose',
    context: decision,
    parent: '',
    startedAt: at(1),
    endedAt: at(2),
    attributes: { role: 'web' },
  });

  const [made, proposed] = spans.getFinishedSpans();
  expect(proposed?.spanContext()).toMatchObject({ traceId: decision.split('-')[1], spanId: decision.split('-')[2] });
  expect(proposed?.parentSpanContext).toBeUndefined();
  expect(made?.spanContext()).toMatchObject({ traceId: decision.split('-')[1], spanId: offer.split('-')[2] });
  expect(made?.parentSpanContext?.spanId).toBe(decision.split('-')[2]);
});

test('given a span without a context, when it is recorded, then nothing is sent', () => {
  const { spans, telemetry } = given();

  telemetry.span({ name: 'nothing', context: '', parent: '', startedAt: at(1), endedAt: at(2), attributes: {} });

  expect(spans.getFinishedSpans()).toEqual([]);
});

test('given a counter, when telemetry stops, then its value was sent under the name of the service', async () => {
  const { metrics, telemetry } = given();

  telemetry.counter('parley.offers', { unit: '{offer}', description: 'Offers made.' }).add(3);
  await telemetry.stop();

  const [sent] = metrics.getMetrics();
  expect(sent?.resource.attributes['service.name']).toBe('parley-test');
  expect(sent?.scopeMetrics[0]?.metrics[0]?.dataPoints[0]?.value).toBe(3);
});

test('given a gauge and a histogram, when telemetry stops, then the last value and the distribution were sent', async () => {
  const { metrics, telemetry } = given();

  const gauge = telemetry.gauge('parley.starving', { unit: '{role}', description: 'Roles that starve.' });
  gauge.record(3);
  gauge.record(1);
  telemetry.histogram('parley.slice', { unit: 'ms', description: 'Lengths of slices.' }).record(4);
  await telemetry.stop();

  const points = metrics.getMetrics()[0]?.scopeMetrics[0]?.metrics.map(({ dataPoints }) => dataPoints[0]?.value);
  expect(points).toMatchObject([1, { count: 1, sum: 4 }]);
});

test('telemetry without an endpoint takes everything and sends nothing', async () => {
  NO_TELEMETRY.span({
    name: 'x',
    context: rootTraceparent('x'),
    parent: '',
    startedAt: at(1),
    endedAt: at(2),
    attributes: {},
  });
  NO_TELEMETRY.counter('c', { unit: '1', description: '' }).add(1);
  NO_TELEMETRY.gauge('g', { unit: '1', description: '' }).record(1);
  NO_TELEMETRY.histogram('h', { unit: '1', description: '' }).record(1);

  await expect(NO_TELEMETRY.stop()).resolves.toBeUndefined();
});
