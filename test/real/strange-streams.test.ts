import { status } from '@grpc/grpc-js';
import { required } from '@parley/common/kernel';
import { until } from '../../deploy/local/processes.cjs';
import { FrontDoor, REQUESTS, StatusCounts } from '../fuzz/front-door';
import type { RawStream } from '../fuzz/front-door';
import { RealWorld } from '../worlds/real/real-world';

jest.setTimeout(60_000);

const WITHIN_MS = 10_000;
const OVERSIZED = Buffer.alloc(5 * 1024 * 1024, 10);

/** The status with which a stream was ended, once it was. */
async function endOf(stream: RawStream): Promise<status | undefined> {
  await until(() => stream.endedWith !== undefined, WITHIN_MS);
  return stream.endedWith;
}

test('given a framework at work, when others send what makes no sense, then each is told and the framework goes on', async () => {
  await using world = new RealWorld();
  await world.start({ masters: ['m1'], gateways: ['g1'], agents: [{ name: 'a1', resources: 'cpus:4;mem:4096' }] });
  const tasks = Array.from({ length: 40 }, (_, index) => ({
    name: `task-${index}`,
    resources: 'cpus:1;mem:64',
    command: 'sleep 0.2',
  }));
  const workload = world.workload('steady', tasks);
  const door = new FrontDoor(required(world.cluster.gatewayAddresses[0], 'gateway'), new StatusCounts());

  const malformed = door.connect();
  malformed.send(Buffer.from([0xff, 0xff, 0xff, 0xff]));
  const oversized = door.connect();
  oversized.send(OVERSIZED);
  const early = door.connect();
  early.send(REQUESTS.encode({ kill: { callId: 'early', taskId: 'task-0' } }));
  const stranger = door.connect();
  const frameworkInfo = { name: 'stranger', roles: ['*'], frameworkId: 'F-9-9-9' };
  stranger.send(REQUESTS.encode({ subscribe: { subscribeId: 'stranger', frameworkInfo } }));
  const unknown = door.connect();
  unknown.send(
    REQUESTS.encode({ subscribe: { subscribeId: 'unknown', frameworkInfo: { name: 'unknown', roles: ['*'] } } }),
  );
  unknown.send(REQUESTS.encode({ accept: { callId: 'accept', offerIds: ['O-1-1-999'] } }));
  unknown.send(REQUESTS.encode({ kill: { callId: 'kill', taskId: 'no-such-task' } }));

  expect(await endOf(malformed)).not.toBe(status.OK);
  expect(await endOf(oversized)).toBe(status.RESOURCE_EXHAUSTED);
  await until(() => early.events.length > 0 && stranger.events.length > 0, WITHIN_MS);
  expect(early.events[0]?.event).toBe('streamError');
  expect(stranger.events[0]?.streamError?.reason).toMatch(/FRAMEWORK_REMOVED/);
  const results = () => unknown.events.flatMap(({ callResult }) => callResult ?? []);
  await until(() => results().length >= 2, WITHIN_MS);
  expect(results().map(({ callId }) => callId)).toEqual(['accept', 'kill']);
  // It would hold what it is offered until the offers expire.
  unknown.cancel();
  await world.eventually('the framework has done all its tasks', () => workload.ends.size === tasks.length, 30_000);
  expect([...new Set(workload.ends.values())]).toEqual(['finished']);
  expect(workload.troubles).toEqual([]);
  door.close();
});
