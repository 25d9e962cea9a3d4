import type { Clock } from '@parley/common/kernel';
import type { RegistrySnapshot } from '../../domain/registry';
import { snapshotOf } from '../registry/registry-entries';
import type { EtcdCalls, Page } from './etcd-calls';
import { insist } from './insist';

/** Entries read at a time. */
const PAGE_LIMIT = 500;
/** How often a listing begins anew because its revision was compacted away meanwhile. */
const RESTARTS_MAX = 5;

/** What the registry held, or why it cannot be read. */
export type SnapshotResult =
  { readonly ok: true; readonly snapshot: RegistrySnapshot } | { readonly ok: false; readonly because: string };

/** How the registry is read. */
export interface ReaderPorts {
  readonly calls: Pick<EtcdCalls, 'page'>;
  readonly clock: Clock;
  /** Prefix of all registry entries. */
  readonly prefix: string;
  readonly wanted: () => boolean;
}

/** Reads the whole registry as it was at one revision, page by page. The reader leads, so nobody else changes it meanwhile. */
export function readRegistry(ports: ReaderPorts, revision: number, done: (result: SnapshotResult) => void): void {
  const { calls, clock, prefix, wanted } = ports;
  let entries: (readonly [string, string])[] = [];
  let restarts = 0;

  const readFrom = (after: string | undefined, at: number): void => {
    insist<Page>((answered) => calls.page({ prefix, after, revision: at, limit: PAGE_LIMIT }, answered), {
      clock,
      wanted,
      done: (answer) => {
        if (answer.ok) take(answer.value, at);
        else if (restarts < RESTARTS_MAX) {
          restarts += 1;
          entries = [];
          readFrom(undefined, 0);
        } else done({ ok: false, because: `etcd refuses to list the registry: ${answer.because}` });
      },
    });
  };

  const take = (page: Page, at: number): void => {
    for (const [key, value] of page.entries) entries.push([key.slice(prefix.length), value]);
    if (page.more) readFrom(page.entries.at(-1)?.[0], at === 0 ? page.revision : at);
    else done(decoded(entries));
  };

  readFrom(undefined, revision);
}

function decoded(entries: Iterable<readonly [string, string]>): SnapshotResult {
  try {
    return { ok: true, snapshot: snapshotOf(entries) };
  } catch (error) {
    return { ok: false, because: error instanceof Error ? error.message : String(error) };
  }
}
