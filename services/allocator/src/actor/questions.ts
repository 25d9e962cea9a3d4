import type { AllocatorDown, Explanation } from '@parley/common/contract';
import { unreachable } from '@parley/common/kernel';
import type { MonotonicMs, StreamId } from '@parley/common/kernel';

import { differingAgents } from '../domain/audit';
import { Explainer } from '../domain/explain/explain';
import { shareTable } from '../domain/explain/share-table';
import type { ShareEntry } from '../domain/explain/share-table';
import type { Mirror } from '../domain/mirror';
import type { StarvationDetector } from '../domain/starvation';
import { Enquiries } from './enquiries';
import type { Ending, Part, Work } from './enquiries';
import type { AllocatorEffect } from './inputs';

/** What the master may ask. */
export type QuestionItem = Extract<AllocatorDown, { readonly item: 'explain' | 'get-shares' | 'audit' }>;

/** Whether an item is a question. */
export function isQuestion(item: AllocatorDown): item is QuestionItem {
  return item.item === 'explain' || item.item === 'get-shares' || item.item === 'audit';
}

/** What questions are answered from. */
export interface QuestionSource {
  readonly stream: StreamId;
  readonly mirror: Mirror;
  readonly starvation: StarvationDetector;
}

/** The questions of one session. Costs nothing while nobody asks. */
export class Questions {
  readonly #source: QuestionSource;
  readonly #enquiries: Enquiries;
  #now: MonotonicMs;

  constructor(source: QuestionSource, now: MonotonicMs) {
    this.#source = source;
    this.#enquiries = new Enquiries(now);
    this.#now = now;
  }

  /** Whether there are answers to work on. */
  get isDue(): boolean {
    return this.#enquiries.isDue;
  }

  /** Takes a question; one that needs no long work is answered at once. */
  take(item: QuestionItem, now: MonotonicMs, effects: AllocatorEffect[]): void {
    this.#now = now;
    switch (item.item) {
      case 'explain':
        this.#begin('explain', { work: this.#explanations(item), part: explained(item.requestId) }, effects);
        return;
      case 'get-shares':
        this.#begin('shares', { work: this.#shares(), part: shares(item.requestId) }, effects);
        return;
      case 'audit': {
        const differing = differingAgents(this.#source.mirror, item.agents);
        effects.push({ effect: 'send', stream: this.#source.stream, item: { item: 'audited', differing } });
        effects.push({ effect: 'observe', event: { event: 'audited', agents: item.agents.length, differing } });
        return;
      }
      default:
        unreachable(item, 'question');
    }
  }

  /** Works on the answers for one slice. */
  slice(now: MonotonicMs, effects: AllocatorEffect[]): void {
    this.#now = now;
    for (const item of this.#enquiries.slice(now)) effects.push({ effect: 'send', stream: this.#source.stream, item });
  }

  #begin<Entry>(
    about: 'explain' | 'shares',
    answer: { readonly work: Work<Entry>; readonly part: Part<Entry> },
    effects: AllocatorEffect[],
  ): void {
    const instead = this.#enquiries.begin(answer.work, answer.part, this.#now);
    if (instead !== undefined) effects.push({ effect: 'send', stream: this.#source.stream, item: instead });
    effects.push({ effect: 'observe', event: { event: 'asked', about, declined: instead !== undefined } });
  }

  #explanations(scope: Extract<QuestionItem, { readonly item: 'explain' }>): Work<Explanation> {
    const { mirror } = this.#source;
    return new Explainer({ mirror, now: () => this.#now }).explain(scope);
  }

  #shares(): Work<ShareEntry> {
    const { competition, names } = this.#source.mirror;
    const starvingMs = (role: string): number => this.#source.starvation.starvingMs(role, this.#now);
    return shareTable({ competition, names, starvingMs });
  }
}

function explained(requestId: number): Part<Explanation> {
  return (explanations, ending) => ({ item: 'explained', requestId, explanations, ...endOf(ending) });
}

function shares(requestId: number): Part<ShareEntry> {
  return (entries, ending) => ({
    item: 'shares',
    requestId,
    roles: entries.flatMap((entry) => (entry.of === 'role' ? [entry.share] : [])),
    frameworks: entries.flatMap((entry) => (entry.of === 'framework' ? [entry.share] : [])),
    ...endOf(ending),
  });
}

function endOf(ending: Ending): { readonly last: boolean; readonly incomplete?: true } {
  return ending === 'incomplete' ? { last: true, incomplete: true } : { last: ending === 'last' };
}
