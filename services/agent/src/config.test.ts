import { readConfig } from '@parley/common/config';
import { formatResources } from '@parley/common/resources';
import { CHECKS, coreConfigOf, FIELDS } from './config';

function read(...argv: readonly string[]): ReturnType<typeof readConfig<typeof FIELDS>> {
  return readConfig(FIELDS, { env: {}, argv, checks: CHECKS });
}

test('given region and zone, when the settings are read, then the agent says where it stands; given neither, it does not', () => {
  const both = read('--region=eu-west', '--zone=eu-west-1a');
  const neither = read();
  if (!both.ok || !neither.ok) throw new Error('the settings are sound');
  const machine = { hostname: 'h', resources: both.config.resources.resources };

  expect(coreConfigOf(both.config, machine).domain).toEqual({ region: 'eu-west', zone: 'eu-west-1a' });
  expect(coreConfigOf(neither.config, machine).domain).toBeUndefined();
});

test.each([
  [['--region=eu'], '--region is given without --zone; give both, or neither'],
  [['--zone=eu-1'], '--zone is given without --region; give both, or neither'],
  [['--region=a b', '--zone=z'], 'expected a name of at most 128 letters, digits and . _ -'],
])('given %p, when the settings are read, then they are refused with the remedy', (argv, fault) => {
  const refused = read(...argv);

  expect(refused.ok ? '' : refused.report).toContain(fault);
});

test('given reserved, revocable and shared resources, when the settings are read, then each kind is there by itself', () => {
  const text = 'cpus:1;cpus(eng):4;cpus<revocable>:2;disk(eng)<shared:data-1>:100';
  const given = read(`--resources=${text}`);
  const faulty = read('--resources=cpus(eng,ops):4');

  expect(given.ok && formatResources(given.config.resources.resources)).toBe(text);
  expect(given.ok && given.config.resources.names).toEqual(['cpus', 'disk']);
  expect(faulty.ok ? '' : faulty.report).toContain('cpus is reserved for eng and then for ops, which is not below it');
});
