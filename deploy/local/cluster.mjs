// `npm run cluster`: a cluster of chosen size on this machine, also with several masters over etcd. See --help.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

import commandLine from './command-line.cjs';
import preparation from './preparation.cjs';
import processes from './processes.cjs';
import requirements from './requirements.cjs';
import session from './session.cjs';
import wordCount from './word-count.cjs';

const ABOUT = `npm run cluster -- [options]
Starts a Parley cluster on this machine, each part its own process, and keeps it up until Ctrl-C. Several masters need etcd, which keeps
who leads and what the cluster must not forget.`;

/** The etcd that the caller names; empty when it is to be found on PATH. */
const NAMED_ETCD = process.env.PARLEY_ETCD ?? '';

/** As the allocator has them. */
const POLICIES = ['drf', 'strict-priority', 'random'];
const PRIORITIES = /^[^=,\s]+=-?\d+(,[^=,\s]+=-?\d+)*$/;

const NUMBER = { check: (text) => (/^[1-9]\d?$/.test(text) ? undefined : 'expected a number from 1 to 99') };
const OPTIONS = {
  masters: { value: 'N', doc: 'how many masters; 1 by default, more need --etcd', ...NUMBER },
  etcd: { doc: 'starts an etcd for this cluster, from PATH or from the program that PARLEY_ETCD names' },
  agents: { value: 'N', doc: 'how many agents; 3 by default', ...NUMBER },
  policy: {
    value: 'NAME',
    doc: 'who is offered things first: drf (by default), strict-priority or random',
    check: (text) => (POLICIES.includes(text) ? undefined : `expected one of ${POLICIES.join(', ')}`),
  },
  priorities: {
    value: 'LIST',
    doc: 'priorities of roles for strict-priority, the higher first, such as prod=10,batch=-1',
    check: (text) =>
      PRIORITIES.test(text) ? undefined : 'expected roles with whole numbers, such as prod=10,batch=-1',
  },
  allocator: {
    value: 'HOST:PORT',
    doc: 'uses the allocator that listens there, such as one of your own, and starts none',
    check: (text) => (isAddress(text) ? undefined : 'expected HOST:PORT, such as 127.0.0.1:7070'),
  },
  demo: {
    value: 'failover',
    doc: 'counts words, kills the leading master in the middle, tells how long the takeover took, and ends',
    check: (text) => (text === 'failover' ? undefined : 'the only one is failover'),
  },
  'state-dir': {
    value: 'DIR',
    doc: 'where state and logs go and stay; by default a folder that is removed at the end',
  },
};

/** The path of the program that PARLEY_ETCD names, by default `etcd` on PATH; undefined where there is none. */
function findEtcd() {
  const name = NAMED_ETCD || 'etcd';
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = name.includes('/') ? [resolve(name)] : folders.map((folder) => join(folder, name));
  return places.find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isAddress(text) {
  const [, port] = /^(?:\[[\da-f:.]+\]|[^\s:/[\]]+):(\d{1,5})$/i.exec(text) ?? [];
  return port !== undefined && Number(port) >= 1 && Number(port) <= 65_535;
}

/** What the options ask for together, or why that cannot be. */
function faultOf(options, masters, etcd) {
  if (masters > 1 && !options.etcd) return `--masters ${masters}: more than one master needs --etcd`;
  if (options.demo !== undefined && masters < 2)
    return '--demo failover needs another master to take over: add --masters 3 --etcd';
  const ours = ['policy', 'priorities'].find((name) => options[name] !== undefined);
  if (options.allocator !== undefined && ours !== undefined)
    return `--${ours}: the allocator at ${options.allocator} has its own settings; leave out one of the two`;
  if (options.priorities !== undefined && options.policy !== 'strict-priority')
    return '--priorities: only one policy heeds them; add --policy strict-priority';
  if (options.etcd && etcd === undefined)
    return NAMED_ETCD === ''
      ? '--etcd: there is no etcd on PATH; install it (Debian and Ubuntu: apt-get install etcd-server), or name the program in PARLEY_ETCD'
      : `--etcd: there is no program ${NAMED_ETCD}, which PARLEY_ETCD names; correct it, or unset it to take etcd from PATH`;
  return undefined;
}

async function startCluster(cluster, { masters, agents, etcd, allocator }) {
  const numbered = (name, count) => Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);
  if (etcd !== undefined) await cluster.startEtcd(etcd);
  if (allocator === undefined) await cluster.startAllocator();
  else cluster.useAllocator(allocator);
  await cluster.startMasters(numbered('master', masters));
  await cluster.startGateway('gateway', 5060);
  const resources = (index) => `cpus:1;mem:512;disk:1024;ports:[${31_000 + index * 10}-${31_009 + index * 10}]`;
  await Promise.all(
    numbered('agent', agents).map((name, index) => cluster.startAgent({ name, resources: resources(index) })),
  );
}

