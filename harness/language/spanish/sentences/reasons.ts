/** Why a check is not applicable or inconclusive, and how processes end. */
export const reasons = {
  'this helper hands out a session of its own': 'este helper entrega una sesión propia',
  'this helper hands out the session that it was offered': 'este helper entrega la sesión que se le ofreció',
  "it needs the instrumented MAPI: the machine's own does not tell which calls it receives":
    'necesita el MAPI instrumentado: el propio de la máquina no dice qué llamadas recibe',
  'it needs the instrumented MAPI, whose books every walk goes by':
    'necesita el MAPI instrumentado, por cuyas cuentas se guía todo recorrido',
  'it needs the instrumented MAPI, which can be made to fail; what was tried without that held':
    'necesita el MAPI instrumentado, al que se puede hacer fallar; lo que se probó sin eso se cumplió',
  "the sessions of the machine's own MAPI do not tell their references":
    'las sesiones del MAPI propio de la máquina no dicen sus referencias',
  "GetMapiSession gave an object that is no session of the machine's own MAPI":
    'GetMapiSession dio un objeto que no es una sesión del MAPI propio de la máquina',
  "the machine's own MAPI cannot be made to fail": 'no se puede hacer fallar al MAPI propio de la máquina',
  "the machine's own MAPI answered {hresult} when the harness logged on":
    'el MAPI propio de la máquina respondió {hresult} cuando el arnés inició sesión',
  'this helper does not log on to MAPI': 'este helper no inicia sesión en MAPI',
  'this helper logs on without naming a profile': 'este helper inicia sesión sin nombrar un perfil',
  "the helper was not captured from the vendor's own code": 'el helper no se capturó del propio código del proveedor',
  'the helper was not created through a class object': 'el helper no se creó mediante un objeto de clase',
  'the helper is not made through a class object': 'el helper no se hace mediante un objeto de clase',
  'the DLL exports no {name}': 'la DLL no exporta {name}',
  'GetMapiSession could not be made to fail': 'no se pudo hacer fallar a GetMapiSession',

  'no random sequences were asked for: --random N tries N of them':
    'no se pidieron secuencias al azar: --random N prueba N de ellas',
  'no soak was asked for: --soak N lets N helpers live one after the other':
    'no se pidió ninguna prueba de resistencia: --soak N deja vivir N helpers uno tras otro',
  'the sequence {name} failed once, and not when it was tried again':
    'la secuencia {name} falló una vez, y no cuando se probó de nuevo',
  'the helper answered in so many different ways that there was no room for more':
    'el helper respondió de tantas maneras distintas que no hubo sitio para más',
  'there are too few samples to tell growth from chance':
    'hay demasiado pocas muestras para distinguir el crecimiento del azar',
  'it depends on {id}, which failed': 'depende de {id}, que falló',
  'the harness saw no session handed out, so it cannot tell whether the helper makes its own':
    'el arnés no vio entregar ninguna sesión, así que no puede saber si el helper hace la suya',
  'the harness saw no session handed out': 'el arnés no vio entregar ninguna sesión',
  '{what} (tolerated: {text})': '{what} (se tolera: {text})',
  '{what} (tolerated until {day}: {text})': '{what} (se tolera hasta el {day}: {text})',
  'nothing was ever called': 'nunca se llamó a nada',
  'there is no transcript of "{name}"': 'no hay transcripción de «{name}»',
  "the harness does not know the profile's name: state it with --profile NAME":
    'el arnés no conoce el nombre del perfil: indíquelo con --profile NOMBRE',
  'an exception ({code}) left the method': 'una excepción ({code}) salió del método',
  'the process ended in this step: {why}': 'el proceso terminó en este paso: {why}',
  'this step was not reached: {why}': 'no se llegó a este paso: {why}',
  'the provider was not asked after this step': 'no se preguntó al proveedor después de este paso',
  'the provider knew no session {id} after this step': 'el proveedor no conocía la sesión {id} después de este paso',
  'GetMapiSession gave no session of the instrumented provider, so there is nothing to count':
    'GetMapiSession no dio ninguna sesión del proveedor instrumentado, así que no hay nada que contar',
  'creating the helper answered {hresult} and gave nothing': 'la creación del helper respondió {hresult} y no dio nada',
  '{method} answered {hresult} and gave nothing': '{method} respondió {hresult} y no dio nada',
  'the check was planned, and no verdict came back': 'la comprobación estaba prevista, y no volvió ningún veredicto',
  'GetIdentity did not answer S_OK': 'GetIdentity no respondió S_OK',
  'GetIdentity did not refuse a buffer of one character, so it reported no size':
    'GetIdentity no rechazó un búfer de un carácter, así que no informó de ningún tamaño',
  'the first GetMapiSession did not answer S_OK': 'el primer GetMapiSession no respondió S_OK',
  'GetMapiSession never answered S_OK': 'GetMapiSession nunca respondió S_OK',
  'the DLL could not be loaded': 'no se pudo cargar la DLL',
  'the DLL could not be loaded: {why}': 'no se pudo cargar la DLL: {why}',
  'the DLL could not be loaded again: {why}': 'no se pudo volver a cargar la DLL: {why}',
  'the DLL did not load again': 'la DLL no se volvió a cargar',
  "the vendor's code never called the account manager":
    'el código del proveedor nunca llamó al administrador de cuentas',
  'the run was interrupted': 'la ejecución se interrumpió',
  'the {seconds} s of the whole run were spent': 'se agotaron los {seconds} s de toda la ejecución',
  'too many processes had died before': 'antes habían muerto demasiados procesos',
  'the process ended before the script began': 'el proceso terminó antes de que empezara el guion',
  'the process had ended': 'el proceso había terminado',
  'the harness lost its transcript': 'el arnés perdió su transcripción',
  '{step} had ended one process after the other, and was not called again':
    '{step} había terminado un proceso tras otro, y no se volvió a llamar',
  'no earlier step has yielded an object `{name}`': 'ningún paso anterior dio un objeto `{name}`',
  'only the apartment that made the helper may call it: {why}':
    'solo el apartamento que hizo el helper puede llamarlo: {why}',
  'it answers neither IMarshal nor IAgileObject': 'no responde ni por IMarshal ni por IAgileObject',
  'unavailable: {why}': 'no disponible: {why}',
  'bubblewrap is not installed': 'bubblewrap no está instalado',
  'bubblewrap is for Linux alone': 'bubblewrap es solo para Linux',
  'the DLL cannot be read in it': 'la DLL no se puede leer en él',

  'access violation': 'violación de acceso',
  'stack overflow': 'desbordamiento de pila',
  'integer division by zero': 'división entera por cero',
  'illegal instruction': 'instrucción ilegal',
  'the process ended itself with exit status {status}': 'el proceso terminó por sí mismo con estado de salida {status}',
  'ended by {signal}': 'terminado por {signal}',
  'before that {why}': 'antes {why}',
  'when it was told to exit': 'cuando se le dijo que saliera',
  'the process was killed': 'se mató el proceso',
  'no answer within {seconds} s': 'sin respuesta en {seconds} s',
  'no answer within {seconds} s: it shows a window': 'sin respuesta en {seconds} s: muestra una ventana',
  'the helper took more than {megabytes} MB of memory': 'el helper ocupó más de {megabytes} MB de memoria',
  'the helper started more than {count} processes': 'el helper inició más de {count} procesos',
  "the helper wrote over the harness's memory (its journal is damaged: {why})":
    'el helper escribió sobre la memoria del arnés (su diario está dañado: {why})',
  "the helper forged a message of the harness's own": 'el helper falsificó un mensaje del propio arnés',
  'it has lost its header': 'ha perdido su cabecera',
  'it claims more than its size': 'dice tener más que su tamaño',
  'it ends within a record': 'termina dentro de un registro',
  'it holds a record that the harness did not write': 'contiene un registro que el arnés no escribió',
  'it holds something that is not JSON': 'contiene algo que no es JSON',
  'the thread of the call ended: a stack overflow': 'el hilo de la llamada terminó: un desbordamiento de pila',
  'ExitThread or TerminateThread': 'ExitThread o TerminateThread',
  'a DLL that is loaded when it is needed (delay load) was not found':
    'no se encontró una DLL que se carga cuando se necesita (carga diferida)',
  'a function of a DLL that is loaded when it is needed (delay load) was not found':
    'no se encontró una función de una DLL que se carga cuando se necesita (carga diferida)',
  'a C++ exception (MSVC)': 'una excepción de C++ (MSVC)',
  'a C++ exception (Microsoft)': 'una excepción de C++ (Microsoft)',
  'a C++ exception (GCC)': 'una excepción de C++ (GCC)',
  'exception {code}': 'excepción {code}',
  'reading {address}': 'al leer {address}',
  'writing {address}': 'al escribir {address}',
  'executing {address}': 'al ejecutar {address}',
  'at {where}': 'en {where}',
} as const;
