/** Why a cluster cannot run on this system, in one sentence with the remedy; undefined when it can. */
export function systemProblem(system: {
  readonly platform: string;
  readonly versions: { readonly node: string };
}): string | undefined;
