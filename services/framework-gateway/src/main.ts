import { randomUUID } from 'node:crypto';
import { SystemClock, systemRandom } from '@parley/common/actor';
import { effectiveConfig, readConfig } from '@parley/common/config';
import type { GatewayId } from '@parley/common/kernel';
import { createLog } from '@parley/common/logging';
import { startTelemetry } from '@parley/common/telemetry';
import { CHECKS, FIELDS } from './config';
import { serveGateway } from './serve';

const about = 'Parley framework gateway: the front door of a cluster for frameworks and operators.';

async function main(): Promise<void> {
  const read = readConfig(FIELDS, { env: process.env, argv: process.argv.slice(2), about, checks: CHECKS });
  if (!read.ok) {
    (read.exitCode === 0 ? process.stdout : process.stderr).write(read.report);
    process.exitCode = read.exitCode;
    return;
  }
  const { config } = read;
  const gatewayId = `g-${randomUUID()}` as GatewayId;
  const log = createLog({ service: 'framework-gateway', instanceId: gatewayId, level: config.logLevel });
  log.info({ config: effectiveConfig(FIELDS, config) }, 'configuration in force');
  if (config.insecure)
    log.warn({}, 'insecure: no TLS and no authentication; whoever reaches the port can run commands on every agent');
  const telemetry = startTelemetry({ service: 'parley-framework-gateway', instanceId: gatewayId }, config.otlpEndpoint);
  const system = { clock: new SystemClock(), random: systemRandom, log, telemetry, gatewayId };
  const gateway = await serveGateway(config, system);
  log.info({ address: gateway.address }, 'listening');
  const stop = (signal: string): void => {
    log.info({ signal }, 'stopping');
    const ended = gateway.close().then(() => telemetry.stop());
    ended.then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, 'stop failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
