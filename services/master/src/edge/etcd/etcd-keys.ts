/** Where coordination keeps its entries in etcd. */
export interface EtcdKeys {
  /** Which cluster this store belongs to. */
  readonly clusterId: string;
  /** Raised by an operator after a restore, so that epochs grow although revisions went back. */
  readonly incarnation: string;
  /** Held by the leader, under its lease; its create revision is the term. */
  readonly leader: string;
  /** The mark of the last write that took effect. */
  readonly lastWrite: string;
  /** Prefix of all registry entries, with the final slash. */
  readonly registry: string;
}

/** The keys under a prefix such as `/parley`. */
export function etcdKeys(prefix: string): EtcdKeys {
  const root = prefix.replace(/\/+$/, '');
  return {
    clusterId: `${root}/cluster-id`,
    incarnation: `${root}/incarnation`,
    leader: `${root}/leader`,
    lastWrite: `${root}/last-write`,
    registry: `${root}/registry/`,
  };
}

/** The incarnation that a stored text says; 0 when there is none. */
export function incarnationOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : 0;
}
