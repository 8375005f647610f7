/** The system's code of an error, such as `EACCES`; an error that has none is not the system's and is thrown on. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
