import type { AreaTexts } from '../area-texts.js';

export const getIdentity: AreaTexts<'get-identity'> = {
  'null-pcch': {
    title: 'responde E_INVALIDARG cuando pcch es NULL',
    requirement: 'Cuando pcch es NULL, GetIdentity devuelve E_INVALIDARG, con búfer y sin él.',
    howToFix: 'Compruebe pcch antes que nada: if (pcch == nullptr) return E_INVALIDARG;',
  },
  characters: {
    title: 'cuenta caracteres, no bytes',
    requirement:
      'Los tamaños que entran y salen por pcch son números de caracteres (unidades de código UTF-16), contenga lo que contenga el nombre del perfil.',
    howToFix: 'Compare e informe de números de WCHAR, wcslen(name) + 1, sin ningún sizeof.',
  },
  'too-small-code': {
    title: 'responde E_OUTOFMEMORY cuando el búfer es demasiado pequeño',
    requirement:
      'Cuando el nombre del perfil con su cero final es más largo que el búfer, GetIdentity devuelve E_OUTOFMEMORY y ningún otro código.',
    howToFix:
      'Devuelva E_OUTOFMEMORY siempre que *pcch < wcslen(name) + 1, también con capacidad 0; no HRESULT_FROM_WIN32(ERROR_INSUFFICIENT_BUFFER), y nunca S_OK con un nombre truncado.',
  },
  'too-small-buffer-untouched': {
    title: 'deja intacto un búfer demasiado pequeño',
    requirement: 'Cuando el búfer es demasiado pequeño para el nombre del perfil, GetIdentity no escribe en él.',
    howToFix:
      'Compare *pcch con el tamaño necesario antes de la primera escritura en pwszIdentity; tampoco termine ni vacíe el búfer.',
  },
  'too-small-size': {
    title: 'informa del tamaño necesario cuando el búfer es demasiado pequeño',
    requirement:
      'Cuando el búfer es demasiado pequeño, *pcch contiene a la vuelta el tamaño que necesita el nombre del perfil, incluido su cero final.',
    howToFix: 'Antes de devolver E_OUTOFMEMORY ponga *pcch = wcslen(name) + 1.',
  },
  'reported-size-suffices': {
    title: 'tiene éxito con un búfer del tamaño del que informó',
    requirement:
      'Quien reserva exactamente el tamaño del que se informó ante un búfer demasiado pequeño, y vuelve a preguntar, recibe S_OK y el nombre.',
    howToFix:
      'Acepte *pcch == wcslen(name) + 1: rechace solo cuando *pcch sea menor, e informe de ese mismo número al rechazar. Guarde el nombre entero, por largo que sea.',
  },
  'length-includes-terminator': {
    title: 'informa de la longitud con el cero final',
    requirement: 'Con S_OK, *pcch contiene la longitud del nombre del perfil incluido su cero final.',
    howToFix: 'En caso de éxito ponga *pcch = wcslen(name) + 1.',
  },
  'exact-name': {
    title: 'devuelve el nombre del perfil sin cambios',
    requirement: 'Con S_OK, el búfer contiene el nombre del perfil en UTF-16, sin cambios, y termina en cero.',
    howToFix:
      'Guarde el nombre como los WCHAR que recibió y cópielos con su cero final; sin conversión de ida y vuelta a una página de códigos.',
  },
  'in-bounds': {
    title: 'no escribe nada más allá de la capacidad',
    requirement: 'GetIdentity no toca memoria ni antes ni después del búfer cuyo tamaño indicó el llamador.',
    howToFix:
      'Escriba como máximo *pcch WCHAR, y de ellos solo wcslen(name) + 1: sin relleno, sin un cero de más, sin copias de tamaño fijo.',
  },
  repeatable: {
    title: 'da dos veces la misma respuesta',
    requirement: 'Si se le vuelve a preguntar, GetIdentity da el mismo nombre y la misma longitud.',
    howToFix: 'No cambie el nombre guardado en GetIdentity: cópielo hacia fuera.',
  },
  'null-buffer': {
    title: 'no falla sin búfer',
    requirement:
      'Un pwszIdentity NULL nunca provoca un fallo; con capacidad 0 pregunta por el tamaño, y recibe E_OUTOFMEMORY y el tamaño necesario.',
    howToFix: 'Trate un pwszIdentity NULL como un búfer demasiado pequeño: ponga *pcch y devuelva E_OUTOFMEMORY.',
  },
};
