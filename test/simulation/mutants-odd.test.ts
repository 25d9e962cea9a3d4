import { testMutants } from './mutants-suite';

testMutants('odd');
