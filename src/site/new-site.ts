/** The files with which a site of its own begins: each is valid as it stands, and says in comments what to do with it. */

/** What a new site is called. */
export interface NewSite {
  readonly name: string;
  /** Names its questionnaire and its policy. */
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** The text of the shipped notices.yaml. */
  readonly notices: string;
}

/** A file of the site, by its path in the site's folder. */
export interface SiteFile {
  readonly path: string;
  readonly text: string;
  /** Where there is such a file already, it stays, and the site begins all the same. */
  readonly mayBeThere?: true;
}

/** All files but the schemas for editors. */
export function newSite(site: NewSite): readonly SiteFile[] {
  return [
    { path: 'intakeline.config.yaml', text: config(site) },
    { path: 'questionnaire/questionnaire.yaml', text: questionnaire(site) },
    { path: `questionnaire/policies/${site.id}.yaml`, text: policy(site) },
    { path: 'questionnaire/cases.yaml', text: cases(site) },
    { path: 'questionnaire/notices.yaml', text: notices(site) },
    { path: 'questionnaire/CHANGELOG.md', text: changelog(site) },
    { path: '.vscode/settings.json', text: editor(), mayBeThere: true },
    { path: '.gitignore', text: IGNORED, mayBeThere: true },
    { path: 'README.md', text: readme(site), mayBeThere: true },
  ];
}

/** An id made of a name: lower-case letters, digits and `-`; `site` where nothing of it is left. */
export function siteId(name: string, taken: readonly string[]): string {
  const plain = name.normalize('NFKD').toLowerCase();
  const id = plain
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  if (id === '') return 'site';
  return taken.includes(id) ? `${id}-site` : id;
}

function config({ name, id }: NewSite): string {
  return `# yaml-language-server: $schema=questionnaire/schemas/config.json
# What is the same for every command that runs in this folder or below. A flag or a variable of the environment
# stands before it; \`intakeline doctor\` shows what holds and where it comes from. Paths begin at this folder.
format: intakeline/config/1
name: ${JSON.stringify(name)}
# phone: 555-0100            # your own number, to be read to a caller
questionnaire: questionnaire
policy: ${id}
# directory: directory.yaml  # your own programs, in the place of the example that is shipped
# language: es               # in which calls begin; without it, the questionnaire's first
retention_days: 90           # how long a saved call is kept is for your service to decide
`;
}

function questionnaire({ name, id }: NewSite): string {
  return `# yaml-language-server: $schema=schemas/extension.json
# The shipped questionnaire, and what is different here. Whatever is not named stays as it is, and stays up to date.
#   sections, questions, facts, instruments, dispositions: an entry is added, \`after:\` another one or at the end;
#     with \`replaces: true\` it stands in, as a whole, for the shipped one with its id.
#   without: [ids] leaves out questions, facts and dispositions; \`intakeline check\` says what then breaks.
# A levels.yaml, emergency.yaml, sources.yaml, directory.yaml, notices.yaml or marginals.yaml here stands in for the shipped one.
format: intakeline/questionnaire/1
extends: adult-intake
id: ${id}
version: "1"
title: { same: ${JSON.stringify(name)} }
# Calls are taken in the languages of the shipped one, English and Spanish, so that each text here is written in both; \`intakeline
# check\` names one that is missing. Where nobody can write Spanish, \`languages: [en]\` takes calls in English alone.

questions:
  # A question of our own, asked after how treatment would be paid for; a rule in policies/${id}.yaml reads it.
  - id: served
    section: needs
    after: payment
    type: yes-no
    say: { en: Have you served in the military?, es: ¿Ha servido en las fuerzas armadas? }
    say_for_other: { en: Have they served in the military?, es: ¿La persona ha servido en las fuerzas armadas? }
    probe:
      en: On active duty, in the reserves or in the National Guard?
      es: ¿En servicio activo, en la reserva o en la Guardia Nacional?
    ask_if: { referral_likely: "yes" }
    unordered: Who someone is never changes the level of care.
    baseline: "no"
`;
}

function policy({ name, id, today }: NewSite): string {
  return `# yaml-language-server: $schema=../schemas/policy.json
# The shipped rules, and what is different here. The level is the highest that any rule asks for: a rule can only raise it.
# No clinician has reviewed this file until \`reviewed_by\` names one.
format: intakeline/policy/1
id: ${id}
version: "1"
date: ${today}
title: { same: ${JSON.stringify(name)} }
about:
  en: The rules of the intake line, with what is different at this site.
  es: Las reglas de la línea de admisión, con lo que es distinto en este centro.
extends: [intake-line]

otherwise:
  level: outpatient
  because:
    en: >-
      Nothing we asked points to a certain level, so the careful answer is a first visit where someone looks at it with
      you.
    es: >-
      Nada de lo que preguntamos apunta a un nivel en particular, así que la respuesta prudente es una primera visita en
      la que alguien lo vea con usted.
  cites: [inspire-recovery#I7, practice#J]

rules:
  # A rule that is changed: the shipped one offers peer support only where the need for treatment is known.
  - id: nobody-on-their-side
    replaces: support-missing
    when: { supporter: "no", referral_likely: "yes" }
    then: { add: [peer-support] }
    because:
      en: Nobody should do this alone, and our peer workers have been through it themselves.
      es: Nadie debe hacer esto a solas, y nuestro personal de apoyo ya pasó por esto.
    cites: [iop-explainer#E3, practice#J]

  # A rule that is added: it reads the question that was added.
  - id: served-together
    when: { served: "yes" }
    then: { add: [peer-support] }
    because:
      en: It often helps to talk to someone who has served as well.
      es: A menudo ayuda hablar con alguien que también haya servido.
    cites: [practice#J]
`;
}

