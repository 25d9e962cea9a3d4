import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from './manifests';

/** The chart. */
export const CHART = join(__dirname, '..', '..', 'helm', 'parley');

/** The namespace and the release that everything is rendered for. */
export const NAMESPACE = 'cluster';
export const RELEASE = 'blue';

/** The value files of the chart by name, such as `ha`. */
export const VALUE_FILES: readonly string[] = readdirSync(join(CHART, 'ci')).map((name) =>
  basename(name, '-values.yaml'),
);

/** What a run of helm came to. */
export interface HelmRun {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

const execute = promisify(execFile);

/** Runs helm where nothing of the user's own helm is seen or changed. */
export async function helm(program: string, ...args: readonly string[]): Promise<HelmRun> {
  const home = mkdtempSync(join(tmpdir(), 'parley-helm-'));
  const env = {
    HOME: home,
    HELM_CACHE_HOME: home,
    HELM_CONFIG_HOME: home,
    HELM_DATA_HOME: home,
    // There is no cluster, and none of the user's may be asked.
    KUBECONFIG: join(home, 'none'),
  };
  try {
    return { ok: true, ...(await execute(program, args, { env, maxBuffer: 16 * 1024 * 1024 })) };
  } catch (error) {
    if (typeof error !== 'object' || error === null || !('stderr' in error && 'stdout' in error)) throw error;
    return { ok: false, stdout: String(error.stdout), stderr: String(error.stderr) };
  } finally {
    rmSync(home, { recursive: true });
  }
}

/** The path of a value file of the chart. */
export function valueFile(name: string): string {
  return join(CHART, 'ci', `${name}-values.yaml`);
}

/** `helm template` with a value file of the chart, or with values given as an object. */
export async function template(program: string, values: string | object): Promise<HelmRun> {
  if (typeof values === 'string')
    return helm(program, 'template', RELEASE, CHART, '--namespace', NAMESPACE, '--values', valueFile(values));
  const folder = mkdtempSync(join(tmpdir(), 'parley-values-'));
  const file = join(folder, 'values.json');
  writeFileSync(file, JSON.stringify(values));
  try {
    return await helm(program, 'template', RELEASE, CHART, '--namespace', NAMESPACE, '--values', file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The objects of a rendering. Throws when it failed, or when YAML finds anything to warn of, such as a key that stands twice. */
export function objectsOf(run: HelmRun): readonly Manifest[] {
  if (!run.ok) throw new Error(run.stderr);
  return parseAllDocuments(run.stdout).flatMap((document) => {
    if ('errors' in document && (document.errors.length > 0 || document.warnings.length > 0))
      throw new Error([...document.errors, ...document.warnings].map((problem) => problem.message).join('\n'));
    const content: unknown = document.toJS();
    return content === null ? [] : [content as Manifest];
  });
}
