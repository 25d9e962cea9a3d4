import { runNode } from '../../real/program';

import { readKitCommand } from './kit-command';

jest.setTimeout(60_000);

test('given a target alone, when the command line is read, then everything else has its default', () => {
  expect(readKitCommand(['--target', '127.0.0.1:5070'])).toEqual({
    read: 'run',
    command: {
      target: '127.0.0.1:5070',
      level: 'core',
      policy: undefined,
      priorityRoles: { high: 'high', low: 'low' },
      boundMs: 5_000,
      quietMs: 300,
      rules: undefined,
      report: undefined,
      json: false,
    },
  });
});

test('given a command line with several faults, when it is read, then each is told with what was expected', () => {
  const read = readKitCommand(['--level', 'most', '--quiet', '5', '--rules', 'credits,luck', '--policy', 'whim']);

  expect(read).toEqual({
    read: 'faults',
    faults: [
      '--target=: expected HOST:PORT, such as 127.0.0.1:5070',
      '--level=most: expected core or full',
      '--policy=whim: expected one of drf, strict-priority, random',
      '--quiet=5: expected milliseconds from 10 to 600000, such as 500',
      '--rules=credits,luck: expected ids of rules, such as credits,nothing-twice',
    ],
  });
});

test('given an option that there is not, when the command line is read, then it is told', () => {
  expect(readKitCommand(['--traget', 'x'])).toMatchObject({ read: 'faults' });
  expect(readKitCommand(['--help'])).toEqual({ read: 'help' });
});

test('given nobody at an address, when the kit is run as a program, then every rule fails with the reason and the program says so', async () => {
  const ended = await runNode([
    '-r',
    './test/simulation/register.cjs',
    'test/conformance/allocator/main.ts',
    '--target=127.0.0.1:9',
    '--rules=ready-first,credits',
  ]);

  expect(ended.code).toBe(1);
  expect(ended.output).toContain('does not conform to level core: 0 passed, 2 failed');
  expect(ended.output).toContain('ECONNREFUSED');
});
