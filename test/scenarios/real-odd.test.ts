import { testRealStories } from './real-stories';

testRealStories('odd');
