import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Scheduler } from '@parley/sdk';
import { LocalCluster } from '../../deploy/local/local-cluster.cjs';
import { OtlpReceiver } from './otlp-receiver';
import type { ReceivedSpan } from './otlp-receiver';
import { SPANS } from './span-catalogue';

const TASKS = ['first', 'second'];
const SERVICES = ['parley-agent', 'parley-allocator', 'parley-framework-gateway', 'parley-master'];

/** Runs some tasks on a cluster of separate processes that report to a receiver, and ends it, so that all has been sent. */
async function reportsOfARun(receiver: OtlpReceiver): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-telemetry-'));
  const reporting = { 'otlp-endpoint': await receiver.start() };
  const cluster = new LocalCluster({
    stateDir: folder,
    flags: { master: reporting, allocator: reporting, 'framework-gateway': reporting, agent: reporting },
  });
  try {
    await cluster.startAllocator();
    await cluster.startMasters(['m1']);
    await cluster.startGateway('g1');
    await cluster.startAgent({ name: 'a1', resources: 'cpus:2;mem:512;disk:0;ports:[]' });
    const scheduler = new Scheduler({ gateways: cluster.gatewayAddresses, name: 'traced' });
    const handles = TASKS.map((id) => scheduler.run({ id, name: id, resources: 'cpus:1;mem:64', command: 'true' }));
    const ends = await Promise.all(handles.map((handle) => handle.ended));
    expect(ends.map((end) => end.state)).toEqual(TASKS.map(() => 'finished'));
    await scheduler.stop({ teardown: true });
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('telemetry of a cluster of separate processes, as an independent receiver gets it', () => {
  const receiver = new OtlpReceiver();
  let byId: ReadonlyMap<string, ReceivedSpan> = new Map();

  beforeAll(async () => {
    await reportsOfARun(receiver);
    byId = new Map(receiver.spans.map((span) => [span.spanId, span]));
  }, 60_000);

  afterAll(() => receiver.close());

  /** A span and all that it is part of, the innermost first. */
  function chainOf(span: ReceivedSpan | undefined): readonly ReceivedSpan[] {
    return span === undefined ? [] : [span, ...chainOf(byId.get(span.parentSpanId))];
  }

  test.each(TASKS)(
    'task %s has one trace, from the decision to offer to the first RUNNING, through the processes',
    (taskId) => {
      const running = receiver.spans.filter(
        (span) => span.name === 'master.task-running' && span.attributes['parley.task_id'] === taskId,
      );

      const chain = chainOf(running[0]).toReversed();

      expect(running).toHaveLength(1);
      expect(chain.map((span) => [span.name, span.service])).toEqual([
        ['allocator.propose', 'parley-allocator'],
        ['master.offer', 'parley-master'],
        ['master.launch', 'parley-master'],
        ['agent.launch', 'parley-agent'],
        ['master.task-running', 'parley-master'],
      ]);
      expect(new Set(chain.map((span) => span.traceId)).size).toBe(1);
      expect(chain[0]?.parentSpanId).toBe('');
      expect(chain[2]?.attributes['parley.task_id']).toBe(taskId);
      expect(chain[3]?.attributes['parley.outcome']).toBe('started');
      const offerId = chain[1]?.attributes['parley.offer_id'];
      expect(
        receiver.spans.find((span) => span.parentSpanId === chain[1]?.spanId && span.name === 'gateway.offer'),
      ).toMatchObject({
        service: 'parley-framework-gateway',
        traceId: chain[1]?.traceId,
        attributes: { 'parley.offer_id': offerId },
      });
    },
  );

  test('every span is one that is documented, with its service, its parent and its attributes', () => {
    const known = new Map(SPANS.map((kind) => [kind.name, kind]));

    for (const span of receiver.spans) {
      const kind = known.get(span.name);
      expect({ ...span, attributes: Object.keys(span.attributes).sort() }).toMatchObject({
        service: kind?.service,
        attributes: [...(kind?.attributes ?? [])].sort(),
      });
      expect([span.name, byId.get(span.parentSpanId)?.name]).toEqual([span.name, kind?.parent]);
    }
    expect(new Set(receiver.spans.map((span) => span.name))).toEqual(new Set(known.keys()));
  });

  test('no id is used twice, and no span stays open for long', () => {
    expect(byId.size).toBe(receiver.spans.length);
    expect(
      receiver.spans.filter((span) => span.endedAt < span.startedAt || span.endedAt - span.startedAt > 10_000),
    ).toEqual([]);
  });

  test('counters of every service arrive, and agree with the spans', () => {
    const offers = receiver.spans.filter((span) => span.name === 'master.offer').length;
    const proposals = receiver.spans.filter((span) => span.name === 'allocator.propose').length;

    expect([...new Set(receiver.counts.map((count) => count.service))].sort()).toEqual(SERVICES);
    expect(receiver.total('parley.master.offers_made')).toBe(offers);
    expect(receiver.total('parley.allocator.proposals', { outcome: 'made' })).toBe(proposals);
    expect(receiver.total('parley.master.tasks', { outcome: 'launched' })).toBe(TASKS.length);
    expect(receiver.total('parley.agent.events', { event: 'task-started' })).toBe(TASKS.length);
    expect(receiver.total('parley.gateway.events', { event: 'session-subscribed' })).toBe(1);
  });

  test('every metric that arrives is documented with its unit', () => {
    const page = readFileSync(join(__dirname, '..', '..', 'docs', 'telemetry.md'), 'utf8');

    const isDocumented = (name: string, unit: string): boolean =>
      ['counter', 'gauge', 'histogram'].some((kind) => page.includes(`| \`${name}\` | ${kind} | \`${unit}\` |`));
    const undocumented = receiver.counts.filter(({ name, unit }) => !isDocumented(name, unit));

    expect(undocumented).toEqual([]);
  });
});
