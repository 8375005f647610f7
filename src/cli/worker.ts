/** The module that workers of a pool run: it scores blocks until it is ended. */

import { serveTasks } from '../io/worker-tasks.ts';
import { type BlockNote, type BlockResult, restoredWork, type WorkSetup } from './block-work.ts';

serveTasks<WorkSetup, BlockNote, BlockResult>(restoredWork);
