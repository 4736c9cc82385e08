import type { AreaTexts } from '../area-texts.js';

export const mapi: AreaTexts<'mapi'> = {
  'initialize-first': {
    title: 'llama a MAPIInitialize antes que a nada de MAPI',
    requirement: 'MAPIInitialize precede a cualquier otra llamada a MAPI.',
    howToFix: 'Llame a MAPIInitialize justo antes del primer MAPILogonEx y compruebe lo que devuelve.',
  },
  balanced: {
    title: 'llama a MAPIUninitialize tantas veces como a MAPIInitialize',
    requirement:
      'Al final del helper hubo tantos MAPIUninitialize como MAPIInitialize, también cuando el inicio de sesión había fallado.',
    howToFix:
      'Llame a MAPIUninitialize una vez por cada MAPIInitialize que tuvo éxito, en todas las salidas, también cuando falló el inicio de sesión.',
  },
  'not-in-dllmain': {
    title: 'no inicializa MAPI desde DllMain',
    requirement: 'Ni MAPIInitialize ni MAPIUninitialize se llaman desde DllMain.',
    howToFix: 'Inicialice MAPI cuando se pida la primera sesión y suéltelo con el helper.',
  },
  extended: {
    title: 'inicia sesión con MAPI_EXTENDED',
    requirement: 'MAPILogonEx recibe MAPI_EXTENDED, siempre.',
    howToFix: 'Pase MAPI_EXTENDED a MAPILogonEx.',
  },
  'new-session': {
    title: 'pide una sesión nueva cuando nombra un perfil',
    requirement:
      'Un inicio de sesión en un perfil con nombre recibe MAPI_NEW_SESSION, o puede acabar en la sesión de otro.',
    howToFix: 'Pase MAPI_NEW_SESSION junto con un nombre de perfil.',
  },
  unicode: {
    title: 'dice MAPI_UNICODE cuando sus cadenas lo son',
    requirement:
      'MAPI_UNICODE se indica si y solo si las cadenas que recibe MAPILogonEx son UTF-16: MAPI lee el nombre que se quería decir.',
    howToFix: 'Con una cadena ancha pase MAPI_UNICODE y convierta el puntero; con una estrecha, no.',
  },
  'logoff-then-release': {
    title: 'solo libera una sesión que ha cerrado',
    requirement: 'Después de Logoff, en la sesión no se llama a nada más que a Release.',
    howToFix: 'Haga que Logoff sea lo último antes de Release.',
  },
  'no-shared-logoff': {
    title: 'nunca cierra la sesión con MAPI_LOGOFF_SHARED',
    requirement: 'Logoff nunca recibe MAPI_LOGOFF_SHARED: todos los clientes MAPI de la máquina empezarían a cerrarse.',
    howToFix: 'Pase 0 como indicadores de Logoff.',
  },
};
