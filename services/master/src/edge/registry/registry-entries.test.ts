import { RegistryDamaged } from './json-fields';
import { snapshotOf } from './registry-entries';

/** What an earlier version stored of an agent, a framework and a role. */
const EARLIER: readonly (readonly [string, string])[] = [
  [
    'agents/a1',
    '{"state":"admitted","since":5,"info":{"agentId":"a1","hostname":"n1","resources":"cpus:2","attributes":[]}}',
  ],
  [
    'frameworks/F-1-1-1',
    '{"subscribeId":"s","info":{"frameworkId":"F-1-1-1","name":"f","roles":["*"],"hostname":"","webuiUrl":"","labels":[]}}',
  ],
  ['roles/eng', '{"weight":2}'],
];

test('given entries without the fields that came later, when they are read, then those are as if nobody had spoken of them', () => {
  const { agents, frameworks, roles, whitelist, maintenance } = snapshotOf(EARLIER);

  expect([...agents.values()]).toMatchObject([{ deactivated: false, info: { domain: undefined } }]);
  expect([...frameworks.values()]).toMatchObject([{ info: { capabilities: [], offerSettings: [] } }]);
  expect([...roles]).toEqual([
    ['eng', { weight: 2, quota: { guarantee: new Map(), limit: new Map() }, packing: undefined }],
  ]);
  expect([whitelist, maintenance]).toEqual([undefined, []]);
});

test.each([
  ['agents/a1', '{"state":"admitted","since":5,"deactivated":"yes","info":{}}', 'deactivated|info'],
  ['roles/eng', '{"limit":{"cpus":-1}}', 'cpus must be a whole number from 0'],
  ['roles/eng', '{"limit":{"cpus":1.5}}', 'cpus must be a whole number from 0'],
  ['roles/eng', '{"guarantee":4}', 'guarantee must be an object'],
  ['roles/eng', '{"packing":"tight"}', 'packing must be whole-agent, split, best-fit or spread'],
  ['cluster/whitelist', '{"hostnames":"n1"}', 'hostnames must be a list'],
  ['cluster/maintenance', '{"windows":[{"hostnames":["n1"]}]}', 'startsAt must be a number'],
  ['cluster/maintenance', 'no', 'it is no JSON'],
])('given a damaged entry %p of %p, when it is read, then the entry and the fault are named', (key, value, fault) => {
  const read = (): unknown => snapshotOf([[key, value]]);

  expect(read).toThrow(RegistryDamaged);
  expect(read).toThrow(key);
  expect(read).toThrow(new RegExp(fault));
});
