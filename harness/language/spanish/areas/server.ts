import type { AreaTexts } from '../area-texts.js';

export const server: AreaTexts<'server'> = {
  bitness: {
    title: 'está compilado para la máquina del proceso que lo carga',
    requirement:
      'Un proceso solo puede cargar DLL de su misma clase: la máquina de la cabecera PE es la del anfitrión.',
    howToFix: 'Compile la DLL para la máquina del Outlook que la va a cargar.',
  },
  dllmain: {
    title: 'no hace en DllMain nada de lo que allí está prohibido',
    requirement:
      'DllMain no carga ninguna biblioteca, no espera a nadie y no llama a MAPI; la DLL se puede cargar y descargar muchas veces.',
    howToFix:
      'Haga que DllMain no haga más que recordar el identificador del módulo; abra bibliotecas y MAPI cuando se necesiten por primera vez.',
  },
  'no-coinitialize': {
    title: 'no fija el apartamento de su llamador',
    requirement: 'Un servidor en proceso no inicializa COM en el hilo que lo llama.',
    howToFix: 'Deje CoInitializeEx al cliente, de quien es el hilo.',
  },
  'get-class-object': {
    title: 'rechaza una clase que no tiene',
    requirement: 'DllGetClassObject devuelve CLASS_E_CLASSNOTAVAILABLE por una clase desconocida y pone *ppv a NULL.',
    howToFix:
      'Empiece DllGetClassObject con *ppv = nullptr y devuelva CLASS_E_CLASSNOTAVAILABLE por cualquier otra clase.',
  },
  aggregation: {
    title: 'se niega a ser agregado, o lo permite según las reglas',
    requirement:
      'CreateInstance con un objeto exterior devuelve CLASS_E_NOAGGREGATION, o solo tiene éxito para IID_IUnknown.',
    howToFix: 'En CreateInstance: if (outer != nullptr) return CLASS_E_NOAGGREGATION;',
  },
  'can-unload-now': {
    title: 'no deja que se descargue mientras vive un objeto',
    requirement: 'DllCanUnloadNow devuelve S_FALSE mientras vive un objeto de la DLL.',
    howToFix: 'Cuente los objetos de la DLL y devuelva S_OK en DllCanUnloadNow solo cuando no haya ninguno.',
  },
  'threading-model': {
    title: 'registra un modelo de hilos que existe',
    requirement: 'ThreadingModel es Apartment, Both, Free o Neutral.',
    howToFix: 'Registre ThreadingModel=Apartment, o el modelo que el helper admite de verdad.',
  },
  registration: {
    title: 'retira todo lo que registró',
    requirement: 'DllUnregisterServer elimina del registro todo lo que escribió DllRegisterServer.',
    howToFix: 'Elimine en DllUnregisterServer cada clave y cada valor que escribió DllRegisterServer.',
  },
};
