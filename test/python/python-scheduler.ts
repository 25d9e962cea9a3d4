import { execFile, spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { protoFiles } from '@parley/protos';
import { ROOT } from '../../deploy/local/processes.cjs';

const run = promisify(execFile);

/** The scheduler, which is also the example of docs/framework-guide.md. */
export const PYTHON_SCHEDULER = join(ROOT, 'test', 'python', 'scheduler.py');

/** The programs that the scheduler needs: `npm test` finds or installs them and says where they are. */
export const PYTHON = {
  python: process.env['PARLEY_PYTHON'] ?? '/usr/bin/python3',
  protoc: process.env['PARLEY_PROTOC'] ?? 'protoc',
  plugin: process.env['PARLEY_GRPC_PYTHON_PLUGIN'] ?? '/usr/bin/grpc_python_plugin',
};

/** Whether these programs are there. */
export function hasPython(): boolean {
  const works = (program: string, args: readonly string[]): boolean => spawnSync(program, args).status === 0;
  const { python, protoc, plugin } = PYTHON;
  return works(python, ['-c', 'import grpc, google.protobuf']) && works(protoc, ['--version']) && existsSync(plugin);
}

/** One report of the scheduler: the state of a task. */
export interface PythonReport {
  readonly task: string;
  /** Empty for a task that it no longer has open. */
  readonly command: string;
  /** As in the contract, without `TASK_STATE_`. */
  readonly state: string;
}

/** Generates the stubs of the whole contract into a folder. */
export async function generateStubs(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const outputs = [`--python_out=${folder}`, `--grpc_python_out=${folder}`];
  const plugin = `--plugin=protoc-gen-grpc_python=${PYTHON.plugin}`;
  await run(PYTHON.protoc, ['-I', '.', ...outputs, plugin, ...protoFiles()], { cwd: join(ROOT, 'protos') });
}

/** The scheduler as a process that runs `commands` one after another. */
export class PythonScheduler {
  readonly reports: PythonReport[] = [];
  /** What went wrong, as Python says it. */
  errors = '';
  /** Its exit code, or undefined while it runs. */
  exitCode: number | null | undefined;
  readonly #process: ChildProcess;

  constructor(stubs: string, gateway: string, commands: readonly string[]) {
    const env = { ...process.env, PYTHONPATH: stubs, PYTHONDONTWRITEBYTECODE: '1' };
    this.#process = spawn(PYTHON.python, [PYTHON_SCHEDULER, gateway, ...commands], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { stdout, stderr } = this.#process;
    if (stdout !== null) createInterface(stdout).on('line', (line) => this.#heard(line));
    stderr?.on('data', (data: Buffer) => (this.errors += data.toString()));
    this.#process.once('close', (code) => (this.exitCode = code));
  }

  /** The states heard of a command's tasks, in order; one entry for each time that a state began. */
  statesOf(command: string): readonly string[] {
    const states = this.reports.filter((report) => report.command === command).map(({ state }) => state);
    return states.filter((state, index) => state !== states[index - 1]);
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  #heard(line: string): void {
    const said = JSON.parse(line) as Partial<PythonReport>;
    // Whatever is no report is about the connection.
    if (said.task !== undefined && said.state !== undefined)
      this.reports.push({ task: said.task, command: said.command ?? '', state: said.state });
  }
}
