import { EX_CONFIG, readConfig } from '@parley/common/config';
import { CHECKS, FIELDS, settingsOf } from './config';

const read = (...argv: readonly string[]) => readConfig(FIELDS, { env: {}, argv, checks: CHECKS });

test('given no settings, when they are read, then the gateway listens on loopback with the documented limits', () => {
  const result = read();

  expect(result.ok && settingsOf(result.config)).toEqual({
    masters: ['127.0.0.1:5050'],
    clusterId: '',
    welcomeMs: 5_000,
    operatorRequestsMax: 1_000,
    sessions: { sessionsMax: 10_000, callsMax: 1_000, offersMax: 100_000, subscribeMs: 30_000, heartbeatMs: 15_000 },
  });
});

test('given several faults, when settings are read, then one message names them all', () => {
  const result = read('--listen', 'nowhere', '--heartbeat', '3', '--mastres=a:1');

  expect(result).toMatchObject({ ok: false, exitCode: EX_CONFIG });
  const report = result.ok ? '' : result.report;
  for (const fault of ['--listen="nowhere"', '--heartbeat="3"', 'did you mean --masters?'])
    expect(report).toContain(fault);
});

test.each([
  ['0.0.0.0:1', false],
  ['10.1.2.3:1', false],
  ['127.0.0.1:1', true],
  ['[::1]:1', true],
  ['localhost:1', true],
])('listening on %s without protection is allowed: %s', (listen, allowed) => {
  expect(read('--listen', listen).ok).toBe(allowed);
  expect(read('--listen', listen, '--insecure').ok).toBe(true);
});
