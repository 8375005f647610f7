/** The modules of src/ in the order in which they may import: each only from those before it and from itself. */
export const LAYERS = [
  'problems',
  'documents',
  'conditions',
  'questionnaire',
  'policy',
  'diagram',
  'callers',
  'decision',
  'directory',
  'interview',
  'referral',
  'batch',
  'analysis',
  'site',
  'render',
  'io',
  'cli',
];

/** Modules that show or carry what the domain made, and so take its types and none of its code. */
export const TYPES_ONLY = ['render', 'io'];
