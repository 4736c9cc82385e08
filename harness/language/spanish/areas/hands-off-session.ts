import type { AreaTexts } from '../area-texts.js';

export const handsOffSession: AreaTexts<'hands-off-session'> = {
  'borrowed-e-notimpl': {
    title: 'responde solo E_NOTIMPL cuando la sesión no es suya',
    requirement:
      'Un helper que no creó él mismo la sesión MAPI devuelve E_NOTIMPL en HandsOffSession, siempre, y nada más.',
    howToFix: 'Donde la sesión vino del cliente, haga que HandsOffSession no haga más que devolver E_NOTIMPL.',
  },
  'borrowed-keeps': {
    title: 'no libera nada cuando la sesión no es suya',
    requirement: 'Un helper que no creó él mismo la sesión MAPI no la libera en HandsOffSession.',
    howToFix:
      'No libere la sesión del cliente en HandsOffSession; libere la referencia propia del helper cuando este se destruya.',
  },
  'own-s-ok': {
    title: 'responde S_OK cuando entrega una sesión propia',
    requirement: 'Un helper que creó la sesión MAPI que dio GetMapiSession devuelve S_OK en HandsOffSession.',
    howToFix: 'Donde el helper inició sesión él mismo, libere la sesión en HandsOffSession y devuelva S_OK.',
  },
  'own-releases': {
    title: 'libera una sesión propia',
    requirement:
      'Un helper que creó la sesión MAPI que dio GetMapiSession la libera en HandsOffSession: no queda ninguna referencia del helper.',
    howToFix:
      'Libere la referencia del helper en HandsOffSession, una vez, y ponga el miembro a nullptr para que el destructor no la libere de nuevo.',
  },
  twice: {
    title: 'no libera nada dos veces',
    requirement: 'Un segundo HandsOffSession no libera nada que el primero ya haya liberado.',
    howToFix: 'Ponga a nullptr el miembro de la sesión cuando se libere, y libérelo solo cuando no sea nullptr.',
  },
  'code-matches-behaviour': {
    title: 'responde con el código que corresponde a la sesión que dio',
    requirement:
      'S_OK dice que la sesión la hizo el helper, E_NOTIMPL que no: el código concuerda con lo que MAPI ha visto, se declarara lo que se declarara.',
    howToFix:
      'Haga que una misma condición decida ambas cosas: S_OK donde el helper inició sesión él mismo, E_NOTIMPL donde recibió la sesión.',
  },
  'before-get': {
    title: 'da su respuesta constante también cuando no se entregó nada',
    requirement:
      'Antes de cualquier GetMapiSession, HandsOffSession responde como después: S_OK para una sesión propia, E_NOTIMPL para una prestada.',
    howToFix: 'Donde aún no hay nada que liberar, no libere nada y responda como siempre.',
  },
  reopen: {
    title: 'vuelve a funcionar, o falla limpiamente, después de HandsOffSession',
    requirement:
      'GetMapiSession después de HandsOffSession da una sesión viva, o un código de error y NULL; nunca una sesión que ya no existe.',
    howToFix:
      'Después de HandsOffSession abra una sesión nueva en el siguiente GetMapiSession, o responda con un código de error y NULL.',
  },
};
