'use strict';

// Processes of a cluster on this machine: started, watched over, signalled, and ended so that nothing is left. Node built-ins only.

const { spawn } = require('node:child_process');
const { closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, statSync } = require('node:fs');
const { createServer } = require('node:net');
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');

/** The root of the repository. */
const ROOT = join(__dirname, '..', '..');

const POLL_MS = 25;
const RESTART_PAUSE_MS = 200;
/** So many unexpected ends within {@link FLAPPING_MS} are taken for a fault that restarting does not cure. */
const FLAPPING_ENDS = 8;
const FLAPPING_MS = 20_000;
/** The exit code of a process whose configuration is wrong (sysexits.h): restarting cannot help. */
const EX_CONFIG = 78;

/** Ports that were handed out by this process, so that two services do not get the same one before either listens. */
const handedOut = new Set();

/**
 * Whether a port can be listened on at 127.0.0.1 now.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/**
 * A port that nobody listens on: the preferred one if it is free, else one below the range that the kernel takes for outgoing connections.
 * @param {number} [preferred]
 * @returns {Promise<number>}
 */
async function freePort(preferred) {
  const random = () => 15_000 + Math.floor(Math.random() * 15_000);
  for (let port = preferred ?? random(), tries = 0; tries < 1_000; port = random(), tries += 1) {
    if (handedOut.has(port) || !(await isFree(port))) continue;
    handedOut.add(port);
    return port;
  }
  throw new Error(
    'no free port was found between 15000 and 30000 on 127.0.0.1; end some of the programs that listen there',
  );
}

/**
 * The caller's environment without what would configure Parley: a cluster that is started here is configured by flags alone.
 * @returns {NodeJS.ProcessEnv}
 */
function plainEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PARLEY_')));
}

/**
 * Waits until `condition` holds, looking every few milliseconds.
 * @param {() => boolean | Promise<boolean>} condition
 * @param {number} deadlineMs
 * @returns {Promise<boolean>} whether it did in time
 */
async function until(condition, deadlineMs) {
  const end = performance.now() + deadlineMs;
  while (!(await condition())) {
    if (performance.now() >= end) return false;
    await pause(POLL_MS);
  }
  return true;
}

/** A process did not come up, or did not stay up: one sentence, and where to read on. */
class ProcessFailed extends Error {
  name = 'ProcessFailed';
}

/** One process with a supervisor: what ends by itself is started again, what was stopped or killed stays so until it is started. */
class ManagedProcess {
  #spec;
  #child;
  #exited = Promise.resolve();
  #wanted = false;
  #logStart = 0;
  /** When it ended without having been asked to; bounded by {@link FLAPPING_ENDS}. */
  #ends = [];
  /** Why it could not be started at all, in a sentence. */
  #notStarted = '';

  /** @param {import('./processes.cjs').ProcessSpec} spec */
  constructor(spec) {
    this.#spec = spec;
    mkdirSync(spec.logDir, { recursive: true });
    this.logFile = join(spec.logDir, `${spec.name}.log`);
  }

  get name() {
    return this.#spec.name;
  }

  /** Undefined while it does not run. */
  get pid() {
    return this.#child?.pid;
  }

