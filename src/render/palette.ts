/** The few styles that output may use, by meaning and not by colour. Whoever prints decides how each looks. */

export type Style = 'alarm' | 'title' | 'heading' | 'strong' | 'good' | 'caution' | 'faint';

/** Paints a run of text; it may add nothing that shows. */
export type Paint = (style: Style, text: string) => string;

/** Leaves text as it is. */
export const unpainted: Paint = (_style, text) => text;
