import { required } from '@parley/common/kernel';
import { RealWorld } from '../worlds/real/real-world';
import { runCommand } from './typescript-scheduler';

jest.setTimeout(60_000);

test('given stubs in TypeScript, when a command is run, then its end is told as the command has it', async () => {
  await using world = new RealWorld();
  await world.start({ masters: ['m1'], gateways: ['g1'], agents: [{ name: 'a1', resources: 'cpus:1;mem:256' }] });
  const gateway = required(world.cluster.gatewayAddresses[0], 'gateway');

  expect(await runCommand(gateway, 'exit 0')).toBe('TASK_STATE_FINISHED');
  expect(await runCommand(gateway, 'exit 3')).toBe('TASK_STATE_FAILED');
});