async function currentLeader(cluster) {
  const { leadingMaster } = await import('./leader-lookup.cjs');
  const address = await leadingMaster(cluster.masterAddresses);
  return [...cluster.masters.values()].find((master) => cluster.addresses.get(master.name) === address);
}

async function tellAddresses(cluster) {
  const leader = await currentLeader(cluster);
  console.log('');
  for (const [name, address] of cluster.addresses) {
    console.log(`${name.padEnd(12)} ${address}${name === leader?.name ? '   leads' : ''}`);
  }
  console.log(`logs and sandboxes: ${cluster.stateDir}`);
}

/** Counts words and kills the leader once tasks have finished. */
async function demonstrateFailover(cluster, signal) {
  let takeover;
  const onLine = (line) => {
    if (takeover === undefined && /\d+ finished/.test(line)) takeover = killLeader(cluster);
  };
  await wordCount.countWords({ cluster, input: processes.ROOT, signal, onLine });
  if (takeover === undefined) throw new Error('the words were counted before the leader could be killed; try again');
  const { from, to, tookMs } = await takeover;
  console.log(`\nthe leader ${from} was killed in the middle; ${to} led after ${tookMs} ms, and the count is complete`);
}

async function killLeader(cluster) {
  const leader = await currentLeader(cluster);
  if (leader === undefined) throw new Error('no master leads');
  const killedAt = performance.now();
  await leader.kill();
  console.log(`killed ${leader.name}, which led`);
  let next;
  const isTaken = async () => (next = await currentLeader(cluster)) !== undefined;
  if (!(await processes.until(isTaken, 60_000))) throw new Error('no other master took over within a minute');
  return { from: leader.name, to: next.name, tookMs: Math.round(performance.now() - killedAt) };
}

const problem = requirements.systemProblem(process);
if (problem !== undefined) {
  console.error(problem);
  process.exit(1);
}
const options = commandLine.optionsOrExit(ABOUT, OPTIONS);
const [masters, agents] = [Number(options.masters ?? 1), Number(options.agents ?? 3)];
const etcd = options.etcd ? findEtcd() : undefined;
const fault = faultOf(options, masters, etcd);
if (fault !== undefined) commandLine.refuse([fault]);
const { policy, priorities } = options;
const flags = { allocator: { ...(policy && { policy }), ...(priorities && { priorities }) } };
const work = async ({ cluster, untilStopped, signal }) => {
  await preparation.prepare((line) => console.log(line));
  const { allocator } = options;
  const decider = allocator === undefined ? `1 allocator (${policy ?? 'drf'})` : `no allocator, but using ${allocator}`;
  console.log(
    `starting ${masters} master(s), ${decider}, 1 framework-gateway, ${agents} agent(s)${etcd ? ' and etcd' : ''}`,
  );
  await startCluster(cluster, { masters, agents, etcd, allocator });
  await tellAddresses(cluster);
  if (options.demo !== undefined) {
    await demonstrateFailover(cluster, signal);
    return 0;
  }
  console.log('\nThe cluster stays up until Ctrl-C.');
  await untilStopped;
  return 0;
};
process.exitCode = await session.runSession({ purpose: 'cluster', stateDir: options['state-dir'], flags, work });
