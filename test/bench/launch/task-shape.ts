/** What every task of the benchmark asks for, in thousandths of a core and of a MiB. An agent has this once per slot. */
export const TASK_SHAPE = { cpusMilli: 100, memMilli: 32_000 } as const;
