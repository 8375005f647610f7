/** The SHA-256 of bytes or text, in hexadecimal. */

import { createHash } from 'node:crypto';

export function sha256Of(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}
