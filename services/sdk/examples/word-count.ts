import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTasks, Scheduler } from '@parley/sdk';
import type { TaskEnd, TaskHandle, TaskSpec } from '@parley/sdk';

const CHUNK_BYTES = 12 * 1024; // a task's data holds 16 KiB at most
const INPUT_BYTES_DEFAULT = 400 * 1024;
const INPUT_BYTES_MAX = 8 * 1024 * 1024;
const SKIPPED = new Set(['.git', 'node_modules', 'dist', '.parley']);
const RETURN_COUNTS = '[ "$(wc -c < counts)" -gt 16384 ] || cp counts status-data';
const MAP = `cd "$PARLEY_SANDBOX" && export LC_ALL=C && tr -cs 'A-Za-z' '\\n' < task-data | tr 'A-Z' 'a-z' | sort | uniq -c > counts && { ${RETURN_COUNTS}; }`;
const REDUCE = `cd "$PARLEY_SANDBOX" && export LC_ALL=C && awk '{ n[$2] += $1 } END { for (w in n) print n[w], w }' task-data | sort -k1,1nr -k2 | head -n 10 > counts && { ${RETURN_COUNTS}; }`;

/** Texts of at most 12 KiB, cut between words, from the files below `folder` until there are `bytesMax` bytes. */
function readChunks(
  folder: string,
  bytesMax: number,
): { chunks: string[]; files: number; bytes: number; cut: boolean } {
  const found = { chunks: [] as string[], files: 0, bytes: 0, cut: false };
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  let rest = '';
  for (const path of paths) {
    if (path.split('/').some((part) => SKIPPED.has(part)) || !statSync(join(folder, path)).isFile()) continue;
    const content = readFileSync(join(folder, path));
    if (content.includes(0)) continue; // no text
    if (found.bytes + content.length > bytesMax) found.cut = true;
    if (found.cut) break;
    found.files += 1;
    found.bytes += content.length;
    rest += `${content.toString('latin1').replace(/[^A-Za-z]+/g, ' ')} `;
    while (rest.length > CHUNK_BYTES) {
      const end = rest.lastIndexOf(' ', CHUNK_BYTES);
      found.chunks.push(rest.slice(0, end > 0 ? end : CHUNK_BYTES));
      rest = rest.slice(end > 0 ? end : CHUNK_BYTES);
    }
  }
  return { ...found, chunks: [...found.chunks, rest] };
}

/** Packs the lines `count word` of all maps into parts of at most 12 KiB, all lines of one word into the same. */
function shuffle(counts: readonly string[]): string[] {
  const linesOf = new Map<string, string>();
  for (const line of counts.join('\n').split('\n')) {
    const [count, word] = line.trim().split(' ');
    if (word !== undefined) linesOf.set(word, `${linesOf.get(word) ?? ''}${count ?? ''} ${word}\n`);
  }
  const parts = [''];
  for (const lines of linesOf.values()) {
    if ((parts.at(-1) ?? '').length + lines.length > CHUNK_BYTES) parts.push('');
    parts.push(`${parts.pop() ?? ''}${lines}`);
  }
  return parts;
}

/** One line about the job, rewritten in place on a terminal. */
class Progress {
  readonly #states = new Map<string, string>();
  readonly agents = new Map<string, number>();
  offers = 0;

  readonly changed = ({ key, state }: TaskHandle): void => {
    this.#states.set(key, state);
    this.print();
  };

  ended({ agentId, hostname }: TaskEnd): void {
    const agent = `${hostname} (${agentId ?? 'none'})`;
    this.agents.set(agent, (this.agents.get(agent) ?? 0) + 1);
  }

  print(end = '\r'): void {
    const count = (state: string): number => [...this.#states.values()].filter((each) => each === state).length;
    const states = [...new Set(this.#states.values())].map((state) => `${String(count(state))} ${state}`).join(', ');
    const line = `offers ${String(this.offers)} | tasks: ${states} | agents ${String(this.agents.size)}`;
    if (process.stdout.isTTY) process.stdout.write(`${line}\x1b[K${end}`);
    else if (count('finished') === this.#states.size || this.#states.size % 20 === 0) console.log(line);
  }
}

/** Runs one command over each of the texts, in tasks of their own, and returns what they counted. */
async function countAll(
  scheduler: Scheduler,
  progress: Progress,
  job: { name: string; command: string; texts: readonly string[] },
): Promise<string[]> {
  const task = {
    name: job.name,
    command: job.command,
    resources: 'cpus:0.1;mem:16',
    relaunch: 'whenever-lost',
  } as const;
  const ends = await runTasks(
    scheduler,
    job.texts.map((data): TaskSpec => ({ ...task, data })),
    progress.changed,
  );
  return Promise.all(
    ends.map(async (end) => {
      progress.ended(end);
      if (end.data.length > 0) return Buffer.from(end.data).toString();
      const file = await scheduler.readSandboxFile(end.taskId ?? '', 'counts');
      if (!file.ok) throw new Error(`the counts of task ${end.key} could not be read: ${file.message}`);
      return Buffer.from(file.data).toString();
    }),
  );
}

/** Counts the words of a folder's text files on the cluster. */
async function main(): Promise<void> {
  const options = {
    input: { type: 'string', default: '.' },
    gateway: { type: 'string', default: '127.0.0.1:5060' },
    all: { type: 'boolean', default: false },
  } as const;
  const { input, gateway, all } = parseArgs({ options }).values;
  const { chunks, files, bytes, cut } = readChunks(input, all ? INPUT_BYTES_MAX : INPUT_BYTES_DEFAULT);
  console.log(`counting ${String(bytes)} bytes in ${String(files)} files${cut ? ', the first of more' : ''}`);
  const progress = new Progress();
  const scheduler = new Scheduler(
    { gateways: gateway.split(','), name: 'word-count', failoverTimeoutMs: 60_000 },
    {
      offers: (offers) => (progress.offers += offers.length),
      disconnected: (because) => console.error(`waiting for a gateway: ${because}`),
    },
  );
  const partials = await countAll(scheduler, progress, { name: 'map', command: MAP, texts: chunks });
  const parts = shuffle(partials);
  const tops = await countAll(scheduler, progress, { name: 'reduce', command: REDUCE, texts: parts });
  const ranked = tops
    .flatMap((top) => top.trim().split('\n'))
    .sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10));
  progress.print('\n');
  console.log(`the ten most frequent words:\n${ranked.slice(0, 10).join('\n')}`);
  console.log(
    `${String(progress.offers)} offers, ${String(chunks.length)} map and ${String(parts.length)} reduce tasks`,
  );
  for (const [agent, tasks] of progress.agents) console.log(`  ${String(tasks)} tasks on agent ${agent}`);
  await scheduler.stop({ teardown: true });
}

main().catch((error: unknown) => {
  console.error(`the word count failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