function cases({ id }: NewSite): string {
  return `# yaml-language-server: $schema=schemas/cases.json
# Worked callers: every rule needs one. They are invented. The shipped cases run as well, for the shipped policies and for
# each policy here that extends one of them, so that a changed rule cannot change a caller's result unnoticed.
format: intakeline/cases/1
questionnaire: ${id}

cases:
  - id: nobody-here-on-their-side
    says: Two signs of a drinking problem, and nobody is on their side.
    like: mild-drinker
    answers: { supporter: "no" }
    expect:
      - { policies: [${id}], level: outpatient, supports: [peer-support], holds: [nobody-on-their-side] }
  - id: served-and-drinks
    says: Two signs of a drinking problem, and has served in the military.
    like: mild-drinker
    answers: { served: "yes" }
    expect:
      - { policies: [${id}], level: outpatient, supports: [peer-support], holds: [served-together] }

  # A shipped case that comes out differently here, on purpose: it is said here, and no longer reported.
  - id: alone-with-violence
    replaces: violence-alone-family-willing
    says: Violence at home and nobody on their side; here peer support is offered all the same.
    like: violence-alone-family-willing
    expect:
      - { policies: [${id}], supports: [peer-support], not_supports: [family-therapy] }
`;
}

/** The shipped notices, with the name of the site as who discloses. */
function notices({ name, notices: shipped }: NewSite): string {
  return shipped.replace(/^ {2}who:\n(?: {4}.*\n)+/m, () => `  who: { same: ${JSON.stringify(name)} }\n`);
}

function changelog({ today }: NewSite): string {
  return `# What changed for which callers

## 1 (${today})

- Whoever has nobody on their side is offered peer support as soon as a referral is likely.
- Whoever has served in the military is offered peer support.
`;
}

/** The kinds of files with a schema, and where in the site they lie. */
const FILES_BY_SCHEMA = {
  config: 'intakeline.config.yaml',
  extension: 'questionnaire/questionnaire.yaml',
  policy: 'questionnaire/policies/*.yaml',
  cases: 'questionnaire/cases.yaml',
  properties: 'questionnaire/properties.yaml',
  levels: 'questionnaire/levels.yaml',
  emergency: 'questionnaire/emergency.yaml',
  sources: 'questionnaire/sources.yaml',
  marginals: 'questionnaire/marginals.yaml',
  notices: 'questionnaire/notices.yaml',
  directory: ['questionnaire/directory.yaml', 'directory.yaml'],
  mapping: 'mappings/*.yaml',
} as const;

function editor(): string {
  const schemas = Object.entries(FILES_BY_SCHEMA).map(([kind, files]) => [
    `./questionnaire/schemas/${kind}.json`,
    files,
  ]);
  return `${JSON.stringify({ 'yaml.schemas': Object.fromEntries(schemas), 'yaml.format.printWidth': 120 }, null, 2)}\n`;
}

const IGNORED = `# What callers said is never committed, whatever it is called.
*.jsonl
*.csv
*.csv.gz
*.tsv
*.html
answers*.yaml
caller*.yaml
calls/
callers/
summary*
`;

function readme({ name, id }: NewSite): string {
  return `# ${name.replace(/[\\`*_[\]<>#|]/g, ' ')}

What is different here from the questionnaire and the rules that \`intakeline\` ships.

| file | what it says |
|---|---|
| \`intakeline.config.yaml\` | settings for every command that runs in this folder |
| \`questionnaire/questionnaire.yaml\` | questions that are added, replaced or left out |
| \`questionnaire/policies/${id}.yaml\` | rules that are added or replaced |
| \`questionnaire/cases.yaml\` | worked callers, with what must come out |
| \`questionnaire/notices.yaml\` | what goes with documents that leave the building: who you are, what a consent covers, and the statement of the law |
| \`questionnaire/CHANGELOG.md\` | what changed for which callers |
| \`questionnaire/schemas/\` | what an editor completes; made anew by \`intakeline schema --into questionnaire/schemas\` |

\`\`\`sh
intakeline check       # after every change
intakeline doctor      # what is in force, from where, and what is wrong
intakeline interview   # take a call
\`\`\`

Calls and exports are protected health data: \`.gitignore\` keeps the usual names out of version control, and nothing else does.
`;
}
