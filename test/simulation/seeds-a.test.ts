import { testSeeds } from './seeds-suite';

testSeeds({ from: 1, count: 100 });
