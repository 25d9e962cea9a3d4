import { field } from './fields';
import { boolean, durationMs, hostPort, list, oneOf, port, resourcesText, text } from './parsers';
import { effectiveConfig, EX_CONFIG, readConfig } from './read-config';

const FIELDS = {
  grpcPort: field({ env: 'P_GRPC_PORT', flag: 'grpc-port', fallback: 5050, parse: port, doc: 'Port of the master.' }),
  offerTimeoutMs: field({
    env: 'P_OFFER_TIMEOUT',
    flag: 'offer-timeout',
    fallback: 60_000,
    parse: durationMs,
    doc: 'How long an offer stays open.',
  }),
  masters: field({ env: 'P_MASTERS', flag: 'masters', fallback: [], parse: list(hostPort), doc: 'Addresses.' }),
  advertised: field({ env: 'P_ADVERTISED', flag: 'advertised', fallback: undefined, parse: hostPort, doc: 'Address.' }),
  mode: field({ env: 'P_MODE', flag: 'mode', fallback: 'fast', parse: oneOf(['fast', 'slow']), doc: 'How.' }),
  insecure: field({ env: 'P_INSECURE', flag: 'insecure', fallback: false, parse: boolean, doc: 'Open to all.' }),
  token: field({ env: 'P_TOKEN', flag: 'token', parse: text, doc: 'Shared secret.', secret: true }),
  resources: field({
    env: 'P_RESOURCES',
    flag: 'resources',
    fallback: undefined,
    parse: resourcesText,
    doc: 'What the agent has.',
  }),
};

test('given nothing but what must be given, when it is read, then all else has its fallback', () => {
  const read = readConfig(FIELDS, { env: { P_TOKEN: 's3cret' }, argv: [] });

  expect(read).toEqual({
    ok: true,
    config: {
      grpcPort: 5050,
      offerTimeoutMs: 60_000,
      masters: [],
      advertised: undefined,
      mode: 'fast',
      insecure: false,
      token: 's3cret',
      resources: undefined,
    },
  });
});

test('given flags and environment, when they are read, then flags win, in each of their forms', () => {
  const read = readConfig(FIELDS, {
    env: { P_GRPC_PORT: '1', P_TOKEN: 'from env', P_MODE: 'slow' },
    argv: ['--grpc-port', '2', '--offer-timeout=5m', '--insecure', '--masters', 'a:1,[::1]:2'],
  });

  expect(read).toMatchObject({
    ok: true,
    config: {
      grpcPort: 2,
      offerTimeoutMs: 300_000,
      insecure: true,
      mode: 'slow',
      masters: [
        { host: 'a', port: 1 },
        { host: '::1', port: 2 },
      ],
    },
  });
});

test('given many faults, when it is read, then one message tells all of them, and no secret', () => {
  const read = readConfig(FIELDS, {
    env: { P_GRPC_PORT: 'x', P_TOKEN: '' },
    argv: ['--offer-timeout=3', '--grcp-port=1', 'stray', '--mode', 'fast', '--mode=slow', '--advertised', '--bogus'],
  });

  expect(read).toEqual({
    ok: false,
    exitCode: EX_CONFIG,
    report: [
      'invalid configuration:',
      '  --grcp-port: unknown flag; did you mean --grpc-port?',
      '  "stray": not a flag; write --name value or --name=value',
      '  --mode: given more than once; give it once',
      '  --advertised: needs a value; write --advertised=value',
      '  --bogus: unknown flag',
      '  P_GRPC_PORT="x": expected a port from 0 to 65535 (Port of the master.)',
      '  --offer-timeout="3": expected a duration such as 500ms, 30s, 5m or 1w (How long an offer stays open.)',
      '  P_TOKEN=(secret): expected a text that is not empty (Shared secret.)',
      'Run with --help for all settings.',
      '',
    ].join('\n'),
  });
});

test('given a setting that must be given, when it is missing, then the message says how to give it', () => {
  const read = readConfig(FIELDS, { env: {}, argv: [] });

  expect(read).toMatchObject({
    ok: false,
    report: expect.stringContaining('--token or P_TOKEN must be given') as unknown,
  });
});

