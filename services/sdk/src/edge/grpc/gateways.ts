import type { MethodDefinition } from '@grpc/grpc-js';
import { SystemClock } from '@parley/common/actor';
import type { DialedStreamsFactory } from '@parley/common/actor';
import { FILE_READ_BYTES_MAX } from '@parley/common/contract';
import type { FileAnswer, SchedulerCall, SchedulerEvent } from '@parley/common/contract';
import { after, required } from '@parley/common/kernel';
import type { FrameworkId } from '@parley/common/kernel';
import { callUnary, Channels, CLIENT_OUTBOX, ClientStreams, endOf, messageFraming } from '@parley/common/rpc';
import { OPERATOR_CLIENT, SCHEDULER_CLIENT } from '@parley/common/wire';
import { loadPublic, serviceOf } from '@parley/protos';
import { toTaskId } from '../../ids';

/** What was read of a file, or why nothing could be. `sizeBytes` is larger than the data when the file is. */
export type SandboxFile =
  | { readonly ok: true; readonly data: Uint8Array; readonly sizeBytes: number }
  | { readonly ok: false; readonly message: string };

/** Which file, and how much of it. */
export interface SandboxPath {
  readonly frameworkId: FrameworkId;
  readonly taskId: string;
  /** Below the sandbox. */
  readonly path: string;
  readonly bytesMax: number;
}

const READ_DEADLINE_MS = 5_000;
/** Reads that fail because a gateway, the leader or the agent is away are repeated for about half a minute. */
const READ_ATTEMPTS_MAX = 30;
const READ_PAUSE_MS = 1_000;

/** The gateways as one framework uses them: its stream to one of them, and reads of sandboxes through any. */
export class Gateways {
  readonly clock = new SystemClock();
  readonly #channels = new Channels();
  readonly #addresses: readonly string[];
  /** Index of the gateway to ask first: the one that the session goes through. */
  #preferred = 0;

  constructor(addresses: readonly string[]) {
    this.#addresses = addresses;
  }

  /** Streams of the public contract. */
  get streams(): DialedStreamsFactory<SchedulerCall, SchedulerEvent> {
    return (sink, context) =>
      new ClientStreams({
        method: methodOf('parley.scheduler.v1.SchedulerService', 'Connect'),
        channels: this.#channels,
        framing: messageFraming(SCHEDULER_CLIENT),
        sink,
        context,
        clock: this.clock,
        limits: CLIENT_OUTBOX,
      });
  }

  /** The gateway that is known to work. */
  prefer(address: string): void {
    this.#preferred = Math.max(this.#addresses.indexOf(address), 0);
  }

  /** Reads a file from its beginning, in pieces, until its end or `bytesMax`. */
  async readSandboxFile(file: SandboxPath): Promise<SandboxFile> {
    const pieces: Uint8Array[] = [];
    let offset = 0;
    for (;;) {
      const lengthMax = Math.min(FILE_READ_BYTES_MAX, file.bytesMax - offset);
      const piece = await this.#readPatiently(file, offset, lengthMax);
      if (!('data' in piece)) return { ok: false, message: piece.message };
      pieces.push(piece.data);
      offset += piece.data.length;
      const finished = piece.data.length === 0 || offset >= piece.sizeBytes || offset >= file.bytesMax;
      if (finished)
        return { ok: true, data: Buffer.concat(pieces).subarray(0, file.bytesMax), sizeBytes: piece.sizeBytes };
    }
  }

  async #readPatiently(file: SandboxPath, offset: number, lengthMax: number): Promise<Piece> {
    let piece: Piece = { message: 'the file was not read', passing: true };
    for (let attempt = 0; attempt < READ_ATTEMPTS_MAX; attempt += 1) {
      const address = this.#addresses[(this.#preferred + attempt) % this.#addresses.length] ?? '';
      piece = await this.#readFrom(address, file, { offset, lengthMax });
      if ('data' in piece || !piece.passing) return piece;
      await new Promise<void>((resolve) => this.clock.at(after(this.clock.now(), READ_PAUSE_MS), resolve));
    }
    return piece;
  }

  async #readFrom(
    address: string,
    file: SandboxPath,
    part: { readonly offset: number; readonly lengthMax: number },
  ): Promise<Piece> {
    const { frameworkId, taskId, path } = file;
    const query = { query: 'read-file', frameworkId, taskId: toTaskId(taskId), path, ...part } as const;
    const request = OPERATOR_CLIENT.readFile.encode(query);
    const method = methodOf('parley.operator.v1.OperatorService', 'ReadFile');
    try {
      const wire = await callUnary(this.#channels, address, {
        method,
        request,
        deadlineMs: READ_DEADLINE_MS,
        clock: this.clock,
      });
      return OPERATOR_CLIENT.readFile.decode(wire);
    } catch (error) {
      const { kind, message } = endOf(error);
      return { message, passing: kind !== 'malformed' && kind !== 'refused' && !isNotFound(error) };
    }
  }
}

/** A part of a file, or why it was not read; `passing` when another attempt may succeed. */
type Piece = Extract<FileAnswer, { answer: 'data' }> | { readonly message: string; readonly passing: boolean };

/** gRPC's code for what is not there. */
const NOT_FOUND = 5;

function isNotFound(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === NOT_FOUND;
}

function methodOf(service: string, name: string): MethodDefinition<object, object> {
  const methods: Readonly<Record<string, MethodDefinition<object, object>>> = serviceOf(loadPublic(), service);
  return required(methods[name], `${service}/${name}`);
}
