/** What these tests use of the receiver, which has no types of its own. */
declare module '@elastic/mockotlpserver' {
  /** Receives OTLP; its decoder comes from the .proto files of OpenTelemetry. */
  export class MockOtlpServer {
    constructor(options: {
      readonly logLevel: 'warn';
      readonly services: readonly 'grpc'[];
      readonly grpcHostname: string;
      readonly grpcPort: number;
      readonly onTrace: (request: unknown) => void;
      readonly onMetrics: (request: unknown) => void;
    });
    readonly grpcUrl: URL;
    start(): Promise<void>;
    close(): Promise<void>;
  }
  /** A request with ids in hexadecimal, and attributes as an object. */
  export function normalizeTrace(request: unknown): unknown;
  /** A request with attributes as an object. */
  export function normalizeMetrics(request: unknown): unknown;
}
