import { DEMAND_COUNT_MAX, DEMAND_SHAPES_MAX, DEMAND_SIZE_MAX, demandSize } from '@parley/common/contract';
import type { DemandShape, RoleDemand } from '@parley/common/contract';
import { formatResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { WantedTask } from './wanted-task';

interface Counted {
  readonly resources: Resources;
  count: number;
}

/** How many tasks wait for how much each, kept by kind so that it is known at any time without looking at every task. */
export class WaitingShapes {
  /** By role, then by the text of the resources; tasks without a role are under the empty one. Bounded by the tasks that wait. */
  readonly #byRole = new Map<string, Map<string, Counted>>();
  #version = 0;
  #grown = 0;

  /** Changes whenever a task begins to wait or waits no longer. */
  get version(): number {
    return this.#version;
  }

  /** The newest version in which a task began to wait. */
  get grown(): number {
    return this.#grown;
  }

  add({ role = '', resources }: WantedTask): void {
    this.#version += 1;
    this.#grown = this.#version;
    const shapes = this.#byRole.get(role) ?? new Map<string, Counted>();
    this.#byRole.set(role, shapes);
    const text = formatResources(resources);
    const counted = shapes.get(text);
    if (counted === undefined) shapes.set(text, { resources, count: 1 });
    else counted.count += 1;
  }

  remove({ role = '', resources }: WantedTask): void {
    const shapes = this.#byRole.get(role);
    const text = formatResources(resources);
    const counted = shapes?.get(text);
    if (shapes === undefined || counted === undefined) return;
    this.#version += 1;
    counted.count -= 1;
    if (counted.count > 0) return;
    shapes.delete(text);
    if (shapes.size === 0) this.#byRole.delete(role);
  }

  /** What to state for each of the framework's roles. A task without a role waits in each of them, since the first offer of any will do. A role whose kinds of
   *  tasks are more than the master takes, by number or with those before it in size, is left unstated, so that it competes for whatever there is. */
  demands(roles: readonly string[]): readonly RoleDemand[] {
    let left = DEMAND_SIZE_MAX;
    return roles.map((role) => {
      const shapes = this.#shapesOf(role);
      const size = demandSize(shapes ?? []);
      if (size > left) return { role, shapes: undefined };
      left -= size;
      return { role, shapes };
    });
  }

  #shapesOf(role: string): readonly DemandShape[] | undefined {
    const sums = new Map<string, Counted>();
    for (const shapes of [this.#byRole.get(role), this.#byRole.get('')]) {
      for (const [text, { resources, count }] of shapes ?? []) {
        const before = sums.get(text)?.count ?? 0;
        sums.set(text, { resources, count: Math.min(before + count, DEMAND_COUNT_MAX) });
        if (sums.size > DEMAND_SHAPES_MAX) return undefined;
      }
    }
    return [...sums.values()];
  }
}
