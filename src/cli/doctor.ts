/** `intakeline doctor`: what is in force and from where, and what is wrong around the program. */

import { now, today } from '../io/clock.ts';
import { absolutePath, installedPath, packageVersion, shownPath } from '../io/installed.ts';
import { lookAtPrivateFolder, openness } from '../io/openness.ts';
import { nodeVersion } from '../io/running-process.ts';
import { stateFolder } from '../io/state-folder.ts';
import { hasColour, terminalFacts, textWidth } from '../io/terminal.ts';
import { doctorJson, doctorText } from '../render/doctor-report.ts';
import type { ContentFacts, NoticesFacts, StateFacts } from '../site/doctor-report.ts';
import { examine } from '../site/examine.ts';
import type { DoctorOptions } from './add-doctor.ts';
import { questionnaireFolder } from './call-ground.ts';
import { loadContent } from './content.ts';
import { type ContentFiles, contentFiles, inFolder } from './content-files.ts';
import { type Layer, layeredFile, readLayers } from './content-layers.ts';
import type { CommandResult } from './outcome.ts';

const DAY = 86_400_000;

/** Looks at everything and changes nothing; of saved calls it sees names and times alone. */
export async function doctor(options: DoctorOptions): Promise<CommandResult> {
  const terminal = terminalFacts();
  const report = examine({
    version: packageVersion(),
    node: nodeVersion(),
    today: options.today ?? today(),
    site: options.site,
    content: await contentFacts(options),
    state: stateFacts(),
    terminal: {
      isTerminal: terminal.isTerminal,
      columns: textWidth(terminal),
      hasColour: hasColour(terminal, true),
    },
  });
  const isWrong = report.checks.some(({ status }) => status === 'wrong');
  return {
    output:
      options.format === 'json'
        ? { kind: 'json', content: doctorJson(report) }
        : { kind: 'text', content: doctorText(report) },
    notes: '',
    outcome: isWrong ? 'found-something' : 'fine',
  };
}

async function contentFacts(options: DoctorOptions): Promise<ContentFacts> {
  const folder = questionnaireFolder(options);
  const files = contentFiles();
  const { directory, site } = options;
  const loaded = await loadContent({ folder, directory, notices: site.notices }, files);
  const layers = loaded.ok ? loaded.value.layers : (await readLayers(folder, files, [])).all;
  const read = layers.flatMap((layer) =>
    [layer.folder, inFolder(layer.folder, 'policies')].flatMap((place) => {
      const listing = files.list(place, '.yaml');
      return listing.ok ? listing.files : [];
    }),
  );
  return {
    place: shownPath(folder),
    problems: loaded.problems,
    loaded: loaded.ok
      ? {
          languages: loaded.value.questionnaire.languages,
          policies: loaded.value.policies.map(({ id }) => id),
          directory: loaded.value.directory,
        }
      : undefined,
    notices: {
      ...noticesFile(site.notices, layers, files),
      problems: loaded.ok ? (await loaded.value.notices()).problems : [],
    },
    openFiles: read.filter((path) => openness(path, { mayBeForeign: true }) !== undefined).map(shownPath),
  };
}

/** The file of notices in force; one that the settings name counts as there, so that its absence is a problem of them. */
function noticesFile(
  named: string | undefined,
  layers: readonly Layer[],
  files: ContentFiles,
): Pick<NoticesFacts, 'file' | 'isShipped'> {
  const path = named ?? layeredFile({ all: layers }, 'notices.yaml', files).path;
  const isThere = named !== undefined || files.read(path).ok;
  return {
    file: isThere ? shownPath(path) : undefined,
    isShipped: absolutePath(path).startsWith(`${installedPath('questionnaires')}/`),
  };
}

function stateFacts(): StateFacts {
  const folder = stateFolder();
  if (folder === undefined) return { folder, isThere: false, isOwn: false, isOpen: false, openFiles: 0, ages: [] };
  const { changedAt, ...looked } = lookAtPrivateFolder(folder, '.jsonl');
  return { folder, ...looked, ages: changedAt.map((at) => Math.floor((now() - at) / DAY)) };
}
