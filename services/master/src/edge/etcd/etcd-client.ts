import type { Etcd3 } from 'etcd3';
import { after } from '@parley/common/kernel';
import type { Cancel, Clock } from '@parley/common/kernel';
import type { CallFailure, Done, EtcdCalls } from './etcd-calls';
import { decodePage, decodeTransaction, encodePage, encodeTransaction, failureOf } from './etcd-codec';
import { connectTo } from './etcd-connection';

/** Deadline of every call that names none. */
const DEADLINE_MS = 1500;
/** Before a watch that ended is opened again; the key is read every second anyway. */
const WATCH_AGAIN_MS = 500;

/** One node, and the number by which a failure is laid to it and not to its successor. */
interface Node {
  readonly etcd: Etcd3;
  readonly index: number;
}

/** The calls of coordination over gRPC, to one node at a time: when a call fails without an answer, the next call goes to the next node. */
export class EtcdClient implements EtcdCalls {
  readonly #nodes: readonly Node[];
  readonly #watches = new Set<() => void>();
  #current = 0;
  #closed = false;

  constructor(
    endpoints: readonly string[],
    private readonly clock: Clock,
  ) {
    this.#nodes = endpoints.map((endpoint, index) => ({ etcd: connectTo(endpoint), index }));
  }

  transact: EtcdCalls['transact'] = (transaction, done) => {
    this.#call(done, async ({ etcd }) =>
      decodeTransaction(transaction, await etcd.kv.txn(encodeTransaction(transaction), this.#deadline())),
    );
  };

  page: EtcdCalls['page'] = (request, done) => {
    this.#call(done, async ({ etcd }) => decodePage(await etcd.kv.range(encodePage(request), this.#deadline())));
  };

  grantLease: EtcdCalls['grantLease'] = (ttlMs, done) => {
    this.#call(done, async ({ etcd }) => {
      const granted = await etcd.leaseClient.leaseGrant({ TTL: Math.ceil(ttlMs / 1000) }, this.#deadline());
      return { id: granted.ID, ttlMs: Number(granted.TTL) * 1000 };
    });
  };

  keepAlive: EtcdCalls['keepAlive'] = (leaseId, deadlineMs, done) => {
    this.#call(done, async ({ etcd }) => {
      const stream = await etcd.leaseClient.leaseKeepAlive(this.#deadline(deadlineMs));
      const ttl = await new Promise<string>((resolve, reject) => {
        stream.on('data', (renewed) => {
          resolve(renewed.TTL);
        });
        stream.on('error', reject);
        stream.on('end', () => {
          reject(new Error('etcd ended the renewal without an answer'));
        });
        stream.write({ ID: leaseId });
      });
      stream.end();
      return Number(ttl) * 1000;
    });
  };

  revokeLease: EtcdCalls['revokeLease'] = (leaseId, done) => {
    this.#call(done, async ({ etcd }) => {
      await etcd.leaseClient.leaseRevoke({ ID: leaseId }, this.#deadline());
    });
  };

  watch(key: string, changed: () => void): Cancel {
    let cancelled = false;
    let cancelStream: Cancel = () => {};
    let cancelAgain: Cancel = () => {};
    const cancel = (): void => {
      cancelled = true;
      cancelAgain();
      cancelStream();
      this.#watches.delete(cancel);
    };
    const open = (): void => {
      cancelStream = this.#watchOnce(key, changed, () => {
        if (cancelled) return;
        cancelAgain = this.clock.at(after(this.clock.now(), WATCH_AGAIN_MS), () => {
          // Whatever happened while nobody watched shows in one more read.
          changed();
          open();
        });
      });
    };
    this.#watches.add(cancel);
    open();
    return cancel;
  }

  close(): void {
    this.#closed = true;
    for (const cancel of [...this.#watches]) cancel();
    for (const { etcd } of this.#nodes) etcd.close();
  }

  /** Watches on the present node until the stream ends, which is told once. */
  #watchOnce(key: string, changed: () => void, ended: () => void): Cancel {
    const node = this.#node();
    let open = true;
    let cancelCall: Cancel = () => {};
    const end = (): void => {
      if (!open) return;
      open = false;
      cancelCall();
      ended();
    };
    node?.etcd.watchClient.watch().then(
      (stream) => {
        cancelCall = () => {
          stream.cancel();
        };
        stream.on('error', end);
        stream.on('end', end);
        stream.on('data', (response) => {
          if (!open) return;
          if (response.canceled) end();
          else if (response.events.length > 0) changed();
        });
        if (open) stream.write({ create_request: { key: Buffer.from(key) } });
        else stream.cancel();
      },
      () => {
        end();
      },
    );
    return end;
  }

  #call<Value>(done: Done<Value>, begin: (node: Node) => Promise<Value>): void {
    const node = this.#node();
    if (this.#closed || node === undefined) return;
    begin(node).then(
      (value) => {
        if (!this.#closed) done({ ok: true, value });
      },
      (error: unknown) => {
        if (this.#closed) return;
        const failure: CallFailure = failureOf(error);
        if (failure.kind === 'unknown' && this.#current === node.index) {
          this.#current = (node.index + 1) % this.#nodes.length;
        }
        done({ ok: false, failure });
      },
    );
  }

  #node(): Node | undefined {
    return this.#nodes[this.#current];
  }

  #deadline(deadlineMs = DEADLINE_MS): { readonly deadline: number } {
    return { deadline: this.clock.wall() + deadlineMs };
  }
}
