import { runCycles, offeringRounds } from './cycle-bench';
import { digits, spreadOf } from './spread';
const r = offeringRounds(runCycles({ agents: 10000, frameworks: 1000, rounds: 16, pairsMax: 10000 }));
console.log(
  'cpu',
  r.map((x) => digits(x.processorMs)).join(' '),
  '| median',
  digits(spreadOf(r.slice(4).map((x) => x.processorMs)).median),
  'wall min',
  digits(Math.min(...r.map((x) => x.cycleMs))),
  'answers',
  digits(spreadOf(r.map((x) => x.answersMs)).median),
);
