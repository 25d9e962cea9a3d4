import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIELDS as AGENT } from '@parley/agent/config';
import { FIELDS as ALLOCATOR } from '@parley/allocator/config';
import type { Fields } from '@parley/common/config';
import { FIELDS as GATEWAY } from '@parley/framework-gateway/config';
import { FIELDS as MASTER } from '@parley/master/config';
import { parse } from 'yaml';
import { CHART } from './helm';

/** What values.schema.json says of a value. */
interface Schema {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean;
  readonly type?: string;
  readonly description?: string;
}

const schema = JSON.parse(readFileSync(join(CHART, 'values.schema.json'), 'utf8')) as Schema;
const valuesText = readFileSync(join(CHART, 'values.yaml'), 'utf8');

/** The variables that a user may set, with what each is for. */
function settable(fields: Fields, own: readonly string[]): Readonly<Record<string, object>> {
  const open = Object.entries(fields).filter(([name]) => !own.includes(name));
  return Object.fromEntries(open.map(([, { env, doc }]) => [env, { type: 'string', description: doc }]));
}

test.each([
  {
    block: 'master',
    fields: MASTER,
    own: [
      'listen',
      'advertise',
      'insecure',
      'allocator',
      'coordination',
      'dataDir',
      'etcd',
      'etcdPrefix',
      'otlpEndpoint',
    ],
  },
  { block: 'allocator', fields: ALLOCATOR, own: ['listen', 'insecure', 'otlpEndpoint'] },
  { block: 'frameworkGateway', fields: GATEWAY, own: ['listen', 'insecure', 'masters', 'otlpEndpoint'] },
  { block: 'agent', fields: AGENT, own: ['masters', 'workDir', 'hostname', 'resources', 'otlpEndpoint'] },
])(
  'the schema of $block.settings is the table of the service without what the chart sets',
  ({ block, fields, own }) => {
    const settings = schema.properties[block]?.properties['settings'];

    expect(own.filter((name) => !(name in fields))).toEqual([]);
    expect(settings?.properties).toEqual(settable(fields, own));
    expect(settings?.additionalProperties).toBe(false);
  },
);

test('every value has a schema, and everything that has a schema has a value', () => {
  const differences: string[] = [];
  const compare = (values: object, { properties }: Schema, path: string): void => {
    const given = Object.entries(values);
    for (const [name, value] of given) {
      const known = properties[name];
      if (known === undefined) differences.push(`${path}${name} has no schema`);
      else if (typeof value === 'object' && 'properties' in known && name !== 'settings')
        compare(value as object, known, `${path}${name}.`);
    }
    const names = given.map(([name]) => name);
    for (const name of Object.keys(properties))
      if (!names.includes(name)) differences.push(`${path}${name} has no value`);
  };

  compare(parse(valuesText) as object, schema, '');

  // `global` belongs to charts that have this one among their own; what OnDelete does not need is left out.
  expect(differences).toEqual(['agent.updateStrategy.rollingUpdate has no value', 'global has no value']);
});
