/** The closed lists of directories. They stand alone, so that neither matching nor a command line needs a schema library. */

/** How a program may be paid. */
export const PAYMENTS = [
  'private',
  'medicaid',
  'medicare',
  'military',
  'self-pay',
  'sliding-scale',
  'no-cost',
] as const;
export type Payment = (typeof PAYMENTS)[number];

/** Medicines for opioid use that a program continues or begins. */
export const MEDICINES = ['methadone', 'buprenorphine', 'naltrexone'] as const;
export type Medicine = (typeof MEDICINES)[number];

/** Whether somebody can begin: `waiting` has a list, `full` takes nobody on. */
export const OPENINGS = ['open', 'waiting', 'full'] as const;
export type Opening = (typeof OPENINGS)[number];

/** The forms in which others publish directories; `auto` looks. */
export const DIRECTORY_FORMS = ['auto', 'california', 'findtreatment', 'hsds'] as const;
