import type { AreaTexts } from '../area-texts.js';

export const getMapiSession: AreaTexts<'get-mapi-session'> = {
  result: {
    title: 'responde S_OK o un código de error',
    requirement:
      'GetMapiSession devuelve S_OK cuando tiene éxito y un código de error en los demás casos; ningún otro código de éxito.',
    howToFix:
      'Devuelva S_OK cuando se puso *ppmsess, y si no el código de error de lo que falló; S_FALSE no es ni lo uno ni lo otro.',
  },
  'success-gives-session': {
    title: 'da una sesión cuando responde S_OK',
    requirement: 'Cuando GetMapiSession devuelve S_OK, *ppmsess contiene un puntero.',
    howToFix: 'Ponga *ppmsess a la sesión antes de devolver S_OK; cuando no haya sesión, devuelva un código de error.',
  },
  'is-imapisession': {
    title: 'da un puntero que es una sesión MAPI',
    requirement: 'El puntero que da GetMapiSession responde a QueryInterface de IID_IMAPISession.',
    howToFix: 'Dé la sesión que MAPILogonEx o el cliente le dieron, tal como es.',
  },
  'adds-ref': {
    title: 'cuenta para el llamador el puntero que da',
    requirement:
      'La sesión que da GetMapiSession lleva una referencia del llamador, ni menos ni más: lo que el llamador libera era suyo.',
    howToFix:
      'Haga AddRef de la sesión exactamente una vez para el llamador antes de poner *ppmsess: (*ppmsess = session)->AddRef();',
  },
  'keeps-own-ref': {
    title: 'conserva una referencia propia a la sesión',
    requirement:
      'El helper mantiene una referencia a la sesión, porque el administrador de cuentas no puede: la sesión sigue viva cuando el llamador ha liberado lo que recibió.',
    howToFix: 'Conserve en el helper un puntero contado a la sesión y dé al llamador una referencia más, no la única.',
  },
  'failure-nulls-out': {
    title: 'pone *ppmsess a NULL cuando falla',
    requirement: 'Cuando GetMapiSession devuelve un código de error, *ppmsess es NULL.',
    howToFix: 'Empiece con *ppmsess = nullptr, antes de todo lo que pueda fallar.',
  },
  'null-out': {
    title: 'rechaza un ppmsess NULL',
    requirement:
      'Cuando ppmsess es NULL, GetMapiSession devuelve E_INVALIDARG o E_POINTER y nunca falla con una excepción.',
    howToFix: 'Compruebe primero el argumento: if (ppmsess == nullptr) return E_INVALIDARG;',
  },
  repeatable: {
    title: 'vuelve a dar la misma sesión',
    requirement: 'Un segundo GetMapiSession tiene éxito y da la sesión actual, la misma que el primero.',
    howToFix: 'Conserve la sesión de la primera llamada y vuelva a darla hasta HandsOffSession.',
  },
};
