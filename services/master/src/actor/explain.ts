import { EXPLAIN_EXAMPLES_MAX, NO_OFFER_REASONS } from '@parley/common/contract';
import type {
  AllocatorCapability,
  AllocatorDown,
  AllocatorUp,
  Explanation,
  OperatorQuery,
} from '@parley/common/contract';
import { after } from '@parley/common/kernel';
import type { MonotonicMs, StreamId } from '@parley/common/kernel';
import { LIMITS } from '../domain/limits';
import { scopeNotes } from '../domain/operator/scope-notes';
import { operatorRefusal } from '../domain/rejections';
import { answerOperator } from './speak';
import type { Term } from './term';

/** A question that only the allocator can answer. */
export type AllocatorQuery = Extract<OperatorQuery, { query: 'explain-offers' | 'get-shares' }>;
type AnswerPart = Extract<AllocatorUp, { item: 'explained' | 'shares' }>;

interface Asker {
  readonly gateway: StreamId;
  readonly requestId: number;
}

interface Question {
  readonly asker: Asker;
  readonly query: AllocatorQuery;
  readonly givenUpAt: MonotonicMs;
  parts: number;
}

/** A question that is not answered to its end by then is ended with what has come. */
const ANSWER_MS = 30_000;
/** Parts of one answer, and entries of one part: what a whole cluster can make, and no more. */
const PARTS_MAX = 20_000;
const ENTRIES_PER_PART_MAX = 100;
/** Characters of the words for people behind one reason, and of a name. */
const TEXT_MAX = 1_024;
/** What an answer ends with of which the allocator says that there would be more. */
const INCOMPLETE_NOTE =
  'the allocator has not told everything that was asked about: ask about one framework, one role or one agent, or again when fewer questions are open';
/** Bytes of all words of one part: it travels on in one message, which may have 8 MiB. */
const PART_WORDS_BYTES_MAX = 6 * 1024 * 1024;

/** How the allocator stands, as far as people who ask are concerned. */
export type AllocatorCondition =
  | { readonly condition: 'none' }
  | { readonly condition: 'away'; readonly since: MonotonicMs; readonly because: string }
  | {
      readonly condition: 'present';
      readonly name: string;
      readonly policy: string;
      readonly capabilities: readonly AllocatorCapability[];
      /** Whether it has been told everything. */
      told: boolean;
    };

/** The questions that were handed to the allocator, and what is known of it. Bounded by {@link LIMITS.allocatorQuestionsMax}. */
export class AllocatorQuestions {
  condition: AllocatorCondition = { condition: 'none' };
  /** Agents that have to come back before proposals are welcome. */
  missingAgents = 0;
  readonly #open = new Map<number, Question>();
  #unsent: AllocatorDown[] = [];
  #last = 0;

  /** When the first of them is given up; undefined while none is open. */
  get wakeAt(): MonotonicMs | undefined {
    for (const { givenUpAt } of this.#open.values()) return givenUpAt;
    return undefined;
  }

  /** Who decides, and conditions that whoever asks about offers should know, as sentences. */
  notes(now: MonotonicMs): readonly string[] {
    return [...this.#decider(), ...this.#holdBack(now)];
  }

  #decider(): readonly string[] {
    if (this.condition.condition !== 'present') return [];
    const { name, policy } = this.condition;
    return [`the allocator is "${name}", its policy "${policy}"`];
  }

  #holdBack(now: MonotonicMs): readonly string[] {
    if (this.missingAgents === 0) return [];
    return [
      `offers are held back until ${String(this.missingAgents)} more agents are back or ten minutes have passed since the election, because roles have quota`,
      ...this.#absence(now),
    ];
  }

  /** Why the allocator cannot be asked; undefined when it can. */
  obstacle(query: AllocatorQuery['query'], now: MonotonicMs): string | undefined {
    const [absence] = this.#absence(now);
    if (absence !== undefined || this.condition.condition !== 'present') return absence;
    const { name, capabilities } = this.condition;
    const [needed, ability] =
      query === 'explain-offers'
        ? (['explain', 'explain its offers'] as const)
        : (['shares', 'tell its shares'] as const);
    return capabilities.includes(needed) ? undefined : `the allocator "${name}" does not ${ability}`;
  }

  /** Questions that wait for their answer. */
  get openCount(): number {
    return this.#open.size;
  }