  /** Everything that it wrote since it was started last. */
  get output() {
    return existsSync(this.logFile) ? readFileSync(this.logFile).subarray(this.#logStart).toString('utf8') : '';
  }

  /** Starts it and waits until it is ready; rejects with {@link ProcessFailed} if it ends first or takes too long. */
  async start() {
    this.#spawn();
    await this.ready();
    this.#wanted = true;
  }

  /** Done when it is ready, also after a start by the supervisor. */
  async ready() {
    const { ready, readyMs = 20_000, name } = this.#spec;
    const cameUp = await until(() => this.#child === undefined || ready.test(this.output), readyMs);
    if (cameUp && ready.test(this.output)) return;
    await this.kill();
    if (this.#notStarted !== '') throw new ProcessFailed(`${name} was not started: ${this.#notStarted}`);
    const lines = this.output.trim().split('\n').slice(-5).map(plainLine).join('\n  ');
    throw new ProcessFailed(
      `${name} did not come up. Its last words:\n  ${lines || '(none)'}\nIts log: ${this.logFile}`,
    );
  }

  /** Asks it to end, by `signal` or its own way of ending; what has not ended in time is killed. */
  async stop(signal = this.#spec.stopSignal ?? 'SIGTERM', withinMs = this.#spec.stopMs ?? 8_000) {
    this.#wanted = false;
    const child = this.#child;
    if (child === undefined) return;
    child.kill('SIGCONT');
    child.kill(signal);
    if (!(await until(() => this.#child !== child, withinMs))) child.kill('SIGKILL');
    await this.#exited;
  }

  /** `kill -9`, and it stays dead. */
  async kill() {
    this.#wanted = false;
    this.#child?.kill('SIGKILL');
    await this.#exited;
  }

  /** Asks it to end and lets the supervisor start it again; done when it is ready again. */
  async cycle(signal = 'SIGTERM', withinMs = 10_000) {
    const before = this.#child;
    before?.kill(signal);
    if (!(await until(() => this.#child !== undefined && this.#child !== before, withinMs)))
      throw new ProcessFailed(`${this.name} did not end within ${withinMs} ms of ${signal}. Its log: ${this.logFile}`);
    await this.ready();
  }

  /** Stops it without ending it: its timers and connections stand still. */
  pause() {
    this.#child?.kill('SIGSTOP');
  }

  resume() {
    this.#child?.kill('SIGCONT');
  }

  /** For the very end of this process, when there is no time to wait. */
  killNow() {
    this.#wanted = false;
    this.#child?.kill('SIGKILL');
  }

  #spawn() {
    const { command, args, env, logDir } = this.#spec;
    mkdirSync(logDir, { recursive: true });
    const log = openSync(this.logFile, 'a');
    this.#logStart = statSync(this.logFile).size;
    this.#notStarted = '';
    // A group of its own: Ctrl-C reaches the launcher alone, which ends everything in good order.
    const child = spawn(command, args, {
      cwd: ROOT,
      detached: true,
      env: { ...plainEnvironment(), ...env },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.#child = child;
    this.#exited = new Promise((resolve) => {
      const ended = (code) => {
        if (this.#child === child) this.#child = undefined;
        resolve();
        if (this.#wanted) this.#endedUnasked(code);
      };
      child.once('error', (error) => {
        this.#notStarted = error.code === 'ENOENT' ? `there is no program ${command}` : error.message;
        ended(undefined);
      });
      child.once('exit', ended);
    });
  }

  #endedUnasked(code) {
    const now = performance.now();
    this.#ends = [...this.#ends, now].slice(-FLAPPING_ENDS);
    const flapping = this.#ends.length === FLAPPING_ENDS && now - this.#ends[0] < FLAPPING_MS;
    if (code === EX_CONFIG || flapping) {
      this.#wanted = false;
      this.#spec.onFailed?.(`${this.name} does not stay up (exit code ${code}). Its log: ${this.logFile}`);
      return;
    }
    setTimeout(() => {
      if (this.#wanted && this.#child === undefined) this.#spawn();
    }, RESTART_PAUSE_MS);
  }
}

/** A line of a log as people read it: the message alone where it is one of our JSON lines. */
function plainLine(line) {
  try {
    const { message, err, because, ...rest } = JSON.parse(line);
    return [message, because, err?.message].filter(Boolean).join(': ') || JSON.stringify(rest);
  } catch {
    return line;
  }
}

/**
 * Processes of tasks whose sandbox lies below `folder`, as `/proc` shows them now.
 * @param {string} folder
 * @returns {{ pid: number, launchId: string }[]}
 */
function taskProcesses(folder) {
  return processesWhere((environment) => environment.includes(`\0PARLEY_SANDBOX=${folder}/`)).map(
    ({ pid, environment }) => ({ pid, launchId: /\0PARLEY_LAUNCH_ID=([^\0]*)/.exec(environment)?.[1] ?? '' }),
  );
}

/** Kills every process of a task whose sandbox lies below `folder`. */
function killTasks(folder) {
  killWhere((environment) => environment.includes(`\0PARLEY_SANDBOX=${folder}/`));
}

/** Kills every process whose environment, each variable between two zero bytes, is of the kind. */
function killWhere(isMeant) {
  for (const { pid } of processesWhere(isMeant)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
}

function processesWhere(isMeant) {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  const all = pids.map((pid) => ({ pid, environment: `\0${readQuietly(`/proc/${pid}/environ`)}` }));
  return all.filter(({ pid, environment }) => isMeant(environment) && !isZombie(pid));
}

function isZombie(pid) {
  const stat = readQuietly(`/proc/${pid}/stat`);
  return stat === '' || stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
}

/** The text of a file of another process; empty where it is gone or not ours. */
function readQuietly(path) {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

module.exports = { ROOT, ManagedProcess, ProcessFailed, freePort, isFree, until, taskProcesses, killTasks, killWhere };
