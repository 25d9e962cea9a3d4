import { EX_CONFIG, readConfig } from '@parley/common/config';
import { CHECKS, FIELDS, settingsOf } from './config';
import { DEFAULT_SETTINGS } from './domain/settings';

function read(...argv: readonly string[]): ReturnType<typeof readConfig<typeof FIELDS>> {
  return readConfig(FIELDS, { env: {}, argv, checks: CHECKS });
}

test('given nothing, when it is read, then the defaults of the core hold', () => {
  const config = read();

  expect(config.ok && settingsOf(config.config)).toMatchObject(DEFAULT_SETTINGS);
});

test('given weights, minimum and allocator, when they are read, then the core works by them', () => {
  const config = read(
    '--weights=a=2,b=0.5',
    '--min-allocatable=cpus:1|mem:64;disk:1',
    '--allocator=127.0.0.1:9',
    '--removal-share=0.1',
  );

  const settings = config.ok ? settingsOf(config.config) : undefined;
  expect(settings?.weights).toEqual(
    new Map([
      ['a', 2],
      ['b', 0.5],
    ]),
  );
  expect(settings?.minAllocatable).toHaveLength(2);
  expect(settings).toMatchObject({ allocatorAddress: '127.0.0.1:9', removalShare: 0.1 });
});

test('given many faults, when it is read, then all are in one message', () => {
  const config = read(
    '--weights=a=0',
    '--min-allocatable=cpus',
    '--removal-share=2',
    '--ping=1',
    '--lease-ttl=1s',
    '--nonsense',
  );

  expect(config).toMatchObject({ ok: false, exitCode: EX_CONFIG });
  for (const what of ['weights', 'min-allocatable', 'removal-share', 'ping', 'lease-ttl', 'nonsense'])
    expect(!config.ok && config.report).toContain(what);
});

test.each([
  [['--listen=0.0.0.0:5050', '--advertise=a:1'], '--insecure'],
  [['--listen=0.0.0.0:5050', '--insecure'], '--advertise'],
  [['--refuse=5m'], '--refuse-max'],
])('given %j, when it is read, then it is refused with the remedy %s', (argv, remedy) => {
  const config = read(...argv);

  expect(!config.ok && config.report).toContain(remedy);
});

test('given an exposed address that is meant, when it is read, then it is taken', () => {
  expect(read('--listen=0.0.0.0:5050', '--advertise=10.0.0.1:5050', '--insecure').ok).toBe(true);
});