  /** Notes a question; it is sent when the step settles, after all that happened before it. */
  ask(asker: Asker, query: AllocatorQuery, now: MonotonicMs): void {
    const requestId = (this.#last += 1);
    this.#open.set(requestId, { asker, query, givenUpAt: after(now, ANSWER_MS), parts: 0 });
    if (query.query === 'get-shares') this.#unsent.push({ item: 'get-shares', requestId });
    else {
      const { frameworkId, role, agentId } = query;
      this.#unsent.push({ item: 'explain', requestId, frameworkId, role, agentId });
    }
  }

  takeUnsent(): readonly AllocatorDown[] {
    const unsent = this.#unsent;
    this.#unsent = [];
    return unsent;
  }

  /** Takes a part of an answer; 'foreign' for one that nobody can have asked for. Late parts of questions that are over are nobody's. */
  part(term: Term, part: AnswerPart): 'taken' | 'foreign' {
    const question = this.#open.get(part.requestId);
    if (question === undefined) return part.requestId > 0 && part.requestId <= this.#last ? 'taken' : 'foreign';
    question.parts += 1;
    if (!isPartOf(question, part)) return 'foreign';
    const isTooLong = !part.last && term.isBehind(question.asker.gateway);
    if (part.last || isTooLong) this.#open.delete(part.requestId);
    if (isTooLong) endWith(term, question, 'the answer is longer than it is read; ask about one framework or role');
    else answerPart(term, question, { part, notes: part.last ? notesAfter(term, question, part) : [] });
    return 'taken';
  }

  /** Ends the questions that have waited for too long. */
  expire(term: Term): void {
    for (const [requestId, question] of this.#open) {
      if (question.givenUpAt > term.at.now) return;
      this.#open.delete(requestId);
      endWith(term, question, 'the allocator did not answer in time');
    }
  }

  /** The session is over: what it did not answer nobody will. */
  endAll(term: Term): void {
    const open = [...this.#open.values()];
    this.#open.clear();
    this.#unsent = [];
    for (const question of open) endWith(term, question, 'the session with the allocator ended before it had answered');
  }

  #absence(now: MonotonicMs): readonly string[] {
    switch (this.condition.condition) {
      case 'none':
        return ['no allocator is configured, so that nothing is offered'];
      case 'away': {
        const { since, because } = this.condition;
        const seconds = String(Math.ceil((now - since) / 1_000));
        return [`the allocator cannot be reached, since ${seconds} s, so that nothing new is offered: ${because}`];
      }
      case 'present':
        return this.condition.told ? [] : ['the allocator is being told the cluster; ask again in a moment'];
    }
  }
}

/** Hands an operator's question to the allocator; where that cannot be, a note says why. */
export function askAllocator(term: Term, asker: Asker, query: AllocatorQuery): void {
  const { questions } = term;
  const { now } = term.at;
  const obstacle = questions.obstacle(query.query, now);
  if (obstacle !== undefined) {
    endWith(term, { asker, query }, obstacle);
  } else if (questions.openCount >= LIMITS.allocatorQuestionsMax) {
    close(term, asker);
    answerOperator(term, asker, operatorRefusal({ kind: 'queries-full', most: LIMITS.allocatorQuestionsMax }));
  } else {
    questions.ask(asker, query, now);
    term.timers.allocator.set('questions', questions.wakeAt ?? now);
  }
}

/** Whether a part can belong to the answer of a question, and is no larger than parts may be: it travels on links that others need. */
function isPartOf({ query, parts }: Question, part: AnswerPart): boolean {
  const fits = (part.item === 'explained') === (query.query === 'explain-offers');
  if (!fits || parts > PARTS_MAX) return false;
  if (part.item === 'explained') {
    const { explanations } = part;
    const isShort = explanations.length <= ENTRIES_PER_PART_MAX && explanations.every(isBounded);
    return isShort && explanations.reduce((sum, each) => sum + wordBytesOf(each), 0) <= PART_WORDS_BYTES_MAX;
  }
  const rows = [...part.roles, ...part.frameworks];
  return (
    rows.length <= ENTRIES_PER_PART_MAX &&
    rows.every(({ role, dominant }) => role.length <= TEXT_MAX && dominant.length <= TEXT_MAX)
  );
}

function isBounded({ role, reasons }: Explanation): boolean {
  // Every reason may come twice: `capability` does by rule.
  return (
    role.length <= TEXT_MAX &&
    reasons.length <= 2 * NO_OFFER_REASONS.length &&
    reasons.every(({ examples, detail }) => examples.length <= EXPLAIN_EXAMPLES_MAX && detail.length <= TEXT_MAX)
  );
}

function wordBytesOf({ reasons }: Explanation): number {
  const words = reasons.flatMap(({ examples, detail }) => [detail, ...examples]);
  return words.reduce((sum, word) => sum + Buffer.byteLength(word), 0);
}

function isOpen(term: Term, { gateway, requestId }: Asker): boolean {
  return term.gateways.get(gateway)?.queries.has(requestId) === true;
}

function close(term: Term, { gateway, requestId }: Asker): void {
  term.gateways.get(gateway)?.queries.delete(requestId);
}

/** All that is to be said beside the allocator's answer. */
function notesOn(term: Term, query: AllocatorQuery): readonly string[] {
  const notes = term.questions.notes(term.at.now);
  return query.query === 'explain-offers' ? [...notes, ...scopeNotes(term.cluster, query)] : notes;
}

function notesAfter(term: Term, { query }: Question, { incomplete }: AnswerPart): readonly string[] {
  const notes = notesOn(term, query);
  return incomplete === true ? [...notes, INCOMPLETE_NOTE] : notes;
}

/** Ends an answer of which more is missing than was told. */
function endWith(term: Term, { asker, query }: Pick<Question, 'asker' | 'query'>, note: string): void {
  if (!isOpen(term, asker)) return;
  close(term, asker);
  const notes = [...notesOn(term, query).filter((each) => each !== note), note];
  if (query.query === 'explain-offers')
    answerOperator(term, asker, { answer: 'explained', explanations: [], notes, last: true, incomplete: true });
  else
    answerOperator(term, asker, { answer: 'shares', roles: [], frameworks: [], notes, last: true, incomplete: true });
}

function answerPart(
  term: Term,
  { asker }: Question,
  { part, notes }: { readonly part: AnswerPart; readonly notes: readonly string[] },
): void {
  const { last } = part;
  if (!isOpen(term, asker)) return;
  if (last) close(term, asker);
  const end = last && part.incomplete === true ? { notes, last, incomplete: true as const } : { notes, last };
  if (part.item === 'explained') {
    answerOperator(term, asker, { answer: 'explained', explanations: part.explanations, ...end });
  } else {
    answerOperator(term, asker, { answer: 'shares', roles: part.roles, frameworks: part.frameworks, ...end });
  }
}
