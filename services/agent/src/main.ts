import { randomUUID } from 'node:crypto';
import { effectiveConfig, EX_CONFIG, readConfig } from '@parley/common/config';
import { JournalHeld, JournalUnusable } from '@parley/common/journal';
import { createLog } from '@parley/common/logging';
import { startTelemetry } from '@parley/common/telemetry';
import { CHECKS, FIELDS } from './config';
import type { AgentConfig } from './config';
import { serveAgent } from './serve';

async function run(config: AgentConfig): Promise<void> {
  const instanceId = randomUUID();
  const log = createLog({ service: 'agent', instanceId, level: config.logLevel });
  const telemetry = startTelemetry({ service: 'parley-agent', instanceId }, config.otlpEndpoint);
  const served = await serveAgent(config, {
    log,
    telemetry,
    environment: process.env,
    halt: ({ why, because }) => {
      log[why === 'storage-failed' ? 'error' : 'info']({ why, because }, 'stopped');
      void leave(why === 'storage-failed' ? 1 : 0);
    },
  });
  const { agentId } = served.agent;
  log.info({ ...effectiveConfig(FIELDS, config), agentId, resources: served.resources }, 'agent is up');
  if (served.tornBytes > 0)
    log.warn({ bytes: served.tornBytes }, 'a crash had left an unfinished record, which was cut off');
  const leave = async (code: number): Promise<void> => {
    await served.close();
    await telemetry.stop();
    process.exit(code);
  };
  // Tasks outlive the agent, so that it can be replaced. Who stops it by hand or sends SIGUSR1 wants the machine left empty.
  process.once('SIGTERM', () => void leave(0));
  for (const signal of ['SIGINT', 'SIGUSR1'] as const) {
    process.once(signal, () => {
      served.agent.stopTasks();
    });
  }
}

const about =
  'Parley agent: runs tasks on this machine. SIGTERM leaves them running, SIGINT and SIGUSR1 end them first.';
const read = readConfig(FIELDS, { env: process.env, argv: process.argv.slice(2), about, checks: CHECKS });
if (read.ok) {
  run(read.config).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(error instanceof JournalHeld || error instanceof JournalUnusable ? EX_CONFIG : 1);
  });
} else {
  (read.exitCode === 0 ? process.stdout : process.stderr).write(read.report);
  process.exitCode = read.exitCode;
}
