import type { Clock } from '@parley/common/kernel';

import { Kit } from './kit';
import type { KitOptions } from './kit';
import type { ConformanceReport, RuleReport } from './report';
import { RuleBroken } from './rule';
import type { Level, Rule } from './rule';
import { ALL_RULES } from './rules/all-rules';

/** Told of each rule as soon as its story was told. */
export type OnRule = (report: RuleReport) => void;

/** Plays every rule of a level, or `only` some, against an allocator, one after another, and reports what was seen. Never throws for what the allocator does. */
export async function runRules(
  options: KitOptions & { readonly level: Level; readonly only?: (rule: Rule) => boolean },
  clock: Clock,
  onRule: OnRule = () => undefined,
): Promise<ConformanceReport> {
  const { level, target, only = () => true } = options;
  using kit = new Kit(options, clock);
  const startedAt = clock.now();
  const played: RuleReport[] = [];
  for (const rule of ALL_RULES) {
    if ((level === 'core' && rule.level === 'full') || !only(rule)) continue;
    const report = await playRule(kit, rule);
    played.push(report);
    onRule(report);
  }
  // A rule that holds all the time may have been broken in the story of another one.
  const rules = played.map((report) => {
    const seen = kit.findings.of(report.id);
    return seen === undefined ? report : { ...report, result: 'failed' as const, seen };
  });
  const { name = '', policy = '' } = kit.introduction ?? {};
  const passed = rules.every(({ result }) => result !== 'failed');
  return { name, policy, target, level, passed, tookMs: Math.round(clock.now() - startedAt), rules };
}

async function playRule(kit: Kit, rule: Rule): Promise<RuleReport> {
  const { id, title, level, contract } = rule;
  const report = (result: RuleReport['result'], seen: string): RuleReport => ({
    id,
    title,
    level,
    result,
    seen,
    contract,
  });
  try {
    const seen = await rule.play(kit);
    return typeof seen === 'string' ? report('passed', seen) : report('not-offered', seen.notOffered);
  } catch (broken) {
    if (!(broken instanceof RuleBroken)) throw broken;
    return report('failed', broken.message);
  } finally {
    kit.closeSessions();
  }
}
