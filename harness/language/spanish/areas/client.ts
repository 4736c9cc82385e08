import type { AreaTexts } from '../area-texts.js';

export const client: AreaTexts<'client'> = {
  'init-once': {
    title: 'inicializa el administrador de cuentas una vez, antes de usarlo',
    requirement: 'Init es la primera llamada a un administrador de cuentas, y se hace una vez.',
    howToFix: 'Llame a Init una vez, justo después de CoCreateInstance(CLSID_OlkAccountManager).',
  },
  'init-flags': {
    title: 'pasa a Init solo indicadores documentados',
    requirement: 'Los indicadores de Init están entre los que enumera la página de constantes.',
    howToFix: 'Pase OLK_ACCOUNT_NO_FLAGS, o una combinación de los indicadores ACCT_INIT.',
  },
  'init-pointer': {
    title: 'pasa a Init un verdadero IOlkAccountHelper',
    requirement: 'El puntero que recibe Init responde por IID_IOlkAccountHelper.',
    howToFix: 'Pase el propio puntero IOlkAccountHelper, no otra interfaz del objeto.',
  },
};
