import { SystemClock } from '@parley/common/actor';
import type { AgentId } from '@parley/common/kernel';
import { SILENT_LOG } from '@parley/common/logging';
import type { Log } from '@parley/common/logging';
import { NO_TELEMETRY } from '@parley/common/telemetry';
import type { Telemetry } from '@parley/common/telemetry';

import { observeAllocator } from './observe-allocator';

/** Everything that was measured or written, in order. */
function given() {
  const measured: (readonly [string, number, object])[] = [];
  const lines: (readonly [string, string])[] = [];
  const record =
    (name: string) =>
    (value: number, attributes: object = {}) => {
      measured.push([name, value, attributes]);
    };
  const telemetry: Telemetry = {
    ...NO_TELEMETRY,
    counter: (name) => ({ add: record(name) }),
    gauge: (name) => ({ record: record(name) }),
    histogram: (name) => ({ record: record(name) }),
  };
  const log: Log = {
    ...SILENT_LOG,
    info: (_fields: object, message: string) => lines.push(['info', message]),
    warn: (_fields: object, message: string) => lines.push(['warn', message]),
  };
  return { tell: observeAllocator({ log, telemetry, clock: new SystemClock() }), measured, lines };
}

test('given reasons that were met, when they are told, then each counts under its name', () => {
  const { tell, measured, lines } = given();

  tell({
    event: 'reasons-met',
    counts: new Map([
      ['refused', 3],
      ['headroom', 1],
    ]),
  });

  expect(measured).toEqual([
    ['parley.allocator.reasons', 3, { reason: 'refused' }],
    ['parley.allocator.reasons', 1, { reason: 'headroom' }],
  ]);
  expect(lines).toEqual([]);
});

test('given a role that begins to starve and is served again, when that is told, then the gauge follows and both are logged', () => {
  const { tell, measured, lines } = given();

  tell({ event: 'starvation-changed', change: 'begun', role: 'web', waitedMs: 30_000, starving: 2 });
  tell({ event: 'starvation-changed', change: 'ended', role: 'web', waitedMs: 31_000, starving: 1 });

  expect(measured.map(([name, value]) => [name, value])).toEqual([
    ['parley.allocator.starving_roles', 2],
    ['parley.allocator.starving_roles', 1],
  ]);
  expect(lines).toEqual([
    ['warn', 'role starves'],
    ['info', 'role does not starve any more'],
  ]);
});

test('given audits, when they find nothing or something, then both are counted and only a difference is logged', () => {
  const { tell, measured, lines } = given();

  tell({ event: 'audited', agents: 200, differing: [] });
  tell({ event: 'audited', agents: 200, differing: ['a7', 'a9'] as AgentId[] });

  expect(measured).toEqual([
    ['parley.allocator.audited_agents', 200, { outcome: 'same' }],
    ['parley.allocator.audited_agents', 198, { outcome: 'same' }],
    ['parley.allocator.audited_agents', 2, { outcome: 'differing' }],
  ]);
  expect(lines).toEqual([['warn', 'mirror differs']]);
});

test('given questions and slices, when they are told, then they are measured', () => {
  const { tell, measured } = given();

  tell({ event: 'asked', about: 'explain', declined: true });
  tell({ event: 'slice-ended', tookMs: 4.5 });

  expect(measured).toEqual([
    ['parley.allocator.questions', 1, { about: 'explain', outcome: 'declined' }],
    ['parley.allocator.slice', 4.5, {}],
  ]);
});
