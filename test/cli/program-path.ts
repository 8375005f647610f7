import { resolve } from 'node:path';

/** The built program, wherever a process that runs it is started. */
export const PROGRAM = resolve('bin/intakeline.js');

/** A small policy, whose tables are made in no time. */
export const SMALL_POLICY = 'iop-explainer';
