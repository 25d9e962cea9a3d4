import { runNode } from '../../real/program';

import { KIT_USAGE, readKitCommand } from './kit-command';

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

test('given nobody at an address, when the kit is run as a program, then it says so in one line, with an exit code of its own', async () => {
  const ended = await runNode([
    '-r',
    './test/simulation/register.cjs',
    'test/conformance/allocator/main.ts',
    '--target=127.0.0.1:9',
    '--rules=ready-first,credits',
  ]);

  expect(ended.code).toBe(69);
  expect(ended.output).toMatch(
    /^no allocator answers at 127\.0\.0\.1:9 \(.*ECONNREFUSED.*\): start it first, and give the address where it listens with --target\n$/,
  );
  expect(KIT_USAGE).toContain('with 69 when no allocator answers at the address');
});