test('given settings that do not go together, when they are valid singly, then the objections are reported', () => {
  const read = readConfig(FIELDS, {
    env: { P_TOKEN: 't' },
    argv: ['--insecure'],
    checks: [
      (config) => (config.insecure ? '--insecure opens this process to everyone; leave it out' : undefined),
      () => undefined,
    ],
  });

  expect(read).toMatchObject({ ok: false, report: expect.stringContaining('  --insecure opens') as unknown });
});

test('given settings of which some are not valid, when rules are asked, then those about valid ones object in the same message', () => {
  const read = readConfig(FIELDS, {
    env: { P_TOKEN: 't', P_GRPC_PORT: 'x' },
    argv: ['--insecure', '--mode=fast', '--mode=slow', '--masters'],
    checks: [
      ({ insecure, token }) => (insecure && token === 't' ? '--insecure opens this process to everyone' : undefined),
      ({ grpcPort }) => `--grpc-port is no port, but ${String(grpcPort)}`,
      ({ mode }) => `--mode is in doubt, but ${mode}`,
      ({ masters }) => `--masters is in doubt, but ${String(masters.length)}`,
    ],
  });

  expect(read).toEqual({
    ok: false,
    exitCode: EX_CONFIG,
    report: [
      'invalid configuration:',
      '  --mode: given more than once; give it once',
      '  --masters: needs a value; write --masters=value',
      '  P_GRPC_PORT="x": expected a port from 0 to 65535 (Port of the master.)',
      '  --insecure opens this process to everyone',
      'Run with --help for all settings.',
      '',
    ].join('\n'),
  });
});

test('given a rule that is broken itself, when it is asked, then that is no fault of the configuration', () => {
  const broken = (): string | undefined => {
    throw new TypeError('a mistake in the rule');
  };

  expect(() => readConfig(FIELDS, { env: { P_TOKEN: 't' }, argv: [], checks: [broken] })).toThrow(TypeError);
});

test('given --help, when it is read, then the text tells every setting and nothing else is checked', () => {
  const read = readConfig(FIELDS, { env: { P_GRPC_PORT: 'x' }, argv: ['--bogus', '--help'], about: 'Parley master.' });

  expect(read).toEqual({
    ok: false,
    exitCode: 0,
    report: [
      'Parley master.',
      '',
      'Settings, each as a flag or as an environment variable (flags win):',
      '  --grpc-port VALUE  (P_GRPC_PORT; default 5050)',
      '      Port of the master.',
      '  --offer-timeout VALUE  (P_OFFER_TIMEOUT; default 1m)',
      '      How long an offer stays open.',
      '  --masters VALUE  (P_MASTERS; not set by default)',
      '      Addresses.',
      '  --advertised VALUE  (P_ADVERTISED; not set by default)',
      '      Address.',
      '  --mode VALUE  (P_MODE; default fast)',
      '      How.',
      '  --insecure  (P_INSECURE; default false)',
      '      Open to all.',
      '  --token VALUE  (P_TOKEN; must be given)',
      '      Shared secret.',
      '  --resources VALUE  (P_RESOURCES; not set by default)',
      '      What the agent has.',
      '',
    ].join('\n'),
  });
});

test('given a configuration, when it is printed, then it reads as a user would write it, without secrets', () => {
  const read = readConfig(FIELDS, {
    env: { P_TOKEN: 's3cret' },
    argv: ['--advertised=[::1]:9', '--resources=mem:64;cpus:1.50', '--offer-timeout=1500ms', '--masters=a:1, b:2'],
  });

  expect(read.ok && effectiveConfig(FIELDS, read.config)).toEqual({
    grpcPort: '5050',
    offerTimeoutMs: '1500ms',
    masters: 'a:1,b:2',
    advertised: '[::1]:9',
    mode: 'fast',
    insecure: 'false',
    token: '(secret)',
    resources: 'cpus:1.5;mem:64',
  });
});

test('a configuration cannot be changed', () => {
  const read = readConfig(FIELDS, { env: { P_TOKEN: 't' }, argv: [] });

  expect(read.ok && Object.isFrozen(read.config)).toBe(true);
});
