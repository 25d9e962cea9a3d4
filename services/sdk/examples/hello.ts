import { Scheduler } from '@parley/sdk';

const USAGE = `usage: node hello.js [ADDRESS]
Runs one task on the cluster behind the gateway at ADDRESS, by default 127.0.0.1:5060, and prints where it ran.`;

/** Runs one task and prints where it ran. */
async function main(gateway: string): Promise<void> {
  let said = '';
  const disconnected = (because: string): void => {
    if (because !== said) console.error(`waiting for a gateway: ${because}`);
    said = because;
  };
  const subscribed = (): void => {
    said = '';
  };
  const scheduler = new Scheduler(
    { gateways: [gateway], name: 'hello', failoverTimeoutMs: 60_000 },
    { disconnected, subscribed },
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

const [gateway = '127.0.0.1:5060', ...more] = process.argv.slice(2);
if (gateway === '--help') console.log(USAGE);
else if (gateway.startsWith('-') || more.length > 0) {
  console.error(USAGE);
  process.exitCode = 78;
} else void main(gateway);
