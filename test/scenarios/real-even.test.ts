import { testRealStories } from './real-stories';

testRealStories('even');
