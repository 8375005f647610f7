/** The module that workers of a search for slips run: it judges some of them after others until it is ended. */

import type { SlipRange } from '../analysis/mutate.ts';
import { serveTasks } from '../io/worker-tasks.ts';
import { restoredSlipWork, type SlipFates, type SlipSetup } from './slip-work.ts';

serveTasks<SlipSetup, SlipRange, SlipFates>((setup) => {
  const work = restoredSlipWork(setup);
  return (_, range) => work(range);
});
