/** papaparse with conditions compiled by hand. */

import { createReadStream } from 'node:fs';
import papaparse from 'papaparse';
import { levelOf } from './compiled-conditions.ts';
import { RESULT, rowsOut } from './rows-out.ts';

export async function papaparseCompiled(input: string, output: string): Promise<void> {
  const out = rowsOut(output);
  let isHeader = true;
  await new Promise<void>((resolve, reject) => {
    papaparse.parse(createReadStream(input, { highWaterMark: 1 << 20 }), {
      skipEmptyLines: true,
      chunk: ({ data }) => {
        for (const cells of data) {
          out.write(cells, isHeader ? RESULT : levelOf(cells));
          isHeader = false;
        }
      },
      complete: resolve,
      error: reject,
    });
  });
  out.close();
}
