import { SystemClock } from '@parley/common/actor';
import type { StreamEvent } from '@parley/common/actor';
import type { CallOutcome, SchedulerCall, SchedulerEvent, SessionCall } from '@parley/common/contract';
import { NO_EPOCH } from '@parley/common/kernel';
import type { LaunchId, StreamId } from '@parley/common/kernel';
import { CLIENT_OUTBOX, GrpcServer, messageFraming, ServedStreams, unary } from '@parley/common/rpc';
import { OPERATOR_SERVER, SCHEDULER_SERVER } from '@parley/common/wire';
import { loadPublic, serviceOf } from '@parley/protos';
import type { TaskInfo } from '@parley/common/tasks';
import { anOffer, aStatus, FRAMEWORK } from './given-scheduler';

/** What a task left behind. */
export interface Ran {
  readonly exitCode: number;
  /** What it wrote to `status-data`. */
  readonly data: Uint8Array;
  /** What reads of its sandbox give. */
  readonly file?: Uint8Array;
}

/** A gateway with a whole cluster in its head, over real gRPC: offers `cpus:1` of one agent after another and runs tasks by a function. */
export class FakeGateway {
  /** Calls of all clients in order. */
  readonly heard: SchedulerCall[] = [];
  readonly #run: (task: TaskInfo) => Ran | Promise<Ran>;
  readonly #clock = new SystemClock();
  readonly #server = new GrpcServer();
  readonly #streams: ServedStreams<SchedulerEvent, SchedulerCall>;
  readonly #files = new Map<string, Uint8Array>();
  #stream: StreamId | undefined;
  #numbers = 0;

  constructor(run: (task: TaskInfo) => Ran | Promise<Ran>) {
    this.#run = run;
    this.#streams = new ServedStreams({
      framing: messageFraming(SCHEDULER_SERVER),
      sink: { deliver: (event) => this.#deliver(event), room: () => Promise.resolve() },
      context: { epoch: () => NO_EPOCH, mayWrite: () => true },
      clock: this.#clock,
      limits: CLIENT_OUTBOX,
      streamsMax: 10,
    });
  }

  /** Starts to listen on that port (0 for any) and resolves with its address. */
  async listen(port = 0): Promise<string> {
    const readFile = unary({
      decode: (wire) => OPERATOR_SERVER.readFile.decode(wire),
      answer: (query) => {
        const whole = this.#files.get(query.taskId) ?? new Uint8Array(0);
        const data = whole.subarray(query.offset, query.offset + query.lengthMax);
        return { answer: 'data', data, sizeBytes: whole.length } as const;
      },
      encode: (answer) => OPERATOR_SERVER.readFile.encode(answer),
      onFault: () => undefined,
    });
    this.#server.add(serviceOf(loadPublic(), 'parley.scheduler.v1.SchedulerService'), {
      connect: this.#streams.handler,
    });
    this.#server.add(serviceOf(loadPublic(), 'parley.operator.v1.OperatorService'), { readFile });
    return `127.0.0.1:${String(await this.#server.listen(`127.0.0.1:${String(port)}`))}`;
  }

  /** Ends its streams and stops to listen. */
  async close(): Promise<void> {
    this.#streams.endAll({ kind: 'shutting-down', message: 'the gateway stops' });
    await this.#server.close(this.#clock, 0);
  }

  #deliver(event: StreamEvent<SchedulerCall>): void {
    if (event.event !== 'message') return;
    this.heard.push(event.message);
    this.#stream = event.stream;
    this.#answer(event.message);
  }

  #answer(call: SchedulerCall): void {
    switch (call.call) {
      case 'subscribe':
        this.#say({ event: 'subscribed', frameworkId: FRAMEWORK, heartbeatMs: 15_000 });
        if (call.suppressedRoles.length === 0) this.#offer();
        return;
      case 'revive':
        this.#result(call, { outcome: 'ok' });
        this.#offer();
        return;
      case 'accept':
        this.#result(call, { outcome: 'ok' });
        for (const { tasks } of call.operations) for (const { task } of tasks) void this.#launch(task);
        return;
      case 'heartbeat':
      case 'acknowledge':
        return;
      default:
        this.#result(call, { outcome: 'ok' });
    }
  }

  async #launch(task: TaskInfo): Promise<void> {
    const launchId = `1-1-${String((this.#numbers += 1))}` as LaunchId;
    this.#tell(task, 'running', { launchId });
    const { exitCode, data, file } = await this.#run(task);
    if (file !== undefined) this.#files.set(task.taskId, file);
    this.#tell(task, exitCode === 0 ? 'finished' : 'failed', { launchId, exitCode, data });
    this.#offer();
  }

  #tell(task: TaskInfo, state: 'running' | 'finished' | 'failed', parts: Parameters<typeof aStatus>[2]): void {
    const uuid = `u${String((this.#numbers += 1))}`;
    const { agentId } = task;
    this.#say({ event: 'status-updates', statuses: [aStatus(task.taskId, state, { uuid, agentId, ...parts })] });
  }

  #offer(): void {
    const number = (this.#numbers += 1);
    const agent = `a${String(number % 3)}`;
    this.#say({ event: 'offers', offers: [anOffer(`o${String(number)}`, 'cpus:1;mem:512', { agent })] });
  }

  #result(call: SessionCall, result: CallOutcome): void {
    if (call.callId !== '') this.#say({ event: 'call-result', callId: call.callId, result });
  }

  #say(event: SchedulerEvent): void {
    if (this.#stream === undefined) return;
    this.#streams.send(this.#stream, event);
    this.#streams.flush();
  }
}
