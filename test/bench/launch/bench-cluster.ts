import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { TRAFFIC_FILE_VARIABLE } from './link-probe';
import type { SentTraffic } from './link-probe';

/** The services of a cluster without agents. */
export const SERVICES = ['allocator', 'master', 'framework-gateway'] as const;

/** One of {@link SERVICES}. */
export type ServiceName = (typeof SERVICES)[number];

/** From dist/bench/launch to the root of the repository. */
const ROOT = join(__dirname, '..', '..', '..', '..');
const START_MAX_MS = 15_000;
const STOP_MAX_MS = 5_000;
const LOOK_MS = 25;

/** The program that counts what a service sends, loaded before it. */
const PROBE = join(__dirname, 'link-probe.js');

interface Running {
  readonly child: ChildProcess;
  readonly logFile: string;
}

/** A real master with its registry in a temporary folder, a real allocator and a real gateway on free loopback ports. */
export class BenchCluster {
  readonly master: string;
  readonly gateway: string;
  readonly #allocator: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  readonly #running = new Map<ServiceName, Running>();
  readonly #nodeArgs: readonly string[];

  private constructor(ports: readonly number[], nodeArgs: readonly string[]) {
    const [allocator = 0, master = 0, gateway = 0] = ports;
    this.#allocator = `127.0.0.1:${String(allocator)}`;
    this.master = `127.0.0.1:${String(master)}`;
    this.gateway = `127.0.0.1:${String(gateway)}`;
    this.#nodeArgs = nodeArgs;
  }

  /** Starts the services in order and waits until each listens. `nodeArgs` go to each node. */
  static async start(nodeArgs: readonly string[]): Promise<BenchCluster> {
    const cluster = new BenchCluster(await freePorts(SERVICES.length), nodeArgs);
    try {
      for (const name of SERVICES) await cluster.#start(name);
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return cluster;
  }

  pidOf(name: ServiceName): number {
    return this.#running.get(name)?.child.pid ?? 0;
  }

  /** The services that ended though nobody asked them to, with the end of what they wrote. */
  faults(): readonly string[] {
    return [...this.#running]
      .filter(([, { child }]) => child.exitCode !== null || child.signalCode !== null)
      .map(([name, { logFile }]) => `the ${name} ended: ${readFileSync(logFile, 'utf8').slice(-2_000)}`);
  }

  /** Ends every process in the opposite order, removes what they stored and tells what they sent to each other. */
  async stop(): Promise<SentTraffic> {
    for (const { child } of [...this.#running.values()].reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), STOP_MAX_MS);
      await ended;
      clearTimeout(force);
    }
    const traffic = Object.assign({}, ...SERVICES.map((name) => this.#trafficOf(name))) as SentTraffic;
    rmSync(this.#folder, { recursive: true, force: true });
    return traffic;
  }

  /** What a service counted; nothing for one that was killed. */
  #trafficOf(name: ServiceName): SentTraffic {
    const file = join(this.#folder, `${name}.traffic`);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SentTraffic) : {};
  }

  async #start(name: ServiceName): Promise<void> {
    const logFile = join(this.#folder, `${name}.log`);
    const log = openSync(logFile, 'a');
    const program = join(ROOT, 'services', name, 'dist', 'main.js');
    const args = ['--require', PROBE, ...this.#nodeArgs, program, ...this.#flagsOf(name)];
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', log, log],
      env: { ...process.env, [TRAFFIC_FILE_VARIABLE]: join(this.#folder, `${name}.traffic`) },
    });
    closeSync(log);
    this.#running.set(name, { child, logFile });
    const giveUpAt = performance.now() + START_MAX_MS;
    while (!readFileSync(logFile, 'utf8').includes('listening')) {
      const [fault] = this.faults();
      if (fault !== undefined) throw new Error(fault);
      if (performance.now() > giveUpAt) throw new Error(`the ${name} does not listen after ${START_MAX_MS} ms`);
      await pause(LOOK_MS);
    }
  }

  #flagsOf(name: ServiceName): readonly string[] {
    switch (name) {
      case 'allocator':
        return [`--listen=${this.#allocator}`];
      case 'master':
        return [
          `--listen=${this.master}`,
          `--allocator=${this.#allocator}`,
          `--data-dir=${join(this.#folder, 'registry')}`,
        ];
      case 'framework-gateway':
        return [`--listen=${this.gateway}`, `--masters=${this.master}`];
    }
  }
}

/** Ports that nobody listens on at this moment. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map(async (server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map(async (server) => once(server.close(), 'close')));
  return ports;
}
