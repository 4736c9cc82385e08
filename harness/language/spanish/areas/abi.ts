import type { AreaTexts } from '../area-texts.js';

export const abi: AreaTexts<'abi'> = {
  'no-exception': {
    title: 'no deja salir ninguna excepción de un método',
    requirement: 'Ninguna excepción de C++ ni estructurada sale de un método: lo que va mal vuelve como un HRESULT.',
    howToFix:
      'Capture todo dentro del método y devuelva un HRESULT: E_OUTOFMEMORY para bad_alloc, E_UNEXPECTED para lo demás.',
  },
  'no-crash': {
    title: 'vuelve de cada llamada',
    requirement: 'Ninguna llamada acaba con el proceso, desborda su pila ni se queda colgada.',
    howToFix: 'Los pasos llevan a la llamada que no volvió; ejecútelos con un depurador.',
  },
  'hresult-form': {
    title: 'devuelve HRESULT cuyos bits tienen sentido',
    requirement:
      'Los bits reservados son cero y la facilidad es una que existe; los códigos propios, solo en FACILITY_ITF.',
    howToFix:
      'Use un código que los documentos nombren; los códigos propios son MAKE_HRESULT(SEVERITY_ERROR, FACILITY_ITF, 0x0200 o superior).',
  },
  'in-out-on-error': {
    title: 'deja válidos los valores de entrada y salida cuando falla',
    requirement: 'Cuando GetIdentity falla, *pcch está como estaba o contiene el tamaño del nombre del perfil.',
    howToFix: 'Cuando GetIdentity falle, deje *pcch como está o póngalo al tamaño necesario; nunca a otra cosa.',
  },
  registers: {
    title: 'devuelve los registros que no son suyos',
    requirement:
      'En x64 un método conserva rbx, rbp, rdi, rsi, r12 a r15, xmm6 a xmm15, el puntero de pila y las palabras de control.',
    howToFix:
      'Guarde y restaure lo que la convención de llamada de x64 llama no volátil, sobre todo en ensamblador escrito a mano.',
  },
  stdcall: {
    title: 'retira sus argumentos de la pila en x86',
    requirement: 'En x86 cada método es __stdcall: retira él mismo sus argumentos de la pila.',
    excluded: 'solo un anfitrión x86 puede verlo: en x64 hay una única convención de llamada',
  },
};
