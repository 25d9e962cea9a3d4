import type { AgentId, FrameworkId } from '../kernel';
import { parseResources } from '../resources';
import type { Resources } from '../resources';
import { canonicalText, digestOfAgent } from './agent-digest';
import type { AuditedAgent, AuditedHolding } from './agent-digest';
import { fnv1a32 } from './fnv';

function amount(text: string): Resources {
  const parsed = parseResources(text);
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  return parsed.resources;
}

function holding(frameworkId: string, role: string, text: string): AuditedHolding {
  return { frameworkId: frameworkId as FrameworkId, role, resources: amount(text) };
}

/** The worked example of docs/allocator-contract.md. */
const EXAMPLE: AuditedAgent = {
  agentId: 'agent-7' as AgentId,
  standing: 'offerable',
  total: amount('mem:8192;cpus:4;ports:[31000-31009]'),
  holdings: [
    holding('F-1-1-2', 'web', 'cpus:0.5;mem:512;ports:[31000-31000]'),
    holding('F-1-1-1', 'web', 'cpus:1;mem:1024'),
    holding('F-1-1-1', 'batch', 'cpus:2'),
    holding('F-1-1-3', 'web', ''),
  ],
};

test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('FNV-1a of "%s" is the published one', (text, hash) => {
  expect(fnv1a32(Buffer.from(text, 'utf8'))).toBe(hash);
});

test('given an agent with holdings in any order, when it is written, then the lines stand in the order of the contract and nothing is left out but holdings of nothing', () => {
  expect(canonicalText(EXAMPLE)).toBe(
    [
      'agent-7',
      'offerable',
      'cpus:4;mem:8192;ports:[31000-31009]',
      'F-1-1-1 batch cpus:2',
      'F-1-1-1 web cpus:1;mem:1024',
      'F-1-1-2 web cpus:0.5;mem:512;ports:[31000-31000]',
      '',
    ].join('\n'),
  );
});

test('given qualified resources, when they are written, then they follow the plain ones in the order of what stands before the colon', () => {
  const total = amount('zz:1;cpus<revocable>:2;disk(eng)<shared:d1>:5;cpus(eng,eng/web):3;cpus:1;aa:2;cpus(eng):4');

  expect(canonicalText({ ...EXAMPLE, total, holdings: [] })).toBe(
    'agent-7\nofferable\ncpus:1;aa:2;cpus(eng):4;cpus(eng,eng/web):3;cpus<revocable>:2;disk(eng)<shared:d1>:5;zz:1\n',
  );
});

test('given the worked example, when it is digested, then the digest is the one that the contract quotes', () => {
  expect(digestOfAgent(EXAMPLE)).toBe('70354001');
});

test('given an agent without anything, when it is digested, then the digest still has 8 digits', () => {
  const bare = { ...EXAMPLE, total: amount(''), holdings: [] };

  expect(canonicalText(bare)).toBe('agent-7\nofferable\n\n');
  expect(digestOfAgent(bare)).toMatch(/^[0-9a-f]{8}$/);
});

test.each<readonly [string, Partial<AuditedAgent>]>([
  ['its id', { agentId: 'agent-8' as AgentId }],
  ['its standing', { standing: 'draining' }],
  ['what it has', { total: amount('cpus:4;mem:8191;ports:[31000-31009]') }],
  ['what is held', { holdings: [holding('F-1-1-1', 'web', 'cpus:1;mem:1024')] }],
  ['who holds it', { holdings: [...EXAMPLE.holdings].map((held) => ({ ...held, role: `${held.role}2` })) }],
])('given two agents that differ in %s, when they are digested, then the digests differ', (_what, difference) => {
  expect(digestOfAgent({ ...EXAMPLE, ...difference })).not.toBe(digestOfAgent(EXAMPLE));
});
