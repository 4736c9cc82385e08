import type { AreaTexts } from '../area-texts.js';

export const sessionLifetime: AreaTexts<'session-lifetime'> = {
  'final-release': {
    title: 'no deja ninguna sesión abierta cuando se libera sin HandsOffSession',
    requirement:
      'Un helper del que se prescinde sin HandsOffSession libera con su última referencia una sesión propia.',
    howToFix: 'Libere la sesión también en el destructor, cuando HandsOffSession no lo haya hecho.',
  },
  'no-cycle': {
    title: 'no forma ningún ciclo de referencias con su sesión',
    requirement:
      'Helper y sesión no se mantienen vivos uno a otro: cuando se libera todo lo que se dio, ambos desaparecen.',
    howToFix:
      'Si el helper también deja perdida su sesión en otro orden, corrija eso primero. No dé a la sesión ningún puntero contado al helper; donde deba conocerlo, haga que HandsOffSession corte el lazo.',
  },
};
