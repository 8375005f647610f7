/** What makes it hard to come, and how the referral answers it, in Spanish. */

import type { ENGLISH_BARRIERS } from './english-barriers.ts';

const ASK_COST = 'Pregunte qué aceptan, y por una tarifa según los ingresos o cobertura pública.';
const ASK_SPEAKER = 'Pida personal que lo hable, o un intérprete sin costo.';
const SAY_IT = 'Dígalo al llamar y pregunte cómo lo manejan.';

/** The same in Spanish. */
export const SPANISH_BARRIERS: typeof ENGLISH_BARRIERS = {
  names: { payment: 'Pago', schedule: 'Tiempo', transport: 'Cómo llegar', language: 'Idioma', barrier: 'También' },
  answers: {
    payment: { home: ASK_COST, away: ASK_COST },
    schedule: {
      home: 'Pida sesiones por la tarde, por la noche o el fin de semana, o por video una parte de la semana.',
      away: 'Pida una carta para el empleador; planee con la persona quién cuida a la familia y las mascotas.',
    },
    transport: {
      home: 'Pregunte por transporte, por sesiones cerca de una línea de autobús, o por video una parte de la semana.',
      away: 'Pregunte si recogen a las personas, o quién puede llevar a quien llama.',
    },
    language: { home: ASK_SPEAKER, away: ASK_SPEAKER },
    barrier: { home: SAY_IT, away: SAY_IT },
  },
};
