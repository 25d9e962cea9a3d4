import { endsHeard } from '../history';
import type { TaskStory } from '../history';
import { isFinished } from './checker';
import type { CheckerMaker } from './checker';

/** No framework hears two different ends of a task; and once all is quiet, the framework has heard the end of every task that an agent ever had. */
export const eachTaskEndsOnce: CheckerMaker = (evidence) => {
  const { history } = evidence;
  const endsTwice = (stories: Iterable<TaskStory>): string | undefined => {
    for (const story of stories) {
      const ends = endsHeard(story).map(({ state, launchId }) => `${state} of ${launchId}`);
      if (ends.length > 1)
        return `${story.frameworkId} heard ${ends.length} ends of ${story.taskId}: ${ends.join(', ')}`;
    }
    return undefined;
  };
  return {
    name: 'each-task-ends-once',
    look: () => endsTwice(history.touched),
    atRest: () => {
      for (const [key, story] of history.tasks) {
        if (isFinished(evidence, story.frameworkId) || story.stored.size === 0) continue;
        if (endsHeard(story).length === 0) return `the framework never heard of the end of ${key}`;
      }
      return endsTwice(history.tasks.values());
    },
  };
};
