import { Scheduler } from '@parley/sdk';

/** Runs one task and prints where it ran. Usage: node hello.js [gateway address, by default 127.0.0.1:5060] */
async function main(): Promise<void> {
  const [gateway = '127.0.0.1:5060'] = process.argv.slice(2);
  const scheduler = new Scheduler(
    { gateways: [gateway], name: 'hello', failoverTimeoutMs: 60_000 },
    { disconnected: (because) => console.error(`waiting for a gateway: ${because}`) },
  );
  const task = scheduler.run({
    name: 'hello',
    resources: 'cpus:0.1;mem:32',
    command: 'echo "Hello from $(uname -n)" > "$PARLEY_SANDBOX/status-data"',
  });
  task.onChange(({ state }) => console.log(`the task is ${state}`));

  const end = await task.ended;
  console.log(`${Buffer.from(end.data).toString().trim()} (agent ${end.agentId ?? 'none'})`);
  await scheduler.stop({ teardown: true });
  process.exitCode = end.state === 'finished' ? 0 : 1;
}

void main();
