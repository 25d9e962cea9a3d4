import { SystemClock } from '@parley/common/actor';
import { Channels, GrpcServer, callUnary } from '@parley/common/rpc';
import { service as healthService } from 'grpc-health-check';
import { ALLOCATOR_CONDITION, MasterHealth } from './master-health';
import { EPOCH } from '../../testing/played-peers';

const clock = new SystemClock();

test('given a master, when probes ask before it leads and when it ends, then it serves, with or without an allocator, and then no more', async () => {
  const server = new GrpcServer();
  const health = new MasterHealth();
  health.addTo(server);
  const target = `127.0.0.1:${await server.listen('127.0.0.1:0')}`;
  const channels = new Channels();
  const ask = async (service: string) =>
    await callUnary(channels, target, {
      method: healthService['Check']!,
      request: { service },
      deadlineMs: 2_000,
      clock,
    });

  expect(await ask('')).toMatchObject({ status: 'SERVING' });
  expect(await ask('parley.master.v1.MasterService')).toMatchObject({ status: 'SERVING' });
  health.observe({ event: 'term-began', epoch: EPOCH, agents: 0, frameworks: 0 });
  expect(await ask(ALLOCATOR_CONDITION)).toMatchObject({ status: 'NOT_SERVING' });
  health.observe({ event: 'allocator-ready', name: 'parley', policy: 'drf' });
  expect(await ask(ALLOCATOR_CONDITION)).toMatchObject({ status: 'SERVING' });
  health.observe({ event: 'allocator-lost', because: 'it stopped', how: 'lost', again: false });
  expect(await ask(ALLOCATOR_CONDITION)).toMatchObject({ status: 'NOT_SERVING' });
  expect(await ask('')).toMatchObject({ status: 'SERVING' });
  health.stopping();
  expect(await ask('')).toMatchObject({ status: 'NOT_SERVING' });
  await server.close(clock, 1_000);
});
