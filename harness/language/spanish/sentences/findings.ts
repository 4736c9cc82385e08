/** What rules say of a violation. Most are what was looked at, and chai goes on: `…: expected 0 to equal 1`. */
export const findings = {
  '{what}: expected {expected}, got {actual}': '{what}: se esperaba {expected}, se obtuvo {actual}',
  'expected {expected}, got {actual}': 'se esperaba {expected}, se obtuvo {actual}',
  '{what}: expected {actual} to equal {expected}': '{what}: se esperaba {expected}, se obtuvo {actual}',
  '{what}: expected {actual} to not equal {expected}':
    '{what}: se esperaba otra cosa que {expected}, se obtuvo {actual}',
  '{what}: expected {actual} to deeply equal {expected}': '{what}: se esperaba {expected}, se obtuvo {actual}',
  '{what}: expected {actual} to be one of {expected}': '{what}: se esperaba uno de {expected}, se obtuvo {actual}',
  '{what}: expected {actual} to not include {expected}': '{what}: {expected} no debía estar en {actual}',
  '{what}: expected {actual} to include {expected}': '{what}: {expected} debía estar en {actual}',
  '{what}: expected a pointer, got NULL': '{what}: se esperaba un puntero, se obtuvo NULL',
  '{what}: expected a pointer, got the pointer untouched': '{what}: se esperaba un puntero, y el puntero quedó intacto',
  '{what}: expected {expected} among them, got {actual}':
    '{what}: se esperaba {expected} entre ellos, se obtuvo {actual}',
  '{what}: expected {before} as before, or the {number} that the name needs, got {actual}':
    '{what}: se esperaba {before} como antes, o los {number} que necesita el nombre, se obtuvo {actual}',
  '{what}: expected {actual} to match {expected}':
    '{what}: se esperaba algo de la forma {expected}, se obtuvo {actual}',
  '{what}: expected {actual} to be at least {expected}': '{what}: se esperaba al menos {expected}, se obtuvo {actual}',
  '{what}: expected {actual} to be at most +0': '{what}: se esperaba como máximo 0, se obtuvo {actual}',
  '{what}: expected {actual} to be at most {expected}':
    '{what}: se esperaba como máximo {expected}, se obtuvo {actual}',
  '{what}: expected {actual} to be within {least}..{most}':
    '{what}: se esperaba entre {least} y {most}, se obtuvo {actual}',

  '{step} returned {hresult}, which {what}': '{step} devolvió {hresult}, que {what}',
  'has bits that are reserved': 'tiene bits que están reservados',
  'is of facility {facility}, which nobody has defined': 'es de la facilidad {facility}, que nadie ha definido',
  'is a success code that nobody has defined': 'es un código de éxito que nadie ha definido',
  'an HRESULT of a known form': 'un HRESULT de una forma conocida',
  'an HRESULT': 'un HRESULT',
  'an error code': 'un código de error',
  'S_OK (0x00000000) or an error code': 'S_OK (0x00000000) o un código de error',
  '{first} or {second}': '{first} o {second}',
  '*pcch when GetIdentity failed': '*pcch cuando GetIdentity falló',
  'flags of MAPILogonEx': 'indicadores de MAPILogonEx',
  '{step} did not come back: {why}': '{step} no volvió: {why}',
  'in the sequence {name}, {what}': 'en la secuencia {name}, {what}',
  'over many lives: {what}': 'a lo largo de muchas vidas: {what}',
  'the process ended in life {number}': 'el proceso terminó en la vida {number}',
  'every helper comes to its end': 'todo helper llega a su fin',
  'after {cycles} lives there are {what}': 'después de {cycles} vidas hay {what}',
  'no more than after the first of them': 'no más que después de las primeras',
  '{count} more references to sessions': '{count} referencias a sesiones de más',
  '{count} more sessions that somebody holds': '{count} sesiones retenidas de más',
  '{count} more handles': '{count} identificadores de más',
  '{count} more threads': '{count} hilos de más',
  '{count} more private bytes': '{count} bytes privados de más',
  '{count} more GDI objects': '{count} objetos GDI de más',
  '{count} more USER objects': '{count} objetos USER de más',
  'the call comes back': 'la llamada vuelve',
  'between two scripts the process came to its end: {why}': 'entre dos guiones el proceso llegó a su fin: {why}',
  'the process lives on': 'el proceso sigue vivo',
  '{what} left {step}': '{what} salió de {step}',
  'exception {code} left the method': 'la excepción {code} salió del método',
  'the process ended: {why}': 'el proceso terminó: {why}',
  'registers that {step} changed': 'registros que {step} cambió',
  'flags of Init that are not documented': 'indicadores de Init que no están documentados',
  'the first call of the account manager': 'la primera llamada al administrador de cuentas',
  'calls of Init': 'llamadas a Init',
  'QueryInterface for IID_IOlkAccountHelper of the pointer given to Init':
    'QueryInterface de IID_IOlkAccountHelper en el puntero dado a Init',
  'for a name of {length} characters *pcch holds {number}, a number of bytes':
    'para un nombre de {length} caracteres *pcch contiene {number}, un número de bytes',
  'for a name of {length} characters *pcch holds {number}, which counts each surrogate pair as one':
    'para un nombre de {length} caracteres *pcch contiene {number}, que cuenta cada par sustituto como uno',
  'a buffer is refused until it has twice the characters that the name needs':
    'se rechaza un búfer hasta que tiene el doble de caracteres de los que necesita el nombre',
  'success with {count} characters': 'éxito con {count} caracteres',
  'success only with {count}': 'éxito solo con {count}',
  'GetIdentity with 256 characters': 'GetIdentity con 256 caracteres',
  'the buffer holds no terminating zero': 'el búfer no contiene un cero final',
  'the name in the buffer': 'el nombre en el búfer',
  'characters that GetIdentity, told of {count}, changed behind the buffer':
    'caracteres que GetIdentity, con una capacidad de {count}, cambió detrás del búfer',
  'characters that GetIdentity, told of {count}, changed before the buffer':
    'caracteres que GetIdentity, con una capacidad de {count}, cambió delante del búfer',
  '*pcch after S_OK (without the terminating zero, as the documentation of 2003 had it)':
    '*pcch después de S_OK (sin el cero final, como decía la documentación de 2003)',
  '*pcch after S_OK': '*pcch después de S_OK',
  'GetIdentity(NULL, 0): *pcch on return': 'GetIdentity(NULL, 0): *pcch a la vuelta',
  'GetIdentity, asked again': 'GetIdentity, preguntado de nuevo',
  'GetIdentity, asked after GetMapiSession': 'GetIdentity, preguntado después de GetMapiSession',
  'GetIdentity with a buffer of the {count} characters that it asked for':
    'GetIdentity con un búfer de los {count} caracteres que pidió',
  'GetIdentity with a buffer of the {count} characters that it asked for: the name in the buffer':
    'GetIdentity con un búfer de los {count} caracteres que pidió: el nombre en el búfer',
  '{what} wrote to the buffer, characters': '{what} escribió en el búfer, caracteres',
  'GetIdentity with 1 characters for a name that needs {required}':
    'GetIdentity con 1 carácter para un nombre que necesita {required}',
  'GetIdentity with {count} characters for a name that needs {required}':
    'GetIdentity con {count} caracteres para un nombre que necesita {required}',
  '{what}: *pcch on return': '{what}: *pcch a la vuelta',
  'references that the second GetMapiSession added to the session':
    'referencias que el segundo GetMapiSession añadió a la sesión',
  'releases too many after the caller released just what it got':
    'liberaciones de más después de que el llamador liberara justo lo que recibió',
  '*ppmsess after GetMapiSession failed': '*ppmsess después de que GetMapiSession fallara',
  'QueryInterface of the session for IID_IMAPISession': 'QueryInterface de la sesión para IID_IMAPISession',
  'the pointer answers IID_IMAPISession, but is not itself an IMAPISession: a caller that casts it will crash':
    'el puntero responde a IID_IMAPISession, pero no es él mismo un IMAPISession: fallará el llamador que lo convierta',
  'references that the helper keeps on the session': 'referencias que el helper conserva a la sesión',
  '{hresult} is an error code, but not one that a caller expects for a NULL pointer':
    '{hresult} es un código de error, pero no uno que un llamador espere por un puntero NULL',
  'a second GetMapiSession': 'un segundo GetMapiSession',
  'the session that the second GetMapiSession gave': 'la sesión que dio el segundo GetMapiSession',
  '*ppmsess after S_OK': '*ppmsess después de S_OK',
  'HandsOffSession before GetMapiSession': 'HandsOffSession antes de GetMapiSession',
  'HandsOffSession before GetMapiSession, a second time': 'HandsOffSession antes de GetMapiSession, por segunda vez',
  'HandsOffSession while the session is out': 'HandsOffSession mientras la sesión está entregada',
  'HandsOffSession a second time': 'HandsOffSession por segunda vez',
  'HandsOffSession after the session was released': 'HandsOffSession después de liberar la sesión',
  "references that HandsOffSession took from the client's session":
    'referencias que HandsOffSession quitó a la sesión del cliente',
  'HandsOffSession answered {hresult}, but GetMapiSession had given {what}':
    'HandsOffSession respondió {hresult}, pero GetMapiSession había dado {what}',
  "a session of the helper's making": 'una sesión hecha por el helper',
  "the client's session": 'la sesión del cliente',
  'references left on the session after HandsOffSession':
    'referencias que quedan a la sesión después de HandsOffSession',
  'releases too many by the end of the helper': 'liberaciones de más al final del helper',
  'references left after HandsOffSession while the caller holds one':
    'referencias que quedan después de HandsOffSession mientras el llamador retiene una',
  'HandsOffSession of a helper that logged on itself': 'HandsOffSession de un helper que inició sesión él mismo',
  'HandsOffSession of a helper that logged on itself, while the caller still holds the session':
    'HandsOffSession de un helper que inició sesión él mismo, mientras el llamador aún retiene la sesión',
  'GetMapiSession gave a session that had been released for good':
    'GetMapiSession dio una sesión que se había liberado definitivamente',
  'a living session, or an error code': 'una sesión viva, o un código de error',
  'session {id}, whose last reference was gone': 'la sesión {id}, cuya última referencia ya no existía',
  'references that the second HandsOffSession took away': 'referencias que quitó el segundo HandsOffSession',
  'releases too many by the second HandsOffSession': 'liberaciones de más por el segundo HandsOffSession',
  'QueryInterface for IID_IOlkAccountHelper': 'QueryInterface de IID_IOlkAccountHelper',
  'the pointer that came with S_OK': 'el puntero que vino con S_OK',
  'slot {slot} is {method}, but it behaves as {other}': 'la entrada {slot} es {method}, pero se comporta como {other}',
  'slot {slot} is {method}': 'la entrada {slot} es {method}',
  'behaves as {method}': 'se comporta como {method}',
  'a second AddRef returned': 'un segundo AddRef devolvió',
  'the Release after it returned': 'el Release siguiente devolvió',
  'the next Release returned': 'el próximo Release devolvió',
  'the helper is still held, and Release returned': 'el helper aún se retiene, y Release devolvió',
  'Release returned': 'Release devolvió',
  'references to the session: the helper must still live': 'referencias a la sesión: el helper debe seguir vivo',
  'what AddRef returned more than before, after as many AddRef as Release':
    'lo que AddRef devolvió de más que antes, tras tantos AddRef como Release',
  'QueryInterface for IID_IUnknown': 'QueryInterface de IID_IUnknown',
  'QueryInterface of {name} for IID_IUnknown': 'QueryInterface de {name} para IID_IUnknown',
  'different pointers that were given for IID_IUnknown': 'punteros distintos que se dieron por IID_IUnknown',
  "references to the session after the last Release, with the client's own":
    'referencias a la sesión después del último Release, con la del propio cliente',
  'QueryInterface with ppvObject NULL': 'QueryInterface con ppvObject NULL',
  'E_INVALIDARG is tolerated; the documents say E_POINTER': 'E_INVALIDARG se tolera; los documentos dicen E_POINTER',
  'references to the session when what was asked for is released, and the helper is not':
    'referencias a la sesión cuando lo que se pidió está liberado, y el helper no',
  'helper to helper': 'de helper a helper',
  'the interfaces that are given': 'las interfaces que se dan',
  'helper back to IUnknown': 'de helper de vuelta a IUnknown',
  'from {from} to {to}, both of which the object has': 'de {from} a {to}, que el objeto tiene ambas',
  'QueryInterface for an interface that nobody has': 'QueryInterface de una interfaz que nadie tiene',
  '*ppvObject after E_NOINTERFACE': '*ppvObject después de E_NOINTERFACE',
  'MAPIUninitialize calls {what}, of as many MAPIInitialize':
    'llamadas a MAPIUninitialize {what}, de otros tantos MAPIInitialize',
  'in an ordinary life': 'en una vida normal',
  'when the logon fails': 'cuando falla el inicio de sesión',
  'when MAPIInitialize fails': 'cuando falla MAPIInitialize',
  'when MAPI has no memory': 'cuando MAPI no tiene memoria',
  '{flag} in the flags of {method}': '{flag} en los indicadores de {method}',
  'the first call of MAPI': 'la primera llamada a MAPI',
  'a call of a session that was logged off': 'una llamada a una sesión que se había cerrado',
  'calls of a session after its last Release': 'llamadas a una sesión después de su último Release',
  'calls of MAPI from DllMain': 'llamadas a MAPI desde DllMain',
  'the profile name that MAPILogonEx read': 'el nombre de perfil que leyó MAPILogonEx',
  'the memory that Placeholder1 was shown was changed': 'se cambió la memoria que se mostró a Placeholder1',
  'Placeholder1, called again': 'Placeholder1, llamado de nuevo',
  'what came back, step by step': 'lo que volvió, paso a paso',
  'CreateInstance(outer, IID_IOlkAccountHelper) succeeded: the outer object was not heeded':
    'CreateInstance(outer, IID_IOlkAccountHelper) tuvo éxito: no se atendió al objeto exterior',
  'the machine in the PE header': 'la máquina de la cabecera PE',
  'DllCanUnloadNow while a helper lives': 'DllCanUnloadNow mientras vive un helper',
  'loading the DLL did not come back: {why}': 'la carga de la DLL no volvió: {why}',
  'DllMain comes back': 'DllMain vuelve',
  'DLLs that were loaded from DllMain': 'DLL que se cargaron desde DllMain',
  'the Win32 error of loading the DLL again': 'el error de Win32 al volver a cargar la DLL',
  'DllGetClassObject for a class that nobody has': 'DllGetClassObject de una clase que nadie tiene',
  '*ppv on return': '*ppv a la vuelta',
  'the apartment of the thread, afterwards': 'el apartamento del hilo, después',
  'what is left in the registry': 'lo que queda en el registro',
  'references left on the session when the helper is gone':
    'referencias que quedan a la sesión cuando el helper ya no existe',
  'releases too many when the helper is gone': 'liberaciones de más cuando el helper ya no existe',
  'references left on the session when all that was given is released':
    'referencias que quedan a la sesión cuando se ha liberado todo lo que se dio',
} as const;
