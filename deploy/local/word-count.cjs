'use strict';

const { spawn } = require('node:child_process');
const { join } = require('node:path');
const { ROOT } = require('./processes.cjs');

const PROGRAM = join(ROOT, 'services', 'sdk', 'dist', 'examples', 'word-count.js');

/**
 * Runs the word count on a cluster; what it says goes to the terminal. Rejects with the reason when it fails.
 * @param {{ cluster: import('./local-cluster.cjs').LocalCluster, input: string, all?: boolean, signal: AbortSignal, onLine?: (line: string) => void }} job With `onLine`, each line is
 *   also told to it, and progress is told in lines.
 */
function countWords({ cluster, input, all = false, signal, onLine }) {
  const args = ['--input', input, '--gateway', cluster.gatewayAddresses.join(','), ...(all ? ['--all'] : [])];
  return runProgram(args, { env: cluster.mark, signal, onLine });
}

/** Rejects when there is nothing to count below a folder; needs no cluster. */
function checkInput(input, signal) {
  return runProgram(['--check', '--input', input], { signal });
}

function runProgram(args, { env = {}, signal, onLine }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', onLine === undefined ? 'inherit' : 'pipe', 'inherit'],
      signal,
    });
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      process.stdout.write(text);
      for (const line of text.split('\n')) onLine(line);
    });
    child.on('error', (error) => reject(signal.aborted ? signal.reason : error));
    child.on('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          signal.aborted
            ? signal.reason
            : new Error(`the sample job failed (exit code ${code}); its reason stands above`),
        );
    });
  });
}

module.exports = { countWords, checkInput };
