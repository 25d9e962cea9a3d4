import { status } from '@grpc/grpc-js';
import type { ServiceDefinition } from '@grpc/grpc-js';
import type { StreamContext, StreamSink } from '@parley/common/actor';
import { MalformedMessage, NO_EPOCH } from '@parley/common/kernel';
import type { Clock } from '@parley/common/kernel';
import { CLIENT_OUTBOX, ServedStreams, messageFraming } from '@parley/common/rpc';
import type { GrpcServer, MessageCodec } from '@parley/common/rpc';
import type { DescriptorCatalog } from './descriptor-catalog';
import { lengthDelimited, natural, rawFields } from './protobuf';

/** Field numbers of ServerReflectionRequest, the same in v1 and v1alpha. */
const ASK = { fileByName: 3, fileOfSymbol: 4, fileOfExtension: 5, extensionNumbers: 6, services: 7 } as const;
/** Field numbers of ServerReflectionResponse and of the messages inside it. */
const TELL = { originalRequest: 2, files: 4, services: 6, error: 7 } as const;
const FIRST = 1;
const ERROR_MESSAGE = 2;

/** More reflection streams than this at once are refused. */
const STREAMS_MAX = 100;

/** The newest version first, as clients ask for it; older ones ask for v1alpha only. */
const VERSIONS = ['v1', 'v1alpha'] as const;

/** A client's question with the bytes it came in, which the answer repeats. */
export interface ReflectionQuestion {
  readonly bytes: Buffer;
  /** Which of the questions it is; undefined for one that is not known. */
  readonly asked: number | undefined;
  readonly text: string;
}

/** Reads a question. Of several members the last one counts, as everywhere in protobuf. Throws MalformedMessage. */
export function decodeQuestion(wire: unknown): ReflectionQuestion {
  if (!Buffer.isBuffer(wire)) throw new MalformedMessage('request', 'must be bytes');
  const known: readonly number[] = Object.values(ASK);
  let question: ReflectionQuestion = { bytes: wire, asked: undefined, text: '' };
  for (const { number, bytes } of rawFields(wire)) {
    if (known.includes(number) && bytes !== undefined)
      question = { bytes: wire, asked: number, text: bytes.toString('utf8') };
  }
  return question;
}

/** The serialized answer to one question. */
export function answerQuestion(catalog: DescriptorCatalog, question: ReflectionQuestion): Buffer {
  return Buffer.concat([lengthDelimited(TELL.originalRequest, question.bytes), bodyOf(catalog, question)]);
}

function bodyOf(catalog: DescriptorCatalog, { asked, text }: ReflectionQuestion): Buffer {
  switch (asked) {
    case ASK.services: {
      const names = catalog.services.map((name) => lengthDelimited(FIRST, lengthDelimited(FIRST, name)));
      return lengthDelimited(TELL.services, Buffer.concat(names));
    }
    case ASK.fileByName:
      return filesBody(catalog.withImports(text), `no file ${text} is part of the contract`);
    case ASK.fileOfSymbol:
      return filesBody(catalog.withImports(catalog.fileOf(text) ?? ''), `the contract declares no ${text}`);
    case ASK.fileOfExtension:
    case ASK.extensionNumbers:
      return errorBody(status.NOT_FOUND, 'the contract has no extensions');
    default:
      return errorBody(status.UNIMPLEMENTED, 'this question is not known');
  }
}

function filesBody(files: readonly Buffer[] | undefined, missing: string): Buffer {
  if (files === undefined) return errorBody(status.NOT_FOUND, missing);
  return lengthDelimited(TELL.files, Buffer.concat(files.map((file) => lengthDelimited(FIRST, file))));
}

function errorBody(code: status, message: string): Buffer {
  return lengthDelimited(TELL.error, Buffer.concat([natural(FIRST, code), lengthDelimited(ERROR_MESSAGE, message)]));
}

const CODEC: MessageCodec<Buffer, ReflectionQuestion> = {
  encode: (answer) => answer,
  decode: decodeQuestion,
  sizeOf: (answer) => answer.length,
};

const CONTEXT: StreamContext = { epoch: () => NO_EPOCH, mayWrite: () => true };

/** Adds server reflection (v1 and v1alpha) to a server, so that tools can call it without having the contract. */
export function addReflection(server: GrpcServer, catalog: DescriptorCatalog, clock: Clock): void {
  for (const version of VERSIONS) {
    const streams: ServedStreams<Buffer, ReflectionQuestion> = new ServedStreams({
      framing: messageFraming(CODEC),
      sink: sinkOf(catalog, (stream, answer) => {
        streams.send(stream, answer);
        streams.flush();
      }),
      context: CONTEXT,
      clock,
      limits: CLIENT_OUTBOX,
      streamsMax: STREAMS_MAX,
    });
    server.add(definitionOf(version), { serverReflectionInfo: streams.handler });
  }
}

type SendAnswer = (stream: Parameters<ServedStreams<Buffer, ReflectionQuestion>['send']>[0], answer: Buffer) => void;

function sinkOf(catalog: DescriptorCatalog, send: SendAnswer): StreamSink<ReflectionQuestion> {
  return {
    deliver: (event) => {
      if (event.event === 'message') send(event.stream, answerQuestion(catalog, event.message));
    },
    room: async () => {},
  };
}

function definitionOf(version: string): ServiceDefinition {
  const asIs = (bytes: Buffer): Buffer => bytes;
  return {
    serverReflectionInfo: {
      path: `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`,
      requestStream: true,
      responseStream: true,
      requestSerialize: asIs,
      requestDeserialize: asIs,
      responseSerialize: asIs,
      responseDeserialize: asIs,
    },
  };
}
