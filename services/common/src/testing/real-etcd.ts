import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { SystemClock } from '../actor/system-clock';
import { after } from '../kernel';

/** How a real etcd is run for tests. */
export interface RealEtcdOptions {
  /** Path of the program; see {@link findEtcd}. */
  readonly binary: string;
  readonly nodes: 1 | 3;
  /** An existing directory, for the data of this etcd alone. */
  readonly clusterDir: string;
}

const clock = new SystemClock();
/** Below the ports that the kernel gives to outgoing connections, so that a node that restarts finds its port free. */
const PORTS = { lowest: 20_000, highest: 30_000 };
const READY_MS = 20_000;
const ASK_AGAIN_MS = 50;

/** The path of etcd: PARLEY_ETCD_BIN or PARLEY_ETCD if set, else `etcd` on PATH; undefined when there is none. */
export function findEtcd(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const named = env['PARLEY_ETCD_BIN'] ?? env['PARLEY_ETCD'];
  if (named !== undefined) return named;
  return (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, 'etcd'))
    .find(isExecutable);
}

/** Starts etcd on free ports of the loopback and waits until every node serves. */
export async function startEtcd(options: RealEtcdOptions): Promise<RealEtcd> {
  const nodes: EtcdNode[] = [];
  for (let index = 0; index < options.nodes; index += 1) {
    nodes.push({ name: `n${String(index)}`, client: await freePort(), peer: await freePort(), process: undefined });
  }
  const etcd = new RealEtcd(options, nodes);
  await etcd.start();
  return etcd;
}

interface EtcdNode {
  readonly name: string;
  readonly client: number;
  readonly peer: number;
  process: ChildProcess | undefined;
}

/** An etcd of one or three real processes. Nodes are named by their index. */
export class RealEtcd {
  readonly #cluster: string;

  constructor(
    private readonly options: RealEtcdOptions,
    private readonly nodes: readonly EtcdNode[],
  ) {
    this.#cluster = nodes.map(({ name, peer }) => `${name}=${urlOf(peer)}`).join(',');
  }

  /** `host:port` of every node. */
  get endpoints(): readonly string[] {
    return this.nodes.map(({ client }) => `127.0.0.1:${String(client)}`);
  }

  /** Starts every node; those of a cluster wait for each other. */
  async start(): Promise<void> {
    for (const node of this.nodes) this.#spawn(node);
    await Promise.all(this.nodes.map(untilServing));
  }

  /** Stands still, with its connections open. */
  pause(index = 0): void {
    this.#node(index).process?.kill('SIGSTOP');
  }

  resume(index = 0): void {
    this.#node(index).process?.kill('SIGCONT');
  }

  /** Ends a node without warning and waits until it is gone. */
  async kill(index = 0): Promise<void> {
    const node = this.#node(index);
    const { process } = node;
    node.process = undefined;
    if (process === undefined || process.exitCode !== null) return;
    const gone = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGKILL');
    await gone;
  }

  /** Kills a node if it runs, then starts it with the data it had and waits until it serves. */
  async restart(index = 0): Promise<void> {
    await this.kill(index);
    const node = this.#node(index);
    this.#spawn(node);
    await untilServing(node);
  }

  /** Ends every node. The directory stays. */
  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((_, index) => this.kill(index)));
  }

  #node(index: number): EtcdNode {
    const node = this.nodes[index];
    if (node === undefined) throw new RangeError(`there is no etcd node ${String(index)}`);
    return node;
  }

  #spawn(node: EtcdNode): void {
    const directory = join(this.options.clusterDir, node.name);
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const flags = {
      name: node.name,
      'data-dir': directory,
      logger: 'zap',
      'log-level': 'error',
      'listen-client-urls': urlOf(node.client),
      'advertise-client-urls': urlOf(node.client),
      'listen-peer-urls': urlOf(node.peer),
      'initial-advertise-peer-urls': urlOf(node.peer),
      'initial-cluster': this.#cluster,
    };
    const args = Object.entries(flags).map(([name, value]) => `--${name}=${value}`);
    node.process = spawn(this.options.binary, args, { stdio: 'ignore' });
  }
}

/** Resolves when a node says that it is healthy; rejects when it ended or took too long. */
async function untilServing(node: EtcdNode): Promise<void> {
  const deadline = clock.now() + READY_MS;
  while (!(await isHealthy(node))) {
    const { process } = node;
    if (process?.exitCode !== null) throw new Error(`etcd ended with exit code ${String(process?.exitCode)}`);
    if (clock.now() > deadline) throw new Error(`etcd does not serve within ${String(READY_MS)} ms`);
    await new Promise<void>((resolve) => {
      clock.at(after(clock.now(), ASK_AGAIN_MS), resolve);
    });
  }
}

function isHealthy({ client }: EtcdNode): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(`${urlOf(client)}/health`, { timeout: 1000 }, (response) => {
      let body = '';
      response.on('data', (data: Buffer) => (body += data.toString()));
      response.on('end', () => {
        resolve(body.includes('true'));
      });
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => {
      resolve(false);
    });
  });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function urlOf(port: number): string {
  return `http://127.0.0.1:${String(port)}`;
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(PORTS.lowest, PORTS.highest);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}
