/** The names of scripts, which say what is done in them. */
export const scripts = {
  'ask for IUnknown through every pointer, again, and later': 'pedir IUnknown por cada puntero, otra vez y más tarde',
  'ask for every interface before and after each method': 'pedir cada interfaz antes y después de cada método',
  'ask an IOlkAccountHelper for IOlkAccountHelper': 'pedir IOlkAccountHelper a un IOlkAccountHelper',
  'go from IUnknown to IOlkAccountHelper and back': 'ir de IUnknown a IOlkAccountHelper y volver',
  'ask for every interface through every other': 'pedir cada interfaz a través de cada una de las demás',
  'ask for an interface that nobody has': 'pedir una interfaz que nadie tiene',
  'ask for IOlkAccountHelper with ppvObject NULL': 'pedir IOlkAccountHelper con ppvObject NULL',
  'release as many pointers as were asked for, and look whether the helper still lives':
    'liberar tantos punteros como se pidieron, y mirar si el helper sigue vivo',
  'ask for the session, release it, release the helper without HandsOffSession':
    'pedir la sesión, liberarla, liberar el helper sin HandsOffSession',
  'create the helper and release it': 'crear el helper y liberarlo',
  'AddRef and Release, and what they return': 'AddRef y Release, y lo que devuelven',
  'AddRef and Release from several threads at once': 'AddRef y Release desde varios hilos a la vez',
  'ask the object for IOlkAccountHelper': 'pedir IOlkAccountHelper al objeto',
  'call slot {slot} with arguments that suit every method':
    'llamar a la entrada {slot} con argumentos que sirven para todos los métodos',
  'call slot 3 when a session is out': 'llamar a la entrada 3 cuando hay una sesión entregada',
  'call Placeholder1 with NULL, with memory, and again': 'llamar a Placeholder1 con NULL, con memoria y otra vez',
  'ask for the name with pcch NULL': 'pedir el nombre con pcch NULL',
  'ask for the name with both arguments NULL': 'pedir el nombre con ambos argumentos NULL',
  'ask for the size of {name}, then for the name with growing buffers':
    'pedir el tamaño de {name}, luego el nombre con búferes cada vez mayores',
  'ask for {name} with every capacity that is too small': 'pedir {name} con cada capacidad demasiado pequeña',
  'ask for the size, allocate exactly that, ask for the name':
    'pedir el tamaño, reservar exactamente ese, pedir el nombre',
  'ask for the name with more room than it needs': 'pedir el nombre con más sitio del que necesita',
  'ask for the name of profile {name}': 'pedir el nombre del perfil {name}',
  'ask for the name with watched memory around the buffer': 'pedir el nombre con memoria vigilada alrededor del búfer',
  'ask for the name with {count} characters and a guard page right behind them':
    'pedir el nombre con {count} caracteres y una página de guarda justo detrás',
  'ask for the name, again, and when a session is out': 'pedir el nombre, otra vez y con una sesión entregada',
  'ask for the size with no buffer': 'pedir el tamaño sin búfer',
  'claim a capacity of 256, and give no buffer': 'declarar una capacidad de 256 y no dar búfer',
  'ask for the session, again, and after handing it off': 'pedir la sesión, otra vez y después de HandsOffSession',
  'ask for the session while every MAPI logon fails': 'pedir la sesión mientras falla todo inicio de sesión en MAPI',
  'ask for the session': 'pedir la sesión',
  'ask for the session while MAPIInitialize fails': 'pedir la sesión mientras falla MAPIInitialize',
  'ask for the session while sessions refuse IID_IMAPISession':
    'pedir la sesión mientras las sesiones rechazan IID_IMAPISession',
  'ask for the session while MAPI has no memory': 'pedir la sesión mientras MAPI no tiene memoria',
  'ask for the session, and the session for IMAPISession': 'pedir la sesión, y a la sesión IMAPISession',
  'ask for the session twice and release what came': 'pedir la sesión dos veces y liberar lo recibido',
  'ask for the session and release what came': 'pedir la sesión y liberar lo recibido',
  'ask for the session with ppmsess NULL': 'pedir la sesión con ppmsess NULL',
  'ask for the session twice': 'pedir la sesión dos veces',
  'hand off before a session was asked for, while it is out, again, and after its release':
    'HandsOffSession antes de pedir una sesión, mientras está entregada, otra vez y tras liberarla',
  'ask for the session and hand off': 'pedir la sesión y HandsOffSession',
  'ask for the session, release it, hand off': 'pedir la sesión, liberarla, HandsOffSession',
  'ask for the session, hand off, release it': 'pedir la sesión, HandsOffSession, liberarla',
  'ask for the session, hand off twice, release it': 'pedir la sesión, HandsOffSession dos veces, liberarla',
  'ask for the session, release it, hand off twice': 'pedir la sesión, liberarla, HandsOffSession dos veces',
  'hand off before a session was asked for, then lead the ordinary life':
    'HandsOffSession antes de pedir una sesión, luego la vida normal',
  'ask for the session, hand off, ask again': 'pedir la sesión, HandsOffSession, pedirla de nuevo',
  'ask for the session, release the helper first and the session last':
    'pedir la sesión, liberar primero el helper y por último la sesión',
  'ask for the name of the profile that the run is for': 'pedir el nombre del perfil para el que es la ejecución',
  'the ordinary life of a helper': 'la vida normal de un helper',
  'unload and load the DLL many times': 'descargar y cargar la DLL muchas veces',
  'the ordinary life, on a thread on which COM was not initialised':
    'la vida normal, en un hilo en el que COM no se inicializó',
  'ask the DLL for a class that nobody has': 'pedir a la DLL una clase que nadie tiene',
  'ask the class object for an aggregated helper': 'pedir al objeto de clase un helper agregado',
  'ask whether the DLL can be unloaded while a helper lives':
    'preguntar si la DLL se puede descargar mientras vive un helper',
  'register the DLL and take it back': 'registrar la DLL y deshacerlo',
  "let the vendor's code make its helper": 'dejar que el código del proveedor haga su helper',
  'two lives of a session in one of a helper': 'dos vidas de una sesión en una de un helper',
  'the same with another helper': 'lo mismo con otro helper',
} as const;
