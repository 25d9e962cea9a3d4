import type { Packing } from '@parley/common/contract';
import { divide } from './engine-division';
import {
  balance,
  booksAgree,
  envyToOneOfTheOthers,
  envyToOneTask,
  gainByLying,
  largeGainByLying,
  nothingIdle,
  nothingTwice,
  sharingToLargestTask,
  sharingToOneTask,
} from './fairness-forms';
import type { Form } from './fairness-forms';
import { FAMILIES, instanceOf, withLie } from './instance';
import type { Family } from './instance';

/** A property in the form in which it is stated for a family. */
interface Stated {
  readonly property: string;
  readonly form: Form;
}

/** What every division keeps. */
const ALWAYS: readonly Stated[] = [
  { property: 'no over-allocation', form: nothingTwice },
  { property: 'conservation (mirror = truth)', form: booksAgree },
  { property: 'Pareto efficiency', form: nothingIdle },
];
const ENVY: Stated = { property: 'envy-freeness, one task of each', form: envyToOneOfTheOthers };
const SHARING: Stated = { property: 'sharing incentive, one task of each', form: sharingToLargestTask };

/** What each family is promised besides. */
const PROMISED: Readonly<Record<Family, readonly Stated[]>> = {
  even: [
    { property: 'sharing incentive, one task', form: sharingToOneTask },
    { property: 'envy-freeness, one task', form: envyToOneTask },
  ],
  single: [SHARING, ENVY, { property: 'balance bound', form: balance }],
  alike: [SHARING, ENVY],
  mixed: [],
};
/** What is only counted. */
const COUNTED: Readonly<Record<Family, readonly Stated[]>> = {
  even: [],
  single: [],
  alike: [],
  mixed: [SHARING, ENVY],
};

/** Agents that are alike are filled one after another; otherwise small tasks of others can leave no room for large ones on all of them. */
const PACKING: Readonly<Record<Family, Packing>> = {
  even: 'best-fit',
  single: 'split',
  alike: 'best-fit',
  mixed: 'split',
};

/** How a property fared in a family. */
export interface Finding {
  readonly family: Family;
  readonly property: string;
  /** False where the theory does not hold it and it is only counted. */
  readonly promised: boolean;
  instances: number;
  broken: number;
  /** The first seed that broke it, and how. */
  first: string | undefined;
}

/** Divides instances of every family, one after another, and judges each division. */
export class Survey {
  readonly #findings = new Map<string, Finding>();
  #instances = 0;
  #tasks = 0;

  /** How many instances were judged. */
  get instances(): number {
    return this.#instances;
  }

  /** How many decisions the allocator made for them. */
  get tasks(): number {
    return this.#tasks;
  }

  get findings(): readonly Finding[] {
    return [...this.#findings.values()];
  }

  /** Judges one instance of each family. */
  judge(seed: number): void {
    for (const family of FAMILIES) this.judgeOne(family, seed);
  }

  /** Judges one instance, twice divided: once with the truth, once with a lie of one framework. */
  judgeOne(family: Family, seed: number): void {
    const instance = instanceOf(family, seed);
    const setting = { packing: PACKING[family] };
    const truth = divide(instance, setting);
    for (const { property, form } of [...ALWAYS, ...PROMISED[family]])
      this.#note({ family, property, promised: true }, seed, form(truth));
    for (const { property, form } of COUNTED[family])
      this.#note({ family, property, promised: false }, seed, form(truth));
    const { liar, instance: lied } = withLie(instance);
    const lie = divide(lied, setting);
    const isStrict = family === 'even' && instance.agents.length === 1;
    const gain = (isStrict ? gainByLying : largeGainByLying)(truth, lie, liar);
    const property = `strategy-proofness, one task${isStrict ? '' : ' of each'}`;
    this.#note({ family, property, promised: family !== 'mixed' }, seed, gain);
    this.#instances += 1;
    this.#tasks += truth.order.length + lie.order.length;
  }

  #note(of: Pick<Finding, 'family' | 'property' | 'promised'>, seed: number, sentence: string | undefined): void {
    const key = `${of.family}/${of.property}`;
    const finding = this.#findings.get(key) ?? { ...of, instances: 0, broken: 0, first: undefined };
    this.#findings.set(key, finding);
    finding.instances += 1;
    if (sentence === undefined) return;
    finding.broken += 1;
    finding.first ??= `seed ${seed}: ${sentence}`;
  }
}

/** The findings for people, as a markdown table. */
export function surveyTable(findings: readonly Finding[]): string {
  const rows = findings.map(({ family, property, promised, instances, broken, first }) => {
    const verdict = promised
      ? broken === 0
        ? 'holds'
        : `BROKEN, ${first ?? ''}`
      : `counted${first === undefined ? '' : `, ${first}`}`;
    return `| ${family} | ${property} | ${instances} | ${broken} | ${verdict} |`;
  });
  return ['| family | property | instances | broken | |', '|---|---|---|---|---|', ...rows].join('\n');
}
