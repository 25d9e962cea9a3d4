import { MalformedMessage } from '../kernel';
import type { RoleDemand } from '../contract';
import { decodeAllocatorDown } from './allocator-down-codec';
import { decodeAllocatorUp } from './allocator-up-codec';
import { decodeRoleDemand } from './demand-codec';
import { decodeOfferSettings } from './offer-settings-codec';
import { decodeAmounts } from './quota-codec';

const CPUS = [{ name: 'cpus', value: 'milli' as const, milli: 1000 }];

test('given demands, when they are read, then what is not stated, nothing, and something are told apart', () => {
  const read = (demand: Parameters<typeof decodeRoleDemand>[0]['demand']): RoleDemand['shapes'] =>
    decodeRoleDemand({ role: 'eng', demand }).shapes;

  expect(read(null)).toBeUndefined();
  expect(read({})).toEqual([]);
  expect(read({ shapes: [{ resources: CPUS, count: '3' }] })).toMatchObject([{ count: 3 }]);
});

test.each([
  [{ resources: CPUS }, 'demand.shapes[0].count must be 1 or more'],
  [{ resources: [], count: 1 }, 'demand.shapes[0].resources must not be empty'],
])('given a shape such as %p, when it is read, then the fault is named', (shape, message) => {
  expect(() => decodeRoleDemand({ role: 'eng', demand: { shapes: [shape] } })).toThrow(message);
});

test('given quantities of which a name repeats, when they are read, then that is malformed', () => {
  const twice = [
    { name: 'cpus', milli: 1 },
    { name: 'cpus', milli: 2 },
  ];

  expect(() => decodeAmounts(twice, 'limits')).toThrow('limits[1].name must not repeat cpus');
});

test.each([
  [{ test: 1 }, 'selector'],
  [{ selector: 1, test: 1 }, 'attribute must not be empty'],
  [{ selector: 2, attribute: 'rack', test: 1 }, 'attribute must be empty'],
  [{ selector: 2 }, 'test'],
  [{ selector: 2, test: 2, text: 'x' }, 'text must be empty'],
  [{ selector: 77, test: 1 }, 'selector'],
])('given a constraint of a framework such as %p, when it is read, then the fault is named', (constraint, message) => {
  const wire = { role: 'eng', constraintGroups: [{ constraints: [constraint] }] };

  expect(() => decodeOfferSettings(wire)).toThrow(MalformedMessage);
  expect(() => decodeOfferSettings(wire)).toThrow(message);
});

test('given items of a newer master, when an older allocator reads them, then what it does not know offers nobody anything', () => {
  const agent = { agentId: 'a1', standing: 99 };
  const role = { role: 'eng', constraintGroups: [{ constraints: [{ selector: 99, test: 1 }] }] };
  const framework = { frameworkId: 'F', roles: [role], capabilities: [99, 3], active: true };
  const refused = { proposalId: 1, reason: 99, retryAfterMs: 5 };

  expect(decodeAllocatorDown({ item: 'agent', agent })).toMatchObject({ agent: { standing: 'disconnected' } });
  expect(decodeAllocatorDown({ item: 'framework', framework })).toMatchObject({
    framework: {
      capabilities: ['gpu-resources'],
      roles: [{ constraintGroups: [[{ selector: { select: 'hostname' }, predicate: { test: 'not-exists' } }]] }],
    },
  });
  expect(decodeAllocatorDown({ item: 'role', role: { role: 'eng', weight: 1, packing: 99 } })).toMatchObject({
    packing: 'whole-agent',
    quota: { guarantee: new Map(), limit: new Map() },
  });
  expect(decodeAllocatorDown({ item: 'refused', refused })).toMatchObject({ reason: 'not-available' });
});

test('given an allocator that can do more than the master knows, when it is ready, then what is not known is left out', () => {
  const ready = { name: 'n', policy: 'p', capabilities: [2, 0, 99, 2] };

  expect(decodeAllocatorUp({ item: 'ready', ready })).toMatchObject({ capabilities: ['shares'] });
});
