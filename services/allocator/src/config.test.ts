import { effectiveConfig, readConfig } from '@parley/common/config';

import { CHECKS, FIELDS } from './config';

const read = (...argv: string[]) => readConfig(FIELDS, { env: {}, argv, checks: CHECKS });

test('given nothing, when the configuration is read, then the allocator is fair, local and looks at everything each second', () => {
  const result = read();

  expect(result).toMatchObject({
    ok: true,
    config: { listen: { host: '127.0.0.1', port: 5070 }, policy: 'drf', safetyPassMs: 1_000, insecure: false },
  });
});

test('given priorities, when they are read, then they are numbers by role and print as they were written', () => {
  const result = read('--policy=strict-priority', '--priorities', 'prod=10, batch=-1');

  expect(result).toMatchObject({
    ok: true,
    config: {
      priorities: new Map([
        ['prod', 10],
        ['batch', -1],
      ]),
    },
  });
  expect(result.ok && effectiveConfig(FIELDS, result.config)).toMatchObject({ priorities: 'prod=10,batch=-1' });
});

test('given names to leave out of shares and a time to starvation, when they are read, then they count as written', () => {
  const result = read('--fairness-exclude=gpus, licences', '--starvation-after=2m');

  expect(result).toMatchObject({
    ok: true,
    config: { fairnessExclude: ['gpus', 'licences'], starvationAfterMs: 120_000 },
  });
  expect(read()).toMatchObject({ ok: true, config: { fairnessExclude: [], starvationAfterMs: 30_000 } });
});

test.each([
  [
    'a number that is none',
    ['--policy=strict-priority', '--priorities=prod=high'],
    'each role once with a whole number',
  ],
  ['a role twice', ['--policy=strict-priority', '--priorities=a=1,a=2'], 'each role once'],
  ['a role that cannot be', ['--policy=strict-priority', '--priorities=a//b=1'], 'each role once'],
  ['priorities for fair shares', ['--priorities=a=1'], 'choose --policy=strict-priority'],
  ['a policy that does not exist', ['--policy=lottery'], 'expected one of drf, strict-priority'],
  ['a name that has no share', ['--fairness-exclude=ports'], 'the name of a scalar resource, such as gpus'],
  ['a name that cannot be', ['--fairness-exclude=a b'], 'must begin with a letter or digit'],
  ['a name twice', ['--fairness-exclude=gpus,gpus'], 'each name once, but gpus is repeated'],
  ['starvation at once', ['--starvation-after=999ms'], 'at least 1s'],
  ['an open address', ['--listen=0.0.0.0:5070'], 'add --insecure'],
  ['a pass without pause', ['--safety-pass=1ms'], 'at least 10ms'],
])('given %s, when the configuration is read, then it is refused with the remedy', (_what, argv, remedy) => {
  const result = read(...argv);

  expect(result).toMatchObject({ ok: false, exitCode: 78, report: expect.stringContaining(remedy) as unknown });
});

test('given an open address and --insecure, when the configuration is read, then it is taken', () => {
  expect(read('--listen=0.0.0.0:5070', '--insecure').ok).toBe(true);
});
