import type { GatewayEffect } from './gateway-effects';

/** Collects the effects of one step in order. Bounded by what one input can cause. */
export class EffectList {
  #effects: GatewayEffect[] = [];

  add(effect: GatewayEffect): void {
    this.#effects.push(effect);
  }

  /** Hands over what was collected and begins anew. */
  take(): readonly GatewayEffect[] {
    const effects = this.#effects;
    this.#effects = [];
    return effects;
  }
}
