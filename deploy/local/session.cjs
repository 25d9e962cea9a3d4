'use strict';

const { mkdirSync, rmSync } = require('node:fs');
const { join, relative, resolve } = require('node:path');
const { LocalCluster } = require('./local-cluster.cjs');
const { ROOT } = require('./processes.cjs');

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a cluster for as long as `work` takes or until the user ends it, and leaves nothing running in either case.
 *
 * The cluster's state lies in a fresh folder below `.parley/`, which is removed after a good end and kept after a failure; a folder that the user
 * chose is always kept. Resolves with the exit code of the launcher.
 * @param {{ purpose: string, stateDir?: string, work: (session: { cluster: LocalCluster, untilStopped: Promise<void>, signal: AbortSignal }) => Promise<number> }} session
 */
async function runSession({ purpose, stateDir, work }) {
  const folder = stateDir === undefined ? join(ROOT, '.parley', `${purpose}-${process.pid}`) : resolve(stateDir);
  if (stateDir === undefined) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const ending = new AbortController();
  const cluster = new LocalCluster({ stateDir: folder, onFailed: (sentence) => ending.abort(new Error(sentence)) });
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
  if (stateDir === undefined && code !== 1) rmSync(folder, { recursive: true, force: true });
  else console.log(`logs and sandboxes are in ${relative(process.cwd(), folder)}`);
  return code;
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

module.exports = { runSession };
