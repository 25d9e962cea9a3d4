import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { ServiceDefinition as GrpcServiceDefinition } from '@grpc/grpc-js';
import {
  loadSync,
  type AnyDefinition,
  type MessageTypeDefinition,
  type Options,
  type PackageDefinition,
  type ServiceDefinition,
} from '@grpc/proto-loader';

import { isMessage, withDirectCodecs } from './direct-codec';

/** The root of the package, which is one folder up both from the sources and from the build. */
const PACKAGE_DIR = join(__dirname, '..');

/**
 * How the public contract is decoded: 64-bit integers and enums as strings, absent scalars and lists as their defaults, the member that is set
 * in a oneof by name. The flags of `npm run gen:public` say the same to the type generator.
 */
export const PUBLIC_OPTIONS = { longs: String, enums: String, defaults: true, oneofs: true } as const satisfies Options;

/**
 * How the links between Parley's own services are decoded: numbers throughout and nothing filled in, because that is cheaper; the codecs reject
 * unsafe numbers. The flags of `npm run gen:internal` say the same to the type generator.
 */
export const INTERNAL_OPTIONS = { longs: Number, oneofs: true } as const satisfies Options;

/** The whole contract as a serialized `FileDescriptorSet`, for server reflection. */
export const DESCRIPTOR_PATH = join(PACKAGE_DIR, 'src', 'generated', 'descriptor.binpb');

/** Turns messages of one type into bytes and back, with the options of the contract it was taken from. */
export interface MessageCodec<Input, Output> {
  /** Fields that the message type does not know are dropped without a word: build messages from the generated types. */
  encode(message: Input): Buffer;
  /** Throws on bytes that are not a message of this type. */
  decode(bytes: Buffer): Output;
}

let publicPackages: PackageDefinition | undefined;
let internalPackages: PackageDefinition | undefined;

/** Every message and service of the contract with `PUBLIC_OPTIONS`. Reads the files at the first call, then answers from memory. */
export function loadPublic(): PackageDefinition {
  return (publicPackages ??= load(PUBLIC_OPTIONS));
}

/** Every message and service of the contract with `INTERNAL_OPTIONS`, encoded and decoded without copies. Reads the files at the first call, then answers from memory. */
export function loadInternal(): PackageDefinition {
  return (internalPackages ??= withDirectCodecs(load(INTERNAL_OPTIONS), {
    folder: PACKAGE_DIR,
    files: protoFiles(),
  }));
}

/**
 * The service of that full name (`parley.master.v1.AgentLinkService`), as `Server.addService` and `makeGenericClientConstructor` of grpc-js take
 * it. `Definition` is the generated `…ServiceDefinition` interface. Throws when the contract holds no such service.
 */
export function serviceOf<Definition extends GrpcServiceDefinition>(
  packages: PackageDefinition,
  fullName: string,
): Definition {
  const found = packages[fullName];
  if (found === undefined || !isService(found)) throw new Error(`the contract holds no service ${fullName}`);
  return found as unknown as Definition;
}

/** The codec of the message of that full name (`parley.types.v1.Offer`). Throws when the contract holds no such message. */
export function codecOf<Input extends object, Output extends object>(
  packages: PackageDefinition,
  fullName: string,
): MessageCodec<Input, Output> {
  const found = packages[fullName];
  if (found === undefined || !isMessage(found)) throw new Error(`the contract holds no message ${fullName}`);
  const { serialize, deserialize } = found as unknown as MessageTypeDefinition<Input, Output>;
  return { encode: serialize, decode: deserialize };
}

/** Where the contract's files lie, relative to the package, in an order that does not depend on the file system. */
export function protoFiles(): readonly string[] {
  return readdirSync(join(PACKAGE_DIR, 'parley'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.proto'))
    .map((path) => join('parley', path))
    .sort();
}

function load(options: Options): PackageDefinition {
  return loadSync([...protoFiles()], { ...options, includeDirs: [PACKAGE_DIR] });
}

function isService(definition: AnyDefinition): definition is ServiceDefinition {
  return !('format' in definition);
}
