// Tests run the built program; building it first keeps them honest about the sources of this moment.

import { buildAll } from './build.mjs';

export async function setup() {
  await buildAll();
}
