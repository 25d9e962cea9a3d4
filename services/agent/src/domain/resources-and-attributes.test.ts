import { parseResources } from '@parley/common/resources';
import { amount } from '../testing/given-agent';
import { parseAttributes } from './attributes';
import { NOTHING_STATED, totalResources } from './default-resources';
import type { StatedResources } from './default-resources';

const GIB = 1024 ** 3;

function stated(text: string): StatedResources {
  const parsed = parseResources(text);
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  return parsed;
}

test.each([
  [
    'a large machine',
    { cpus: 8, memoryBytes: 16 * GIB, diskBytes: 100 * GIB },
    'cpus:8;mem:15360;disk:97280;ports:[31000-32000]',
  ],
  [
    'a small machine',
    { cpus: 1, memoryBytes: 1 * GIB, diskBytes: 8 * GIB },
    'cpus:1;mem:512;disk:4096;ports:[31000-32000]',
  ],
  [
    'the limits',
    { cpus: 2, memoryBytes: 2 * GIB, diskBytes: 10 * GIB },
    'cpus:2;mem:1024;disk:5120;ports:[31000-32000]',
  ],
  [
    'an unknown machine',
    { cpus: undefined, memoryBytes: undefined, diskBytes: undefined },
    'cpus:1;mem:1024;disk:10240;ports:[31000-32000]',
  ],
])('given %s, when nothing is stated, then the agent offers what the rules leave', (_which, facts, expected) => {
  expect(totalResources(NOTHING_STATED, facts)).toEqual(amount(expected));
});

test('given some resources, when they are stated, then only the other known names are detected', () => {
  const facts = { cpus: 8, memoryBytes: 16 * GIB, diskBytes: 100 * GIB };

  expect(totalResources(stated('cpus:2.5;gpus:1;disk:0;zones:{a,b}'), facts)).toEqual(
    amount('cpus:2.5;gpus:1;mem:15360;ports:[31000-32000];zones:{a,b}'),
  );
  expect(totalResources(stated('ports:[1-2]'), facts)).toEqual(amount('cpus:8;mem:15360;disk:97280;ports:[1-2]'));
});

test('given reserved resources, when they are stated, then nothing of their name is detected beside them', () => {
  const facts = { cpus: 8, memoryBytes: 16 * GIB, diskBytes: 100 * GIB };

  expect(totalResources(stated('cpus(eng):4;disk(eng)<shared:data>:100;ports(eng):[1-2]'), facts)).toEqual(
    amount('cpus(eng):4;disk(eng)<shared:data>:100;mem:15360;ports(eng):[1-2]'),
  );
});

test('given attributes in text, when they are read, then order and repeats are kept and kinds told apart', () => {
  expect(parseAttributes('rack:abc;zone:west; level:10.5 ;slots:[1-4,7-8];zone:east;url:http://x')).toEqual({
    ok: true,
    attributes: [
      { kind: 'text', name: 'rack', text: 'abc' },
      { kind: 'text', name: 'zone', text: 'west' },
      { kind: 'scalar', name: 'level', milli: 10_500 },
      {
        kind: 'ranges',
        name: 'slots',
        ranges: [
          { begin: 1, end: 4 },
          { begin: 7, end: 8 },
        ],
      },
      { kind: 'text', name: 'zone', text: 'east' },
      { kind: 'text', name: 'url', text: 'http://x' },
    ],
  });
});

test('given faulty attributes, when they are read, then every fault is reported', () => {
  const parsed = parseAttributes('rack;zone:;a b:c;set:{x};r:[4-1]');

  expect(parsed.ok ? [] : parsed.problems).toHaveLength(5);
});
