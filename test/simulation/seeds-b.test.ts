import { testSeeds } from './seeds-suite';

testSeeds({ from: 101, count: 100 });
