import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readResult, runTasks, Scheduler } from '@parley/sdk';
import type { TaskHandle } from '@parley/sdk';

const PART_BYTES = 12 * 1024; // a task's data, and what it returns with its last status, hold 16 KiB at most
const SKIPPED = new Set(['.git', 'node_modules', 'dist', '.parley', 'generated', 'package-lock.json']);

const BEGIN = 'cd "$PARLEY_SANDBOX" && export LC_ALL=C &&';
const RETURN = '> counts && { [ "$(wc -c < counts)" -gt 16384 ] || cp counts status-data; }';
const MAP = `${BEGIN} tr -cs A-Za-z '\\n' < task-data | tr A-Z a-z | sort | uniq -c | awk 'NF == 2' ${RETURN}`;
const SUM = `awk '{ n[$2] += $1 } END { for (word in n) print n[word], word }' task-data`;
const REDUCE = `${BEGIN} ${SUM} | sort -k1,1nr -k2 | head -n 10 ${RETURN}`;

/** Joins pieces of text into parts that fit into a task's data. */
function pack(pieces: Iterable<string>): string[] {
  const parts = [''];
  for (const piece of pieces) {
    if ((parts.at(-1) ?? '').length + piece.length > PART_BYTES) parts.push('');
    parts.push(`${parts.pop() ?? ''}${piece}`);
  }
  return parts;
}

/** The words of all text files below `folder`, up to `bytesMax` bytes of them. */
function readWords(folder: string, bytesMax: number): { words: string[]; files: number; bytes: number } {
  const found = { words: [] as string[], files: 0, bytes: 0 };
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = join(folder, path);
    const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() === true;
    if (!isFile || found.bytes >= bytesMax || path.split('/').some((name) => SKIPPED.has(name))) continue;
    const content = readFileSync(file).subarray(0, bytesMax - found.bytes);
    if (content.includes(0)) continue; // no text
    found.files += 1;
    found.bytes += content.length;
    for (const word of content.toString('latin1').match(/[A-Za-z]{1,100}/g) ?? []) found.words.push(`${word} `);
  }
  return found;
}

/** The lines `count word` of all maps, so that all lines of one word stay together. */
function shuffle(counts: readonly string[]): Iterable<string> {
  const linesOf = new Map<string, string>();
  for (const line of counts.flatMap((text) => text.split('\n')).filter((each) => each !== '')) {
    const word = line.slice(line.lastIndexOf(' ') + 1);
    linesOf.set(word, `${linesOf.get(word) ?? ''}${line.trim()}\n`);
  }
  return linesOf.values();
}

/** How often each value occurs. */
function tally(values: readonly string[]): Map<string, number> {
  return values.reduce((counts, each) => counts.set(each, (counts.get(each) ?? 0) + 1), new Map<string, number>());
}

/** One line about the job: rewritten in place on a terminal, now and then elsewhere. */
class Progress {
  offers = 0;
  #decile = -1;
  readonly #tasks = new Set<TaskHandle>();

  /** Finished tasks by agent. */
  get agents(): ReadonlyMap<string, number> {
    const finished = [...this.#tasks].filter(({ state }) => state === 'finished');
    return tally(finished.map(({ agentId, hostname }) => `${hostname} (${agentId ?? ''})`).sort());
  }

  readonly changed = (task: TaskHandle): void => {
    const states = tally([...this.#tasks.add(task)].map(({ state }) => state));
    const decile = Math.floor((10 * (states.get('finished') ?? 0)) / this.#tasks.size);
    const text = [...states].map(([state, count]) => `${String(count)} ${state}`).join(', ');
    const line = `offers ${String(this.offers)} | tasks: ${text} | agents ${String(this.agents.size)}`;
    if (process.stdout.isTTY) process.stdout.write(`\r${line}\x1b[K`);
    else if (decile !== this.#decile) console.log(line);
    this.#decile = decile;
  };
}

const USAGE = `usage: node word-count.js [options]
Counts the words of a folder's text files on the cluster, and prints the ten most frequent ones.
  --input DIR        the folder; by default the current one
  --gateway A[,B]    addresses of gateways; by default 127.0.0.1:5060
  --all              takes up to 8192 KiB of the files instead of 400
  --check            only looks whether there is something to count
  --help             prints this`;

/** The options of the command line; ends the process with 78 when it makes no sense. */
function options() {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({ options: { input: text, gateway: text, all: flag, check: flag, help: flag } }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exit(78);
  }
}

/** Counts the words of a folder's text files on the cluster. */
async function main(): Promise<void> {
  const { input = '.', gateway = '127.0.0.1:5060', all = false, help = false, check = false } = options();
  if (help) {
    console.log(USAGE);
    return;
  }
  const limitKiB = all ? 8_192 : 400;
  const { words, files, bytes } = readWords(input, limitKiB * 1024);
  if (words.length === 0) throw new Error(`there are no text files below ${input}`);
  if (check) return;
  const limit = all ? '' : ' (--all takes 8192 KiB)';
  console.log(`counting ${String(bytes)} bytes of ${String(files)} files, ${String(limitKiB)} KiB at most${limit}`);
  const progress = new Progress();
  const offers = (some: readonly unknown[]): number => (progress.offers += some.length);
  const said = new Set<string>(); // each reason is told once in a row of failures: gateways may have one each
  const disconnected = (because: string): void => {
    if (!said.has(because)) console.error(`\nwaiting for a gateway: ${because}`);
    said.add(because);
  };
  const framework = { gateways: gateway.split(','), name: 'word-count', failoverTimeoutMs: 60_000 };
  const scheduler = new Scheduler(framework, { offers, disconnected, subscribed: () => said.clear() });
  try {
    const countAll = async (name: string, command: string, texts: readonly string[]): Promise<string[]> => {
      const task = { name, command, resources: 'cpus:0.1;mem:16', relaunch: 'whenever-lost' } as const;
      const specs = texts.map((data) => ({ ...task, data }));
      const ends = await runTasks(scheduler, specs, progress.changed);
      return Promise.all(ends.map(async (end) => (await readResult(scheduler, end, { path: 'counts' })).toString()));
    };
    const texts = pack(words);
    const parts = pack(shuffle(await countAll('map', MAP, texts)));
    const tops = await countAll('reduce', REDUCE, parts);

    const lines = tops.flatMap((top) => top.trim().split('\n'));
    const ranked = lines.sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10) || (a < b ? -1 : 1));
    console.log(`\nthe ten most frequent words:\n  ${ranked.slice(0, 10).join('\n  ')}`);
    const tasks = `${String(texts.length)} map and ${String(parts.length)} reduce tasks`;
    console.log(`it took ${String(progress.offers)} offers, ${tasks}`);
    for (const [agent, count] of progress.agents) console.log(`  ${String(count)} tasks on ${agent}`);
  } finally {
    await scheduler.stop({ teardown: true });
  }
}

main().catch((error: unknown) => {
  console.error(`the word count failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
