/** So many handled updates are remembered; an agent repeats an update for as long as it is not acknowledged, so older ones do not return. */
const REMEMBERED_MAX = 20_000;

/** Which status updates the author's handler has, or had: agents repeat them until they are acknowledged, and each is to be handled once. */
export class SeenUpdates {
  /** In the order of arrival; the value is true once the update was handled. Bounded by {@link REMEMBERED_MAX}: the oldest are forgotten. */
  readonly #updates = new Map<string, boolean>();

  /** Says what to do with an update that arrived: hand it over, acknowledge it once more, or wait for the handler that has it. */
  arrived(uuid: string): 'new' | 'handled' | 'in-hand' {
    const handled = this.#updates.get(uuid);
    if (handled !== undefined) return handled ? 'handled' : 'in-hand';
    this.#updates.set(uuid, false);
    if (this.#updates.size > REMEMBERED_MAX) this.#forgetOldest();
    return 'new';
  }

  handled(uuid: string): void {
    this.#updates.set(uuid, true);
  }

  /** The handler failed: when the update is repeated it counts as new. */
  failed(uuid: string): void {
    this.#updates.delete(uuid);
  }

  #forgetOldest(): void {
    for (const oldest of this.#updates.keys()) {
      this.#updates.delete(oldest);
      return;
    }
  }
}
