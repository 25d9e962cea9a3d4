/** Pings of one peer: `missed` in a row were not answered. */
export interface PingCount {
  sent: number;
  answered: number;
  missed: number;
}

/** Nothing sent, nothing missed. */
export function noPings(): PingCount {
  return { sent: 0, answered: 0, missed: 0 };
}

/** The peer answered; an answer to what was never asked says nothing. */
export function takePong(pings: PingCount, ping: number): void {
  if (ping > pings.sent) return;
  pings.answered = Math.max(pings.answered, ping);
  pings.missed = 0;
}

/** To be asked before the next ping: counts the last one as missed if it was not answered, unless this process was stalled itself. True once `most` in a row were
 *  missed. `away`: the peer could not even be asked. */
export function countMiss(
  pings: PingCount,
  { stalled, most, away = false }: { readonly stalled: boolean; readonly most: number; readonly away?: boolean },
): boolean {
  if ((away || pings.answered < pings.sent) && !stalled) pings.missed += 1;
  return pings.missed >= most;
}
