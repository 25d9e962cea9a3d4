/** The place of a record in a chain, when there is none. */
export const NO_RECORD = -1;

/** The first record of a chain; the others follow inside the records. */
export interface Chain {
  head: number;
}

/** A chain of which a part may be over: from one record on, all that follow are still to be taken out. */
export interface EndingChain extends Chain {
  /** The first record that is over; {@link NO_RECORD}: none is. New records go to the front and are not concerned. */
  over: number;
}

/** A chain without records, none of them over. */
export function emptyEndingChain(): EndingChain {
  return { head: NO_RECORD, over: NO_RECORD };
}

/** A chain without records. */
export function emptyChain(): Chain {
  return { head: NO_RECORD };
}
