import { join } from 'node:path';

import type { AnyDefinition, MessageTypeDefinition, PackageDefinition } from '@grpc/proto-loader';
import { BufferReader, Root } from 'protobufjs';
import type { Type } from 'protobufjs';

/** Where the files of a contract lie. */
export interface ContractFiles {
  readonly folder: string;
  /** Relative to the folder, which imports are relative to as well. */
  readonly files: readonly string[];
}

interface DirectCodec {
  readonly serialize: (message: object) => Buffer;
  readonly deserialize: (bytes: Buffer) => object;
}

/**
 * The same definitions without the copies that proto-loader makes of every message on its way in and out, which cost as much as encoding and
 * decoding themselves. Messages to encode must hold numbers for enum values and 64-bit integers; decoded ones hold them too, and what is absent
 * from them reads as zero, empty or null, without being a property of their own.
 */
export function withDirectCodecs(packages: PackageDefinition, contract: ContractFiles): PackageDefinition {
  const root = new Root();
  root.resolvePath = (_origin, target) => join(contract.folder, target);
  root.loadSync([...contract.files]);
  root.resolveAll();
  const codecs = new Map<Type, DirectCodec>();
  const codecOf = (type: Type): DirectCodec => {
    const codec = codecs.get(type) ?? directCodec(type);
    codecs.set(type, codec);
    return codec;
  };
  const directed: PackageDefinition = {};
  for (const [name, definition] of Object.entries(packages)) {
    if (isMessage(definition)) directed[name] = { ...definition, ...codecOf(root.lookupType(name)) };
    else if ('format' in definition) directed[name] = definition;
    else directed[name] = withDirectMethods(definition, root.lookupService(name).methods, codecOf);
  }
  return directed;
}

/** Whether a definition is a message, with a serialiser of its own. */
export function isMessage(definition: AnyDefinition): definition is MessageTypeDefinition<object, object> {
  return 'format' in definition && 'serialize' in definition;
}

function withDirectMethods<Methods extends object>(
  methods: Methods,
  reflected: Readonly<Record<string, { resolvedRequestType: Type | null; resolvedResponseType: Type | null }>>,
  codecOf: (type: Type) => DirectCodec,
): Methods {
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]: [string, object]) => {
      const { resolvedRequestType, resolvedResponseType } = reflected[name] ?? {};
      if (!resolvedRequestType || !resolvedResponseType) return [name, method];
      const [request, response] = [codecOf(resolvedRequestType), codecOf(resolvedResponseType)];
      const encoding = { requestSerialize: request.serialize, responseSerialize: response.serialize };
      const decoding = { requestDeserialize: request.deserialize, responseDeserialize: response.deserialize };
      return [name, { ...method, ...encoding, ...decoding }];
    }),
  ) as Methods;
}

function directCodec(type: Type): DirectCodec {
  readNumbersFrom(type);
  return {
    serialize: (message) => type.encode(message).finish() as Buffer,
    deserialize: (bytes) => type.decode(new NumberReader(bytes)),
  };
}

const NO_BYTES = new Uint8Array(0);

/** What is absent from a decoded message reads as a number or as bytes, like what is there, and as null where absence has a meaning. */
function readNumbersFrom(type: Type): void {
  const absent: Record<string, unknown> = type.ctor.prototype;
  for (const field of type.fieldsArray) {
    const { name, options, repeated, type: kind } = field.resolve();
    if (options?.['proto3_optional'] === true) absent[name] = null;
    else if (!repeated && kind === 'int64') absent[name] = 0;
    else if (!repeated && kind === 'bytes') absent[name] = NO_BYTES;
  }
}

/** A reader that makes plain numbers of 64-bit integers. Those beyond the safe ones lose digits, and negative ones come out as huge: the codecs
 *  behind refuse both. */
class NumberReader extends BufferReader {}

Object.assign(NumberReader.prototype, {
  int64(this: BufferReader): number {
    let value = 0;
    let scale = 1;
    for (let count = 0; count < 10; count += 1) {
      const byte = this.pos < this.len ? this.buf[this.pos] : undefined;
      if (byte === undefined) throw new RangeError('a message ends within a number');
      this.pos += 1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
    throw new RangeError('a number has more than ten bytes');
  },
});
