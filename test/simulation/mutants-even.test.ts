import { testMutants } from './mutants-suite';

testMutants('even');
