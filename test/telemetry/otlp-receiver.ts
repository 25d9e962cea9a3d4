import { MockOtlpServer, normalizeMetrics, normalizeTrace } from '@elastic/mockotlpserver';

type Attributes = Readonly<Record<string, unknown>>;

/** A span as it arrived. */
export interface ReceivedSpan {
  readonly service: string;
  readonly instanceId: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  /** Empty for the first span of a trace. */
  readonly parentSpanId: string;
  /** Wall time in milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly attributes: Attributes;
}

/** The newest value of a counter for one set of attributes. */
export interface ReceivedCount {
  readonly service: string;
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly attributes: Attributes;
}

interface OtlpResource {
  readonly resource: { readonly attributes: Attributes };
}

interface OtlpTrace {
  readonly resourceSpans: readonly (OtlpResource & {
    readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[];
  })[];
}

interface OtlpSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: Attributes;
}

interface OtlpMetrics {
  readonly resourceMetrics: readonly (OtlpResource & {
    readonly scopeMetrics: readonly { readonly metrics: readonly OtlpMetric[] }[];
  })[];
}

interface OtlpPoint {
  readonly asDouble?: number;
  readonly asInt?: unknown;
  /** Of a histogram: how many values it holds. */
  readonly count?: unknown;
  readonly attributes: Attributes;
}

interface OtlpPoints {
  readonly dataPoints: readonly OtlpPoint[];
}

/** One of the three kinds. */
interface OtlpMetric {
  readonly name: string;
  readonly unit: string;
  readonly sum?: OtlpPoints;
  readonly gauge?: OtlpPoints;
  readonly histogram?: OtlpPoints;
}

/** An OTLP receiver over gRPC that shares no code with what sends to it. Keeps all that arrives while one test runs. */
export class OtlpReceiver {
  readonly spans: ReceivedSpan[] = [];
  readonly #counts = new Map<string, ReceivedCount>();
  readonly #server = new MockOtlpServer({
    logLevel: 'warn',
    services: ['grpc'],
    grpcHostname: '127.0.0.1',
    grpcPort: 0,
    onTrace: (request) => {
      this.#takeTrace(normalizeTrace(request) as OtlpTrace);
    },
    onMetrics: (request) => {
      this.#takeMetrics(normalizeMetrics(request) as OtlpMetrics);
    },
  });

  /** Listens on a free port; resolves with the endpoint. */
  async start(): Promise<string> {
    await this.#server.start();
    return this.#server.grpcUrl.origin === 'null' ? this.#server.grpcUrl.href : this.#server.grpcUrl.origin;
  }

  /** The newest value of every counter and gauge, and how many values every histogram holds. */
  get counts(): readonly ReceivedCount[] {
    return [...this.#counts.values()];
  }

  /** What a counter came to, over all processes and attributes, or only those with these attributes. */
  total(name: string, attributes: Attributes = {}): number {
    const matching = this.counts.filter(
      (count) =>
        count.name === name && Object.entries(attributes).every(([key, value]) => count.attributes[key] === value),
    );
    return matching.reduce((sum, count) => sum + count.value, 0);
  }

  async close(): Promise<void> {
    await this.#server.close();
  }

  #takeTrace({ resourceSpans }: OtlpTrace): void {
    for (const { resource, scopeSpans } of resourceSpans) {
      const service = String(resource.attributes['service.name']);
      const instanceId = String(resource.attributes['service.instance.id']);
      for (const span of scopeSpans.flatMap(({ spans }) => spans)) {
        const { name, traceId, spanId, parentSpanId = '', attributes } = span;
        const [startedAt, endedAt] = [Number(span.startTimeUnixNano) / 1e6, Number(span.endTimeUnixNano) / 1e6];
        this.spans.push({ service, instanceId, name, traceId, spanId, parentSpanId, startedAt, endedAt, attributes });
      }
    }
  }

  #takeMetrics({ resourceMetrics }: OtlpMetrics): void {
    for (const { resource, scopeMetrics } of resourceMetrics) {
      const service = String(resource.attributes['service.name']);
      for (const { name, unit, sum, gauge, histogram } of scopeMetrics.flatMap(({ metrics }) => metrics)) {
        for (const { asDouble, asInt, count, attributes } of (sum ?? gauge ?? histogram)?.dataPoints ?? []) {
          const key = JSON.stringify([resource.attributes['service.instance.id'], name, attributes]);
          this.#counts.set(key, { service, name, unit, value: Number(asDouble ?? asInt ?? count), attributes });
        }
      }
    }
  }
}
