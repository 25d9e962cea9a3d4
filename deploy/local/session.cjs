'use strict';

const { mkdirSync, readdirSync, rmSync, statSync } = require('node:fs');
const { join, relative, resolve } = require('node:path');
const { LocalCluster } = require('./local-cluster.cjs');
const { ROOT } = require('./processes.cjs');

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a cluster for as long as `work` takes or until the user ends it, and leaves nothing running in either case.
 *
 * The cluster's state lies in a fresh folder below `.parley/`, which is removed after a good end and kept after a failure; a folder that the user
 * chose is always kept. Folders that earlier launchers left are removed, except the latest. Resolves with the exit code of the launcher.
 * @param {{ purpose: string, stateDir?: string, flags?: import('./local-cluster.cjs').LocalClusterOptions['flags'], work: (session: { cluster: LocalCluster, untilStopped: Promise<void>, signal: AbortSignal }) => Promise<number> }} session
 */
async function runSession({ purpose, stateDir, flags, work }) {
  const folder = stateDir === undefined ? join(ROOT, '.parley', `${purpose}-${process.pid}`) : resolve(stateDir);
  if (stateDir === undefined) {
    rmSync(folder, { recursive: true, force: true });
    removeLeftovers(join(ROOT, '.parley'));
  }
  mkdirSync(folder, { recursive: true });
  const ending = new AbortController();
  const cluster = new LocalCluster({
    stateDir: folder,
    flags,
    onFailed: (sentence) => ending.abort(new Error(sentence)),
  });
  const untilStopped = new Promise((resolve) => listenForEnd(ending, resolve));
  process.on('exit', () => cluster.stopNow());

  const failed = new Promise((_, reject) =>
    ending.signal.addEventListener('abort', () => reject(ending.signal.reason)),
  );
  let code;
  try {
    code = await Promise.race([work({ cluster, untilStopped, signal: ending.signal }), failed]);
  } catch (error) {
    code = error instanceof StoppedByUser ? 130 : 1;
    if (code === 1) console.error(`\n${error.message}`);
  }
  await cluster.stop();
  const isWorthKeeping = code === 1 && cluster.addresses.size > 0;
  if (stateDir === undefined && !isWorthKeeping) rmSync(folder, { recursive: true, force: true });
  else console.log(`logs and sandboxes are in ${relative(process.cwd(), folder)}`);
  return code;
}

/**
 * Removes the state folders, named `<purpose>-<process id>`, of launchers that are gone, except the latest one: somebody may want to know why that
 * failed.
 * @param {string} parent
 */
function removeLeftovers(parent) {
  mkdirSync(parent, { recursive: true });
  const left = readdirSync(parent).flatMap((name) => {
    const [, pid] = /^[a-z]+-(\d+)$/.exec(name) ?? [];
    if (pid === undefined || isAlive(Number(pid))) return [];
    const path = join(parent, name);
    return [{ path, changedMs: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }];
  });
  left.sort((a, b) => b.changedMs - a.changedMs);
  for (const { path } of left.slice(1)) rmSync(path, { recursive: true, force: true });
}

/** Whether a launcher of this process id may still run. */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code !== 'ESRCH';
  }
}

/** The user asked for the end while work was under way. */
class StoppedByUser extends Error {}

/** The first signal ends in good order, the second at once. */
function listenForEnd(ending, stopped) {
  let asked = false;
  for (const name of SIGNALS) {
    process.on(name, () => {
      if (asked) process.exit(130);
      asked = true;
      console.log('\nstopping the cluster');
      stopped();
      // Whoever waits for `untilStopped` goes on first, and ends well.
      setTimeout(() => ending.abort(new StoppedByUser()), 50);
    });
  }
}

module.exports = { runSession, removeLeftovers };
