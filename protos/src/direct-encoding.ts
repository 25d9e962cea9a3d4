import { join } from 'node:path';

import type { AnyDefinition, MessageTypeDefinition, PackageDefinition } from '@grpc/proto-loader';
import { Root } from 'protobufjs';
import type { Type } from 'protobufjs';

/** Where the files of a contract lie. */
export interface ContractFiles {
  readonly folder: string;
  /** Relative to the folder, which imports are relative to as well. */
  readonly files: readonly string[];
}

type Serialize = (message: object) => Buffer;

/**
 * The same definitions with serialisers that encode what they are given as it is. proto-loader's own first copy each message, to turn names of
 * enum values and decimal texts into numbers; messages of the internal links hold numbers already, and encoding one costs a third less so.
 */
export function withDirectEncoding(packages: PackageDefinition, contract: ContractFiles): PackageDefinition {
  const root = new Root();
  root.resolvePath = (_origin, target) => join(contract.folder, target);
  root.loadSync([...contract.files]);
  root.resolveAll();
  const directed: PackageDefinition = {};
  for (const [name, definition] of Object.entries(packages)) {
    if (isMessage(definition)) directed[name] = { ...definition, serialize: direct(root.lookupType(name)) };
    else if ('format' in definition) directed[name] = definition;
    else directed[name] = withDirectMethods(root, name, definition);
  }
  return directed;
}

/** Whether a definition is a message, with a serialiser of its own. */
export function isMessage(definition: AnyDefinition): definition is MessageTypeDefinition<object, object> {
  return 'format' in definition && 'serialize' in definition;
}

function withDirectMethods<Methods extends object>(root: Root, service: string, methods: Methods): Methods {
  const { methods: reflected } = root.lookupService(service);
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]: [string, object]) => {
      const { resolvedRequestType, resolvedResponseType } = reflected[name] ?? {};
      if (!resolvedRequestType || !resolvedResponseType) return [name, method];
      const requestSerialize = direct(resolvedRequestType);
      return [name, { ...method, requestSerialize, responseSerialize: direct(resolvedResponseType) }];
    }),
  ) as Methods;
}

function direct(type: Type): Serialize {
  return (message) => type.encode(message).finish() as Buffer;
}
