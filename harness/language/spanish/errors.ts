/** What went wrong and what to do about it: the texts of every UsageError. */
export const errors = {
  '{first} and {second}': '{first} y {second}',
  '{what} Did you mean {near}?': '{what} ¿Quiso decir {near}?',

  '{option} {text}: it matches no check.': '{option} {text}: no coincide con ninguna comprobación.',
  '{where} {id}: it is not the id of one check.': '{where} {id}: no es el identificador de una sola comprobación.',
  '{where} {id}: there is no check of that id.': '{where} {id}: no hay ninguna comprobación con ese identificador.',
  'olkconform list prints every id.': 'olkconform list muestra todos los identificadores.',

  '--dll {path}: {reason}.': '--dll {path}: {reason}.',
  'there is no such file': 'ese archivo no existe',
  'it is not JSON: {reason}': 'no es JSON: {reason}',
  'it is not a regular file, and has to be one': 'no es un archivo normal, y tiene que serlo',
  '{size} bytes are too many: at most {largest} are read': '{size} bytes son demasiados: se leen {largest} como máximo',
  'this user may not read it': 'este usuario no tiene permiso para leerlo',
  'its symbolic links go round in a circle': 'sus enlaces simbólicos forman un círculo',
  'the name is too long for this system': 'el nombre es demasiado largo para este sistema',
  'Give the path of the DLL that holds your helper.': 'Indique la ruta de la DLL que contiene su helper.',
  '--dll {path}: the DLL changed, or was replaced, while it was judged; nothing is said of it.':
    '--dll {path}: la DLL cambió, o fue reemplazada, mientras se juzgaba; no se dice nada de ella.',
  'Judge it again, when nothing writes to it.': 'Júzguela de nuevo, cuando nadie escriba en ella.',
  '{folder}: there is no room for temporary files: {free} free, and a run wants {needed}.':
    '{folder}: no hay sitio para archivos temporales: {free} libres, y una ejecución necesita {needed}.',
  '{folder}: temporary files cannot be put there: {reason}.':
    '{folder}: no se pueden poner archivos temporales allí: {reason}.',
  'Make room there, or name another folder: TMPDIR, on Windows TEMP.':
    'Haga sitio allí, o nombre otra carpeta: TMPDIR, en Windows TEMP.',
  'Name the DLL in it.': 'Nombre la DLL que está en él.',
  '--dll {path}: not a Windows DLL: {reason}.': '--dll {path}: no es una DLL de Windows: {reason}.',
  'it does not begin with MZ': 'no empieza por MZ',
  'it has no PE header': 'no tiene cabecera PE',
  'it ends in the middle of its header': 'termina en mitad de su cabecera',
  'Give the path of a DLL built for Windows.': 'Indique la ruta de una DLL compilada para Windows.',
  '--dll {path}: its path holds a character that no path of Windows can hold.':
    '--dll {path}: su ruta contiene un carácter que ninguna ruta de Windows puede contener.',
  'Copy the DLL, and what it needs, to a path of letters and digits.':
    'Copie la DLL, y lo que necesita, a una ruta de letras y cifras.',
  '--dll {path}: its name has no extension, and Windows would load {name}.dll instead.':
    '--dll {path}: su nombre no tiene extensión, y Windows cargaría {name}.dll en su lugar.',
  'Give it a name that ends in .dll.': 'Dele un nombre que termine en .dll.',
  '--dll {path}: its path is {length} characters long, and Windows loads a DLL from at most {longest}.':
    '--dll {path}: su ruta tiene {length} caracteres, y Windows carga una DLL desde {longest} como máximo.',
  'Copy the DLL, and what it needs, to a shorter path.': 'Copie la DLL, y lo que necesita, a una ruta más corta.',
  '--dll {path}: it is built for {machine}, and the host process here is x64.':
    '--dll {path}: está compilada para {machine}, y el proceso anfitrión aquí es x64.',
  'Build the helper for x64 and give that DLL.': 'Compile el helper para x64 e indique esa DLL.',
  '--dll {path}: it is a program, not a DLL.': '--dll {path}: es un programa, no una DLL.',
  'Give the DLL that holds your helper.': 'Indique la DLL que contiene su helper.',
  '--dll {path}: it is for Windows {version}, and the host here is {newest}.0.':
    '--dll {path}: es para Windows {version}, y el anfitrión aquí es {newest}.0.',
  'Link it with /SUBSYSTEM:WINDOWS,6.01 or another version that exists.':
    'Enlácela con /SUBSYSTEM:WINDOWS,6.01 u otra versión que exista.',

  "--mapi system: the machine's own MAPI has to be logged on to, and no profile was named.":
    '--mapi system: hay que iniciar sesión en el MAPI propio de la máquina, y no se nombró ningún perfil.',
  'Name one that this user has: --profile NAME.': 'Nombre uno que este usuario tenga: --profile NOMBRE.',
  '--mapi system does not go with {options}, which the instrumented MAPI is needed for.':
    '--mapi system no va con {options}, para lo que hace falta el MAPI instrumentado.',
  'Leave it out here, and ask for it in a run without --mapi.': 'Omítalo aquí y pídalo en una ejecución sin --mapi.',
  '--mapi system: this machine has no default mail client.':
    '--mapi system: esta máquina no tiene cliente de correo predeterminado.',
  '--mapi system: the default mail client, {client}, has no Extended MAPI.':
    '--mapi system: el cliente de correo predeterminado, {client}, no tiene MAPI extendido.',
  'It takes an Outlook for x64 that is the default mail client; or leave --mapi out.':
    'Hace falta un Outlook para x64 que sea el cliente de correo predeterminado; u omita --mapi.',
  "--mapi system: the system's mapi32.dll does not load, error {error}.":
    '--mapi system: la mapi32.dll del sistema no se carga, error {error}.',
  '--mapi system: MAPIInitialize of {client} answered {hresult}.':
    '--mapi system: MAPIInitialize de {client} respondió {hresult}.',
  '--mapi system: {client} did not log on to the profile {profile}: MAPILogonEx answered {hresult}.':
    '--mapi system: {client} no inició sesión en el perfil {profile}: MAPILogonEx respondió {hresult}.',
  '--mapi system: logging on to the profile {profile} did not come back: {story}.':
    '--mapi system: el inicio de sesión en el perfil {profile} no volvió: {story}.',
  'Name a profile that this user has, and that opens without a question: --profile NAME.':
    'Nombre un perfil que este usuario tenga, y que se abra sin preguntar: --profile NOMBRE.',

  '--clsid needs': '--clsid necesita',
  '--registered needs': '--registered necesita',
  '{option} {name}: {path} is a .NET assembly, and exports nothing that native code can call.':
    '{option} {name}: {path} es un ensamblado de .NET, y no exporta nada a lo que pueda llamar código nativo.',
  'Give the native DLL before it: of a COM class in .NET that is NAME.comhost.dll.':
    'Indique la DLL nativa que lo precede: la de una clase COM en .NET es NOMBRE.comhost.dll.',
  '{option} {name}: {path} has no export of that name.': '{option} {name}: {path} no exporta nada con ese nombre.',
  'It exports nothing by name.': 'No exporta nada por su nombre.',
  'It exports {names}.': 'Exporta {names}.',
  'docs/expose-your-helper.md shows how to export a factory.':
    'docs/expose-your-helper.md muestra cómo exportar una factoría.',
  'docs/expose-your-helper.md shows the function that --capture calls.':
    'docs/expose-your-helper.md muestra la función a la que llama --capture.',
  'docs/expose-your-helper.md shows the function that --prepare calls.':
    'docs/expose-your-helper.md muestra la función a la que llama --prepare.',
  '--clsid is for the DLL of a COM class: give the one that has it.':
    '--clsid es para la DLL de una clase COM: indique la que la tiene.',
  'Leave --registered out: the class is then asked for without being registered.':
    'Omita --registered: así se pide la clase sin registrarla.',

  'The built-in examples are not built ({path}).': 'Los ejemplos incluidos no están compilados ({path}).',
  'Run npm start: it builds what is missing.': 'Ejecute npm start: compila lo que falta.',
  '--example {name}: there is no built-in helper of that name.':
    '--example {name}: no hay ningún helper incluido con ese nombre.',
  'olkconform list --examples prints them.': 'olkconform list --examples los muestra.',

  'Wine is not installed.': 'Wine no está instalado.',
  'Run npm start in {root}: it installs and builds what is missing.':
    'Ejecute npm start en {root}: instala y compila lo que falta.',
  'the child’s entry': 'la entrada del proceso hijo',
  'the bridge': 'el puente',
  'the MAPI provider': 'el proveedor de MAPI',
  'olkconform doctor --fix installs it on Debian.': 'olkconform doctor --fix lo instala en Debian.',
  'first use: making {what} in {folder} …': 'primer uso: se crea {what} en {folder} …',
  '{what} cannot be made in {folder}: {reason}': '{what} no se puede crear en {folder}: {reason}',
  'The cache folder must be one that can be written to: OLKCONFORM_CACHE names another. olkconform doctor says what is missing.':
    'La carpeta de caché debe poder escribirse: OLKCONFORM_CACHE nombra otra. olkconform doctor dice qué falta.',
  '{what} is missing ({path}).': 'falta {what} ({path}).',

  '--sandbox require: there can be no sandbox: {reason}.':
    '--sandbox require: no puede haber entorno aislado: {reason}.',
  'unavailable: {reason}': 'no disponible: {reason}',
  'bubblewrap is for Linux alone': 'bubblewrap es solo para Linux',
  'bubblewrap is not installed': 'bubblewrap no está instalado',
  '--certify: the DLL could read the key that signs, and there can be no sandbox that holds it: {reason}.':
    '--certify: la DLL podría leer la clave que firma, y no puede haber entorno aislado que la contenga: {reason}.',
  'sudo apt-get install bubblewrap; or, if you trust the DLL: --sandbox off.':
    'sudo apt-get install bubblewrap; o, si confía en la DLL: --sandbox off.',
  'It needs bubblewrap (sudo apt-get install bubblewrap) and user namespaces (a container may have to allow them).':
    'Necesita bubblewrap (sudo apt-get install bubblewrap) y espacios de nombres de usuario (puede que un contenedor deba permitirlos).',
  'Leave --sandbox out: on Windows a job object bounds what the helper starts.':
    'Omita --sandbox: en Windows un objeto de trabajo limita lo que el helper inicia.',

  '--dll {path}: Windows refused to load it, error {error}: {told}.':
    '--dll {path}: Windows se negó a cargarla, error {error}: {told}.',
  'access is denied': 'acceso denegado',
  'Give a DLL that this user may read and execute.': 'Indique una DLL que este usuario pueda leer y ejecutar.',
  'a DLL that it needs was not found': 'no se encontró una DLL que necesita',
  'Put the DLLs that it needs beside it.': 'Ponga junto a ella las DLL que necesita.',
  'a function that it imports was not found in the DLL that should have it':
    'una función que importa no se encontró en la DLL que debería tenerla',
  'it is not an image that Windows can load': 'no es una imagen que Windows pueda cargar',
  'Build it anew, and copy it as a binary file.': 'Compílela de nuevo y cópiela como archivo binario.',
  'it faulted while it was loaded (DllMain, or a static initialiser)':
    'falló mientras se cargaba (DllMain, o un inicializador estático)',
  'Look for an access violation in DllMain and in the constructors of global objects.':
    'Busque una violación de acceso en DllMain y en los constructores de objetos globales.',
  'its DllMain returned FALSE': 'su DllMain devolvió FALSE',
  'Look at what DllMain does for DLL_PROCESS_ATTACH, and why it gives up there.':
    'Mire qué hace DllMain con DLL_PROCESS_ATTACH, y por qué se rinde ahí.',
  'Windows gives no further reason': 'Windows no da más razones',
  'Look the error code up in winerror.h.': 'Busque el código de error en winerror.h.',
  '{whose} needs {dependency}, which was not found': '{whose} necesita {dependency}, que no se encontró',
  '{whose} needs {dependency}, which is no DLL that can be read':
    '{whose} necesita {dependency}, que no es una DLL que se pueda leer',
  '{whose} needs {dependency}, which is built for {machine}':
    '{whose} necesita {dependency}, que está compilada para {machine}',
  '{whose} imports {name} from {dll}, which does not have it (a newer Windows may)':
    '{whose} importa {name} de {dll}, que no la tiene (quizá un Windows más nuevo)',
  '--clsid {clsid}: {path} does not know this class: DllGetClassObject answered {hresult}.':
    '--clsid {clsid}: {path} no conoce esta clase: DllGetClassObject respondió {hresult}.',
  'Give the class id that the DLL creates helpers for.': 'Indique el id de la clase para la que la DLL crea helpers.',

  '{where}: {problems}.': '{where}: {problems}.',
  'olkconform run --help lists what can be stated, and how.':
    'olkconform run --help dice qué se puede indicar, y cómo.',
  'a class id looks like {example}': 'el id de una clase tiene la forma {example}',
  'a number of megabytes, from 256 to 1048576': 'un número de megabytes, de 256 a 1048576',
  'a number of seconds, more than 0 and at most 3600': 'un número de segundos, mayor que 0 y como máximo 3600',
  'a number of seconds, more than 0 and at most 86400': 'un número de segundos, mayor que 0 y como máximo 86400',
  '{file}: this record holds no machine.': '{file}: este registro no contiene ninguna máquina.',
  'Run with --depth 3 or more; the helper has to hand out a session.':
    'Ejecute con --depth 3 o más; el helper tiene que entregar una sesión.',
  'a whole number from 1 to 10000000': 'un número entero de 1 a 10000000',
  'a whole number from 0 to 2147483647': 'un número entero de 0 a 2147483647',
  'a whole number from 1000 to 100000000': 'un número entero de 1000 a 100000000',
  '--soak: a helper that the client hands over cannot be told from what the client takes.':
    '--soak: un helper que entrega el cliente no se distingue de lo que toma el cliente.',
  'Export a factory from a test build, and soak that: --export NAME.':
    'Exporte una factoría desde una compilación de prueba, y someta esa a la resistencia: --export NOMBRE.',
  '--seed: no random sequences were asked for.': '--seed: no se pidieron secuencias al azar.',
  'Say how many: --random N.': 'Diga cuántas: --random N.',
  'a whole number from 1 to 1000': 'un número entero de 1 a 1000',
  'a whole number from 0 to 8': 'un número entero de 0 a 8',
  '--config {file}: it cannot be read: {reason}': '--config {file}: no se puede leer: {reason}',
  'Give the path of a JSON file.': 'Indique la ruta de un archivo JSON.',
  'Correct it; comments are not allowed in JSON.': 'Corríjalo; en JSON no se permiten comentarios.',

  '{options} are different ways in.': '{options} son vías de entrada distintas.',
  'Give one of them.': 'Indique solo una.',
  '--prepare and --registered go with --clsid.': '--prepare y --registered acompañan a --clsid.',
  'A factory (--export) is told profile and session itself.':
    'A una factoría (--export) se le comunican directamente el perfil y la sesión.',
  '--example {name} has its own way in: it does not go with {options}.':
    '--example {name} tiene su propia vía de entrada: no va con {options}.',
  'Give the DLL itself: --dll {dll}': 'Indique la propia DLL: --dll {dll}',
  '--dll and --example both name a helper.': '--dll y --example nombran ambos un helper.',
  'No helper was named.': 'No se nombró ningún helper.',
  'Give --dll FILE and --export NAME, or try one that is built in: olkconform run --example own-session':
    'Indique --dll ARCHIVO y --export NOMBRE, o pruebe uno de los incluidos: olkconform run --example own-session',
  'run {args}: run takes options only.': 'run {args}: run solo admite opciones.',
  "The helper's DLL is named with --dll, a built-in helper with --example: olkconform run --dll {first}":
    'La DLL del helper se nombra con --dll, un helper incluido con --example: olkconform run --dll {first}',

  '{id}: an area, not the id of one check.': '{id}: un área, no el identificador de una comprobación.',
  'Its checks are {ids}.': 'Sus comprobaciones son {ids}.',
  '{id}: there is no check of that id.': '{id}: no hay ninguna comprobación con ese identificador.',

  '{path}: there is no such file or folder.': '{path}: ese archivo o carpeta no existe.',
  '{path}: this page cannot be read: {reason}': '{path}: esta página no se puede leer: {reason}',
  'Give a page, or a checkout of the documents.': 'Indique una página, o una copia de trabajo de los documentos.',
  'No statement comes from these pages.': 'Ningún enunciado procede de estas páginas.',
  'Give pages that olkconform list names as sources.': 'Indique páginas que olkconform list nombre como fuentes.',

  '{file}: this run record cannot be read: {reason}': '{file}: este registro de ejecución no se puede leer: {reason}',
  'Make one with olkconform run --report json=FILE.': 'Haga uno con olkconform run --report json=ARCHIVO.',
  '{file}: a run record of version {version}; this olkconform reads version {readable}.':
    '{file}: un registro de ejecución de la versión {version}; este olkconform lee la versión {readable}.',
  'Judge it with the olkconform that made it.': 'Júzguelo con el olkconform que lo hizo.',
  '{file}: not a whole run record: {problem}': '{file}: no es un registro de ejecución completo: {problem}',

  '--report {text}: not of the form FORMAT=FILE.': '--report {text}: no tiene la forma FORMATO=ARCHIVO.',
  'The formats are {formats}: --report json=result.json': 'Los formatos son {formats}: --report json=result.json',
  '--report {text}: there is no format {format}; the formats are {formats}.':
    '--report {text}: no existe el formato {format}; los formatos son {formats}.',
  'Give one of them: --report json=result.json': 'Indique uno de ellos: --report json=result.json',
  'it is a directory': 'es un directorio',
  'Windows has no file of this name': 'Windows no tiene archivos con este nombre',
  '{option}: {file} cannot be written: {reason}': '{option}: {file} no se puede escribir: {reason}',
  '{option}: it would be written over the file of {other}.': '{option}: se escribiría sobre el archivo de {other}.',
  'Name another file.': 'Nombre otro archivo.',
  'Name a file in a folder that is there and can be written to.':
    'Nombre un archivo en una carpeta que exista y en la que se pueda escribir.',
  'not every report could be written: {problems}': 'no se pudieron escribir todos los informes: {problems}',
  'Name a file that can be written, in a folder with room for it.':
    'Nombre un archivo que se pueda escribir, en una carpeta con sitio para él.',
} as const;
