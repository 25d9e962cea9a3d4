import { randomUUID } from 'node:crypto';
import { SystemClock, systemRandom } from '@parley/common/actor';
import { effectiveConfig, EX_CONFIG, readConfig } from '@parley/common/config';
import { JournalHeld, JournalUnusable } from '@parley/common/journal';
import { createLog } from '@parley/common/logging';
import { startTelemetry } from '@parley/common/telemetry';
import { CHECKS, FIELDS } from './config';
import type { MasterConfig } from './config';
import { CoordinationRefused } from './edge/registry/coordination-refused';
import { openCoordination } from './edge/registry/open-coordination';
import { serve } from './serve';

/** The instance ended because it does not lead any more: its supervisor starts the next one (EX_TEMPFAIL of sysexits.h). */
const EX_TEMPFAIL = 75;

async function run(config: MasterConfig): Promise<void> {
  const instanceId = randomUUID();
  const clock = new SystemClock();
  const log = createLog({ service: 'master', instanceId, level: config.logLevel });
  const telemetry = startTelemetry({ service: 'parley-master', instanceId }, config.otlpEndpoint);
  const coordination = await openCoordination(config, { id: instanceId, clock });
  const ended = (because: string): void => {
    log.error({ because }, 'ending: this instance does not lead any more');
    void telemetry.stop().finally(() => process.exit(EX_TEMPFAIL));
  };
  const serving = await serve(config, { clock, random: systemRandom, log, telemetry, coordination, ended });
  log.info({ ...effectiveConfig(FIELDS, config), port: serving.port }, 'listening');
  if (config.insecure) log.warn({}, 'insecure: whoever reaches this address can run commands on every agent');
  const stop = async (): Promise<void> => {
    await serving.stop();
    await telemetry.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}

/** Whether starting again is of no use before somebody changes the configuration. */
function isConfigurationFault(error: unknown): boolean {
  if (error instanceof CoordinationRefused) return error.fault === 'configuration';
  return error instanceof JournalHeld || error instanceof JournalUnusable;
}

const read = readConfig(FIELDS, {
  env: process.env,
  argv: process.argv.slice(2),
  about: 'Parley master.',
  checks: CHECKS,
});
if (read.ok) {
  run(read.config).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(isConfigurationFault(error) ? EX_CONFIG : 1);
  });
} else {
  (read.exitCode === 0 ? process.stdout : process.stderr).write(read.report);
  process.exitCode = read.exitCode;
}
