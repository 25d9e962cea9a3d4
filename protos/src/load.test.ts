import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Options } from '@grpc/proto-loader';

import type {
  Epoch as InternalEpoch,
  Epoch__Output as InternalEpochOutput,
} from './generated/internal/parley/types/v1/Epoch';
import type { SchedulerServiceDefinition } from './generated/public/parley/scheduler/v1/SchedulerService';
import type { Epoch, Epoch__Output } from './generated/public/parley/types/v1/Epoch';
import {
  DESCRIPTOR_PATH,
  INTERNAL_OPTIONS,
  PUBLIC_OPTIONS,
  codecOf,
  loadInternal,
  loadPublic,
  protoFiles,
  serviceOf,
} from './load';

/** The options of proto-loader that change the shape of a decoded message. */
const SHAPING = ['longs', 'enums', 'bytes', 'defaults', 'arrays', 'objects', 'oneofs', 'keepCase', 'json'] as const;

/** The flags of proto-loader-gen-types that say the same as some options, sorted. */
function flagsOf(options: Options): readonly string[] {
  return SHAPING.flatMap((name) => {
    const value = options[name];
    if (value === undefined || value === false) return [];
    return [typeof value === 'function' ? `--${name}=${value.name}` : `--${name}`];
  }).sort();
}

/** The shaping flags in one npm script of this package, sorted. */
function flagsOfScript(name: string): readonly string[] {
  const manifest: unknown = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'));
  const { scripts } = manifest as { scripts: Readonly<Record<string, string>> };
  const isShaping = (flag: string): boolean => SHAPING.some((option) => flag.startsWith(`--${option}`));
  return (scripts[name] ?? '').split(' ').filter(isShaping).sort();
}

describe('the two ways to load the contract', () => {
  test('given the public options, when the types are generated, then the flags say the same', () => {
    expect(flagsOfScript('gen:public')).toEqual(flagsOf(PUBLIC_OPTIONS));
  });

  test('given the internal options, when the types are generated, then the flags say the same', () => {
    expect(flagsOfScript('gen:internal')).toEqual(flagsOf(INTERNAL_OPTIONS));
  });

  test('given the contract, when it is loaded again, then it is answered from memory', () => {
    expect(loadPublic()).toBe(loadPublic());
    expect(loadInternal()).toBe(loadInternal());
  });

  test('given both ways, when they are compared, then they hold the same names', () => {
    expect(Object.keys(loadPublic()).sort()).toEqual(Object.keys(loadInternal()).sort());
  });

  test('given a name that is no service, when it is asked for, then the error says so', () => {
    expect(() => serviceOf(loadPublic(), 'parley.none.v1.NoService')).toThrow(
      'the contract holds no service parley.none.v1.NoService',
    );
  });

  test('given every file of the contract, when the descriptor is read, then it names them all', () => {
    expect(existsSync(DESCRIPTOR_PATH)).toBe(true);
    const descriptor = readFileSync(DESCRIPTOR_PATH, 'latin1');
    for (const file of protoFiles()) expect(descriptor).toContain(file);
  });

  test('given a message of the public contract, when it goes over the wire, then 64-bit integers are strings and defaults are filled in', () => {
    const codec = codecOf<Epoch, Epoch__Output>(loadPublic(), 'parley.types.v1.Epoch');

    const decoded = codec.decode(codec.encode({ clusterId: 'c1', revision: '9007199254740993' }));

    expect(decoded).toEqual({ clusterId: 'c1', incarnation: '0', revision: '9007199254740993' });
  });

  test('given a message of the internal links, when it goes over the wire, then integers are numbers and nothing is filled in', () => {
    const codec = codecOf<InternalEpoch, InternalEpochOutput>(loadInternal(), 'parley.types.v1.Epoch');

    const decoded = codec.decode(codec.encode({ clusterId: 'c1', revision: 7 }));

    expect(decoded).toEqual({ clusterId: 'c1', revision: 7 });
  });

  test('given bytes that are no message, when they are decoded, then it throws', () => {
    const codec = codecOf<Epoch, Epoch__Output>(loadPublic(), 'parley.types.v1.Epoch');

    expect(() => codec.decode(Buffer.from([0x0a, 0xff]))).toThrow();
  });

  test('given a service of the contract, when it is asked for, then its methods are what a server registers', () => {
    const service = serviceOf<SchedulerServiceDefinition>(loadPublic(), 'parley.scheduler.v1.SchedulerService');

    expect(service.Connect.path).toBe('/parley.scheduler.v1.SchedulerService/Connect');
  });

  test('given the name of a service, when it is asked for as a message, then the error says so', () => {
    expect(() => codecOf(loadPublic(), 'parley.scheduler.v1.SchedulerService')).toThrow(
      'the contract holds no message parley.scheduler.v1.SchedulerService',
    );
  });
});
