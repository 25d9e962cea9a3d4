import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SystemClock } from '@parley/common/actor';
import { after } from '@parley/common/kernel';
import { findEtcd, startEtcd } from '@parley/common/testing';
import type { RealEtcd } from '@parley/common/testing';
import { openEtcd, RecordingSink } from '@parley/master/testing';
import type { Coordination, CoordinationBench, EtcdOptions } from '@parley/master/testing';

/** The program under test, if it is here: PARLEY_ETCD or on PATH. */
export const ETCD = findEtcd(process.env);

export const clock = new SystemClock();

/** How long anything may take before a test gives up. */
const PATIENCE_MS = 15_000;

let prefixes = 0;

/** A part of etcd that no other test uses. */
export function freshPrefix(): string {
  prefixes += 1;
  return `/test-${String(prefixes)}`;
}

/** Runs etcd in a directory of its own. */
export async function runEtcd(nodes: 1 | 3): Promise<RealEtcd & AsyncDisposable> {
  const clusterDir = mkdtempSync(join(tmpdir(), 'parley-etcd-'));
  const etcd = await startEtcd({ binary: ETCD ?? 'etcd', nodes, clusterDir });
  return Object.assign(etcd, {
    [Symbol.asyncDispose]: async () => {
      await etcd.stop();
      rmSync(clusterDir, { recursive: true });
    },
  });
}

/** What an instance is opened with unless a test says otherwise. */
export function optionsFor(endpoints: readonly string[], prefix: string): EtcdOptions {
  return {
    endpoints,
    prefix,
    startTimeoutMs: 5000,
    clusterId: undefined,
    newClusterId: 'chosen-at-random',
    incarnationMin: 0,
    leaseTtlMs: 2000,
    instanceId: 'm',
  };
}

/** Looks again every few milliseconds until the condition holds; says how long that took. */
export async function until(condition: () => boolean, what: string): Promise<number> {
  const from = clock.now();
  while (!condition()) {
    if (clock.now() - from > PATIENCE_MS) throw new Error(`not within ${String(PATIENCE_MS)} ms: ${what}`);
    await pass(5);
  }
  return clock.now() - from;
}

/** The same, where how long it took does not matter. */
export async function eventually(condition: () => boolean, what: string): Promise<void> {
  await until(condition, what);
}

/** Lets time pass, for what must not happen meanwhile. */
export function pass(ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.at(after(clock.now(), ms), resolve);
  });
}

/** An instance that takes part, and what it was told. */
export interface Member {
  readonly coordination: Coordination;
  readonly sink: RecordingSink;
}

/** Opens an instance and lets it campaign. */
export async function member(options: EtcdOptions, address = 'm:1'): Promise<Member> {
  const coordination = await openEtcd(options, clock);
  const sink = new RecordingSink();
  coordination.campaign(address, sink);
  return { coordination, sink };
}

/** An instance that leads. */
export async function leader(options: EtcdOptions, address?: string): Promise<Member> {
  const opened = await member(options, address);
  await until(() => leads(opened), 'election');
  return opened;
}

export const leads = ({ coordination }: Member): boolean => coordination.leader().leading;

/** The bench of the contract suite over a part of a running etcd. */
export function benchOver(etcd: () => RealEtcd): () => Promise<CoordinationBench> {
  return async () => {
    const options = optionsFor(etcd().endpoints, freshPrefix());
    return {
      now: () => clock.now(),
      open: () => openEtcd(options, clock),
      until: eventually,
      resign: (coordination) => coordination.resign(),
      close: async () => {},
    };
  };
}
