/** The place of a record in a chain, when there is none. */
export const NO_RECORD = -1;

/** The first record of a chain; the others follow inside the records. */
export interface Chain {
  head: number;
}

/** A chain without records. */
export function emptyChain(): Chain {
  return { head: NO_RECORD };
}
