import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { SystemClock, systemRandom } from '@parley/common/actor';
import { JournalUnusable, makeFolder, openJournal } from '@parley/common/journal';
import type { Journal } from '@parley/common/journal';
import type { AgentId } from '@parley/common/kernel';
import type { Log } from '@parley/common/logging';
import { formatResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { Telemetry } from '@parley/common/telemetry';
import { composeAgent } from './compose';
import type { Agent } from './compose';
import { coreConfigOf } from './config';
import type { AgentConfig } from './config';
import { openBook, recordsOf } from './domain/agent-book';
import type { OpenBook } from './domain/agent-book';
import type { AgentRecord } from './domain/agent-records';
import { totalResources } from './domain/default-resources';
import { agentRecordCodec } from './edge/checkpoint/record-codec';
import { grpcMasterAccess } from './edge/grpc/master-link';
import { readHostFacts } from './edge/host/host-facts';
import { observeAgent } from './edge/observe/observe-agent';
import { readBootId } from './edge/runtime/proc';
import { ProcessRuntime } from './edge/runtime/process-runtime';
import { sandboxFiles } from './edge/sandbox/sandbox-files';
import { Sandboxes } from './edge/sandbox/sandboxes';
import type { Halt } from './ports';

/** The journal is rewritten when it has grown by this much. */
const COMPACT_AFTER_BYTES = 16 * 1024 * 1024;

/** What an agent process takes from its system. */
export interface AgentSystem {
  readonly log: Log;
  readonly telemetry: Telemetry;
  /** The process's environment, of which tasks inherit a little. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly halt: (because: Halt) => void;
}

/** An agent at work. */
export interface ServedAgent {
  readonly agent: Agent;
  /** What it remembers of earlier runs that a crash had left unfinished, in bytes. */
  readonly tornBytes: number;
  readonly resources: string;
  /** Stops the agent and lets go of its work directory; tasks run on. */
  close(): Promise<void>;
}

/** Runs an agent on this machine. Rejects with one clear sentence when the work directory cannot be used. */
export async function serveAgent(config: AgentConfig, system: AgentSystem): Promise<ServedAgent> {
  const { log, telemetry } = system;
  const workDir = resolve(config.workDir);
  for (const folder of ['runs', 'sandboxes']) ownFolder(workDir, folder);
  const clock = new SystemClock();
  const { journal, book, torn } = await openMemory(workDir);
  const measure = async (): Promise<Resources> => totalResources(config.resources, await readHostFacts(workDir));
  const measured = await measure();
  const bootId = readBootId();
  const onFault = (message: string, error: unknown): void => {
    log.warn({ err: error }, message);
  };
  let runtime: ProcessRuntime | undefined;
  const agent = composeAgent(
    coreConfigOf(config, { hostname: hostname(), resources: measured }),
    {
      clock,
      random: systemRandom,
      newAgentId: () => `agent-${randomUUID()}` as AgentId,
      bootId,
      ...grpcMasterAccess(clock),
      journal,
      runtime: (deliver) =>
        (runtime = new ProcessRuntime({ workDir, bootId, clock, environment: system.environment, onFault }, deliver)),
      files: sandboxFiles(new Sandboxes(join(workDir, 'sandboxes'))),
      measure: (reply) => {
        measure().then(reply, (error: unknown) => {
          onFault('cannot measure the machine', error);
        });
      },
      observe: observeAgent({ log, telemetry, clock }),
      halt: system.halt,
    },
    book,
  );
  const close = async (): Promise<void> => {
    agent.stop();
    runtime?.close();
    await journal.close();
  };
  return { agent, tornBytes: torn, resources: formatResources(measured), close };
}

function ownFolder(workDir: string, folder: string): void {
  try {
    makeFolder(join(workDir, folder));
  } catch (error) {
    throw new JournalUnusable(workDir, error);
  }
}

interface Memory {
  readonly journal: Journal<AgentRecord>;
  readonly book: OpenBook;
  readonly torn: number;
}

/** Opens what the agent remembers. The journal asks for the book it leads to, which only exists once the journal has been read. */
async function openMemory(workDir: string): Promise<Memory> {
  let book = openBook([]);
  const { journal, records, torn } = await openJournal({
    directory: join(workDir, 'memory'),
    codec: agentRecordCodec,
    snapshot: () => recordsOf(book.book),
    compactAfterBytes: COMPACT_AFTER_BYTES,
  });
  book = openBook(records);
  return { journal, book, torn };
}
