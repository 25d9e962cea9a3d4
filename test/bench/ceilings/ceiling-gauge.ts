import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Client } from '@grpc/grpc-js';
import { Channels } from '@parley/common/rpc';
import { usageOf } from '../process-meter';
import { TASKS_PER_BATCH, ceilingMessage, ceilingMethod } from './ceiling-contract';
import type { CeilingKind } from './ceiling-contract';

/** Messages on their way at once. */
const IN_FLIGHT = { bidi: 256, batch: 16 } as const satisfies Record<CeilingKind, number>;

/** What the transport alone can do, in tasks per second. */
export interface Ceilings {
  /** One task per message, 256 messages in flight. */
  readonly bidiPerSecond: number;
  /** {@link TASKS_PER_BATCH} tasks per message, 16 messages in flight. */
  readonly batchPerSecond: number;
  /** What a message of the first kind and its answer cost both processes together, in microseconds of processor time. */
  readonly bidiCpuMicros: number;
}

/** Measures what pipelined streams between this process and another can carry, with the same grpc-js and the same loader as the services. */
export class CeilingGauge {
  readonly #server: ChildProcess;
  readonly #channels = new Channels();
  readonly #target: string;
  readonly #client: Client;

  private constructor(server: ChildProcess, target: string) {
    this.#server = server;
    this.#target = target;
    this.#client = this.#channels.take(target);
  }

  /** Starts the answering process and warms both halves up for `warmUpMs` per kind. */
  static async start(warmUpMs: number): Promise<CeilingGauge> {
    const server = fork(join(__dirname, 'ceiling-server.js'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const [{ port }] = (await once(server, 'message')) as [{ readonly port: number }];
    const gauge = new CeilingGauge(server, `127.0.0.1:${String(port)}`);
    await gauge.measure(warmUpMs);
    return gauge;
  }

  /** One measurement of both kinds, each for `durationMs`. */
  async measure(durationMs: number): Promise<Ceilings> {
    const cpuBefore = this.#cpuSeconds();
    const bidi = await this.#rate('bidi', durationMs);
    const bidiCpuMicros = ((this.#cpuSeconds() - cpuBefore) * 1e6) / bidi.answered;
    const batch = await this.#rate('batch', durationMs);
    return { bidiPerSecond: bidi.perSecond, batchPerSecond: batch.perSecond * TASKS_PER_BATCH, bidiCpuMicros };
  }

  stop(): void {
    this.#channels.release(this.#target);
    this.#server.kill();
  }

  #cpuSeconds(): number {
    return usageOf(process.pid).cpuSeconds + usageOf(this.#server.pid ?? 0).cpuSeconds;
  }

  /** Messages that were answered, and how many per second. */
  async #rate(
    kind: CeilingKind,
    durationMs: number,
  ): Promise<{ readonly answered: number; readonly perSecond: number }> {
    const method = ceilingMethod(kind);
    const call = this.#client.makeBidiStreamRequest(
      method.path,
      (message: object) => method.requestSerialize(message),
      (bytes: Buffer) => method.responseDeserialize(bytes),
      {},
    );
    const message = ceilingMessage(kind);
    const began = performance.now();
    let answered = 0;
    let waiting = 0;
    let endedAt = 0;
    call.on('data', () => {
      answered += 1;
      waiting -= 1;
      // The clock is read once in 16 messages: it should not be part of what is measured.
      if (endedAt === 0 && (answered & 15) === 0 && performance.now() - began >= durationMs)
        endedAt = performance.now();
      if (endedAt === 0) {
        call.write(message);
        waiting += 1;
      } else if (waiting === 0) call.end();
    });
    for (; waiting < IN_FLIGHT[kind]; waiting += 1) call.write(message);
    await once(call, 'end');
    return { answered, perSecond: (answered * 1_000) / (performance.now() - began) };
  }
}
