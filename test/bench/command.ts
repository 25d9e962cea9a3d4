import { ALLOCATOR_USAGE, partsOf, readAllocatorOptions } from './allocator/allocator-options';
import type { AllocatorOptions } from './allocator/allocator-options';
import { LAUNCH_USAGE, readLaunchOptions } from './launch/launch-options';
import type { LaunchOptions } from './launch/launch-options';

/** What `--help` prints, and what a wrong command line is answered with. */
export const USAGE = `${LAUNCH_USAGE}\n\n${ALLOCATOR_USAGE}`;

/** What a command line asks for, or sentences that say what is wrong with it. */
export type CommandRead =
  | { readonly read: 'help' }
  | { readonly read: 'launch'; readonly options: LaunchOptions }
  | { readonly read: 'allocator'; readonly options: AllocatorOptions }
  | { readonly read: 'faults'; readonly faults: readonly string[] };

/** Reads the whole command line: the name of a benchmark, and its flags. */
export function readCommand(argv: readonly string[]): CommandRead {
  if (argv.includes('--help')) return { read: 'help' };
  const [benchmark = 'no benchmark', ...flags] = argv;
  const parts = partsOf(benchmark);
  if (parts !== undefined) {
    const allocator = readAllocatorOptions(parts, flags);
    return allocator.ok
      ? { read: 'allocator', options: allocator.options }
      : { read: 'faults', faults: allocator.faults };
  }
  if (benchmark !== 'launch')
    return { read: 'faults', faults: [`${benchmark}: expected the name of one: launch, allocator or a part of it`] };
  const launch = readLaunchOptions(flags);
  return launch.ok ? { read: 'launch', options: launch.options } : { read: 'faults', faults: launch.faults };
}
