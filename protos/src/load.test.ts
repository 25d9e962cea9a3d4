import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Options } from '@grpc/proto-loader';

import {
  DESCRIPTOR_PATH,
  INTERNAL_OPTIONS,
  PUBLIC_OPTIONS,
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
});
