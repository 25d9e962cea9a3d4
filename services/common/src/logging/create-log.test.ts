import { createLog } from './create-log';
import type { LogLevel } from './create-log';
import { SILENT_LOG } from './log';
import type { Log } from './log';

/** A log with the lines it wrote, as objects without their time. */
function logWithLines(level: LogLevel): { readonly log: Log; readonly lines: readonly unknown[] } {
  const lines: unknown[] = [];
  const write = (line: string): void => {
    const { time, ...rest } = JSON.parse(line) as Record<string, unknown>;
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    lines.push(rest);
  };
  return { log: createLog({ service: 'master', instanceId: 'm1', level, sink: { write } }), lines };
}

test('given a log for a peer, when it writes, then the line says which process, which peer and what', () => {
  const { log, lines } = logWithLines('info');

  log.child({ agentId: 'a1' }).info({ tasks: 3 }, 'agent registered');

  expect(lines).toEqual([
    { level: 'info', service: 'master', instanceId: 'm1', agentId: 'a1', tasks: 3, message: 'agent registered' },
  ]);
});

test('given a level, when less important lines are written, then they are left out', () => {
  const { log, lines } = logWithLines('warn');

  log.debug({}, 'debug');
  log.info({}, 'info');
  log.warn({}, 'warn');
  log.error({}, 'error');

  expect(lines).toMatchObject([{ message: 'warn' }, { message: 'error' }]);
});

test('given secrets among the fields, when a line is written, then they are replaced', () => {
  const { log, lines } = logWithLines('info');

  log.child({ token: 'abc' }).info({ password: 'abc', peer: { authorization: 'abc', name: 'x' } }, 'said');

  expect(JSON.stringify(lines)).not.toContain('abc');
  expect(lines).toMatchObject([
    { token: '(secret)', password: '(secret)', peer: { authorization: '(secret)', name: 'x' } },
  ]);
});

test('given an error, when it is written, then its text and its trace are there', () => {
  const { log, lines } = logWithLines('error');

  log.error({ err: new TypeError('broken') }, 'step failed');

  expect(lines).toMatchObject([
    { err: { type: 'TypeError', message: 'broken', stack: expect.any(String) as unknown } },
  ]);
});

test('a silent log takes everything and says nothing', () => {
  const { log, lines } = logWithLines('silent');
  log.error({}, 'unheard');

  SILENT_LOG.child({}).error({}, 'unheard');
  SILENT_LOG.debug({}, 'unheard');
  SILENT_LOG.info({}, 'unheard');
  SILENT_LOG.warn({}, 'unheard');

  expect(lines).toEqual([]);
});
