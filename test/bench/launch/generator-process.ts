import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { GeneratorReport, GeneratorSettings, RunOrder, RunResult } from './generator-messages';

/** The generator as its parent sees it. */
export class GeneratorProcess {
  readonly #child: ChildProcess;
  #resolve: ((report: GeneratorReport) => void) | undefined;
  #reject: ((error: Error) => void) | undefined;

  constructor(settings: GeneratorSettings, execArgv: readonly string[]) {
    this.#child = fork(join(__dirname, 'generator.js'), [JSON.stringify(settings)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: [...execArgv],
    });
    this.#child.on('message', (report: GeneratorReport) => {
      if (report.report === 'failed') this.#reject?.(new Error(report.message));
      else this.#resolve?.(report);
    });
    this.#child.on('exit', (code, signal) => {
      this.#reject?.(new Error(`the generator ended with ${String(code ?? signal)}`));
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Resolves when all agents are registered and all frameworks subscribed, with the milliseconds that took. */
  async ready(): Promise<number> {
    const report = await this.#next();
    if (report.report !== 'ready') throw new Error(`the generator said ${report.report} instead of ready`);
    return report.registerMs;
  }

  /** Has one load run to its end. */
  async run(order: RunOrder): Promise<RunResult> {
    const next = this.#next();
    this.#child.send(order);
    const report = await next;
    if (report.report !== 'ran') throw new Error(`the generator said ${report.report} instead of ran`);
    return report.result;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = new Promise<void>((resolve) => this.#child.once('exit', () => resolve()));
    this.#reject = undefined;
    this.#child.disconnect();
    await ended;
  }

  async #next(): Promise<GeneratorReport> {
    return await new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }
}
