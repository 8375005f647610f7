/** What ids look like, apart from the schemas that use them: whoever only compares ids need not load the schema library. */

/** Ids of options, values, rules, programs: lower case with hyphens. State codes and the like may be upper case. */
export const OPTION_ID = /^[A-Za-z0-9][A-Za-z0-9-]*$/;

/** Ids of questions and facts: lower case with underscores. */
export const FACT_ID = /^[a-z][a-z0-9_]*$/;

/** A question id, or `question.option` for one option of a `choices` question. */
export const UNKNOWN_REFERENCE = /^[a-z][a-z0-9_]*(\.[A-Za-z0-9][A-Za-z0-9-]*)?$/;

/** The name of a module: words between slashes, so that it leads out of no folder. */
export const MODULE_NAME = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*$/;
