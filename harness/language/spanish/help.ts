/** The help of the commands. */
export const help = {
  'Usage:': 'Uso:',
  'Arguments:': 'Argumentos:',
  'Options:': 'Opciones:',
  'Global Options:': 'Opciones generales:',
  'Commands:': 'Órdenes:',
  'Examples:': 'Ejemplos:',
  'display help for command': 'muestra la ayuda de la orden',
  'output the version number': 'muestra la versión',
  'Conformance tests for IOlkAccountHelper implementations':
    'Pruebas de conformidad para implementaciones de IOlkAccountHelper',
  'en or es: what people are told in (default: LC_ALL, LC_MESSAGES or LANG)':
    'en o es: en qué idioma se habla a las personas (por omisión: LC_ALL, LC_MESSAGES o LANG)',

  'judge a helper': 'juzga un helper',
  'the DLL that holds the helper': 'la DLL que contiene el helper',
  'try so many sequences of calls that are made at random, each on a fresh helper (default: none)':
    'prueba ese número de secuencias de llamadas hechas al azar, cada una con un helper nuevo (por omisión: ninguna)',
  'with --random: the same number makes the same sequences (default: {seed})':
    'con --random: el mismo número hace las mismas secuencias (por omisión: {seed})',
  'let so many helpers live one after the other, and see whether anything grows (default: none)':
    'deja vivir ese número de helpers uno tras otro y mira si algo crece (por omisión: ninguno)',
  'its factory: HRESULT __stdcall NAME(LPCWSTR profile, IUnknown *session, IUnknown **helper)':
    'su factoría: HRESULT __stdcall NOMBRE(LPCWSTR profile, IUnknown *session, IUnknown **helper)',
  'create the helper through DllGetClassObject instead': 'crea el helper con DllGetClassObject en su lugar',
  'with --clsid: an export that is told profile and session before each helper is created':
    'con --clsid: una exportación que recibe perfil y sesión antes de crear cada helper',
  'with --clsid: as the DLL registers itself, in a registry of its own':
    'con --clsid: tal como la DLL se registra a sí misma, en un registro propio',
  "let the vendor's own code make the helper: HRESULT __stdcall NAME(LPCWSTR profile, IUnknown *session)":
    'deja que el propio código del proveedor haga el helper: HRESULT __stdcall NOMBRE(LPCWSTR profile, IUnknown *session)',
  'judge a built-in helper (olkconform list --examples)': 'juzga un helper incluido (olkconform list --examples)',
  'whose MAPI session the helper hands out (default: auto, found out by counting)':
    'de quién es la sesión MAPI que el helper entrega (por omisión: auto, se averigua contando)',
  'sta: as in Outlook (default); mta: the multithreaded apartment; second-sta: made in one single-threaded apartment and called from another, where the helper claims that it can be':
    'sta: como en Outlook (por omisión); mta: el apartamento multihilo; second-sta: hecho en un apartamento de un solo hilo y llamado desde otro, si el helper declara que es posible',
  'the profile name that the helper is given, or is known to have':
    'el nombre de perfil que se da al helper, o que se sabe que tiene',
  "instrumented: the harness's own MAPI, which counts calls and references (default); system: the machine's own, Outlook's, with --profile":
    'instrumented: el MAPI propio del arnés, que cuenta llamadas y referencias (por omisión); system: el propio de la máquina, el de Outlook, con --profile',
  'the registry names the instrumented MAPI as the mail client, for a helper that looks MAPI up there':
    'el registro nombra al MAPI instrumentado como cliente de correo, para un helper que busca MAPI allí',
  'judge only these checks (an id, an area, or a pattern with *); repeatable':
    'juzga solo estas comprobaciones (un identificador, un área o un patrón con *); repetible',
  'leave these checks out; repeatable': 'omite estas comprobaciones; repetible',
  'must: leave out what is only recommended': 'must: omite lo que solo se recomienda',
  'try all sequences of calls up to this length; 0: none (default: {depth})':
    'prueba todas las secuencias de llamadas hasta esta longitud; 0: ninguna (por defecto: {depth})',
  'let what is only recommended (SHOULD) fail the run as well':
    'lo que solo se recomienda (SHOULD) también hace fallar la ejecución',
  'put what the DLL takes from the heap between pages that cannot be touched, so that a wrong access is found at once':
    'pone lo que la DLL toma del montón entre páginas que no se pueden tocar, de modo que un acceso incorrecto se encuentre en el acto',
  'a JSON file that states any of these options': 'un archivo JSON que indica cualquiera de estas opciones',
  'write a report: json=FILE, junit=FILE …; repeatable': 'escribe un informe: json=ARCHIVO, junit=ARCHIVO …; repetible',
  'print the run record instead of the report': 'muestra el registro de ejecución en lugar del informe',
  'deadline for each script (default: {seconds})': 'plazo para cada guion, en segundos (por omisión: {seconds})',
  'hold the helper with bubblewrap (Linux): auto, where it works (default for a DLL); require; off (default for an example)':
    'encierra el helper con bubblewrap (Linux): auto, donde funciona (por omisión con una DLL); require; off (por omisión con un ejemplo)',
  'keep a second host ready, so that a process that dies costs little: auto, with three processors or more (default); on; off':
    'tiene listo un segundo anfitrión, para que un proceso que muere cueste poco: auto, con tres procesadores o más (por omisión); on; off',
  "memory that the helper's process may take with all it starts (default: {megabytes})":
    'memoria que puede ocupar el proceso del helper con todo lo que inicia (por omisión: {megabytes})',
  'time for the whole run; what was not judged by then stays open (default: none)':
    'tiempo para toda la ejecución; lo que no se haya juzgado entonces queda abierto (por omisión: ninguno)',
  'give the rest up after so many processes that died (default: {deaths})':
    'abandona el resto tras tantos procesos que murieron (por omisión: {deaths})',

  'print every check with its level and source': 'muestra cada comprobación con su nivel y su fuente',
  'print the built-in helpers instead': 'muestra en su lugar los helpers incluidos',
  'every check as a page of documentation: docs/rules.md':
    'todas las comprobaciones como página de documentación: docs/rules.md',
  'as JSON': 'como JSON',

  'a run record, made with olkconform run --report json=FILE':
    'un registro de ejecución, hecho con olkconform run --report json=ARCHIVO',
  'judge a saved run record again, without the DLL': 'juzga de nuevo un registro de ejecución guardado, sin la DLL',

  'pages of the documents, or checkouts of their repositories':
    'páginas de los documentos, o copias de trabajo de sus repositorios',
  'name the checks whose sentence in the documents has changed or gone':
    'nombra las comprobaciones cuya frase en los documentos ha cambiado o desaparecido',
  "print the pages' sentences with their hashes instead, for a new statement":
    'muestra en su lugar las frases de las páginas con sus hashes, para un enunciado nuevo',

  'the id of a check': 'el identificador de una comprobación',
  "print the helper's state machine, as it was learned, and the documented one":
    'muestra la máquina de estados del helper, tal como se aprendió, y la documentada',
  'text; mermaid or dot, for programs that draw graphs': 'text; mermaid o dot, para programas que dibujan grafos',
  'A picture, by Graphviz:': 'Un dibujo, con Graphviz:',
  'explain one check: its source, what is done, what a violation looks like, how to fix it':
    'explica una comprobación: su fuente, qué se hace, qué aspecto tiene una infracción, cómo corregirla',

  'judge the built-in helpers: every mutant must fail exactly the checks that it names':
    'juzga los helpers incluidos: cada mutante debe incumplir exactamente las comprobaciones que nombra',
  'only the helpers of these names': 'solo los helpers con estos nombres',
  'the apartment of the scripts (default: sta)': 'el apartamento de los guiones (por omisión: sta)',
  'judge DLLs that do their worst instead: every fault in every place (FAULT@PLACE for --only)':
    'juzga en su lugar DLL que hacen lo peor: cada fallo en cada lugar (FALLO@LUGAR para --only)',
} as const;
