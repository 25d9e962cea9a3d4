import { randomUUID } from 'node:crypto';

import { SystemClock, systemRandom } from '@parley/common/actor';
import { effectiveConfig, formatHostPort, readConfig } from '@parley/common/config';
import { createLog } from '@parley/common/logging';
import { CannotListen, GrpcServer } from '@parley/common/rpc';
import { startTelemetry } from '@parley/common/telemetry';

import { composeAllocator } from './compose';
import { CHECKS, FIELDS } from './config';
import type { AllocatorConfig } from './config';
import { servedSessions } from './edge/grpc/served-sessions';
import { SessionHealth } from './edge/grpc/session-health';
import { observeAllocator } from './edge/observe/observe-allocator';

async function run(config: AllocatorConfig): Promise<void> {
  const instanceId = randomUUID();
  const clock = new SystemClock();
  const log = createLog({ service: 'allocator', instanceId, level: config.logLevel });
  const telemetry = startTelemetry({ service: 'parley-allocator', instanceId }, config.otlpEndpoint);
  const server = new GrpcServer();
  const health = new SessionHealth();
  health.addTo(server);
  const tell = observeAllocator({ log, telemetry, clock });
  const allocator = composeAllocator(config, {
    clock,
    random: systemRandom,
    sessions: servedSessions(server, clock),
    observe: (event) => {
      health.observe(event);
      tell(event);
    },
  });
  const port = await server.listen(formatHostPort(config.listen));
  log.info({ ...effectiveConfig(FIELDS, config), port }, 'listening');
  if (config.insecure) log.warn({}, 'insecure: whoever reaches this address can pose as a master');
  const stop = async (): Promise<void> => {
    health.close();
    await allocator.shutDown();
    await server.close(clock, config.graceMs);
    await telemetry.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}

const read = readConfig(FIELDS, {
  env: process.env,
  argv: process.argv.slice(2),
  about: 'Parley allocator.',
  checks: CHECKS,
});
if (read.ok) {
  run(read.config).catch((error: unknown) => {
    process.stderr.write(`${error instanceof CannotListen ? error.message : String(error)}\n`);
    process.exit(1);
  });
} else {
  (read.exitCode === 0 ? process.stdout : process.stderr).write(read.report);
  process.exitCode = read.exitCode;
}
