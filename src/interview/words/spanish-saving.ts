/** Why a call cannot be opened, read or saved, and what is no longer as it was when it began, in Spanish. */

import type { Words } from './words.ts';

export const SPANISH_SAVING: Words['saving'] = {
  wrongId: 'eso no es la clave de una llamada',
  missing: 'esa llamada no existe',
  noHome: 'el sistema no dice cuál es su carpeta personal',
  inUse: (process, host) => `está abierta en otra ventana (proceso ${process} en ${host})`,
  notAFile: 'no es un archivo común',
  foreignFolder: 'la carpeta de las llamadas es de otra cuenta',
  tooLarge: (limit) => `tiene más de ${limit} bytes`,
  full: (limit) => `su archivo puede tener ${limit} bytes como máximo`,
  notUtf8: (line) => `la línea ${line} no es UTF-8`,
  lost: { deleted: 'se borró su archivo', replaced: 'otro archivo ocupa su lugar' },
  failed: (cause) => `el sistema no lo permite (${cause})`,
  changed: {
    questionnaire: 'el cuestionario ya no es el mismo que cuando empezó esta llamada',
    policy: 'las reglas de la política ya no son las mismas que cuando empezó esta llamada',
  },
  otherPolicy: (began, now) => `esta llamada empezó con la política \`${began}\` y ahora se decide con \`${now}\``,
  directoryGone:
    'ya no existe el directorio de programas con el que se tomó esta llamada, y se usa el del cuestionario: indique otro con `--directory`',
  leftOut: (question, why) => `la respuesta a ${question} no se usa: ${why}`,
  moreLeftOut: (count) => (count === 1 ? 'otra respuesta no se usa' : `otras ${count} respuestas no se usan`),
  whyLeftOut: {
    'question-gone': 'la pregunta ya no se hace',
    'answer-gone': 'esa respuesta ya no es posible',
    'out-of-place': 'la pregunta no se hizo en ese punto',
  },
};
