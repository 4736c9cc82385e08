/** What `olkconform record` tells. */
export const recordings = {
  'record: {why}.': 'grabación: {why}.',
  'Record on a machine with Outlook, or leave --manager out.':
    'Grabe en una máquina con Outlook, o prescinda de --manager.',
  '--capture {entry}: it answered {answer}, and nothing was called of a helper.':
    '--capture {entry}: respondió {answer}, y no se llamó nada de ningún helper.',
  'It has to create CLSID_OlkAccountManager and pass its helper to Init: see docs/expose-your-helper.md.':
    'Tiene que crear CLSID_OlkAccountManager y pasar su helper a Init: véase docs/expose-your-helper.md.',
  'record: no entry was named.': 'record: no se indicó ninguna entrada.',
  "Give --capture NAME: the client's own code, which passes its helper to the account manager.":
    'Indique --capture NOMBRE: el código del cliente mismo, que pasa su helper al administrador de cuentas.',
  '--sequence {path}: a recording is driven by one sequence, which begins by creating the helper.':
    '--sequence {path}: una grabación se conduce con una sola secuencia, que empieza por crear el helper.',
  'Name one file.': 'Indique un archivo.',
  '--sequence: the installed account manager drives the helper itself.':
    '--sequence: el administrador de cuentas instalado conduce el helper por sí mismo.',
  'Leave it out.': 'Prescinda de ella.',
  'the calls came from {threads} threads; the sequence makes them on one, as they began.':
    'las llamadas vinieron de {threads} hilos; la secuencia las hace en uno solo, en el orden en que empezaron.',
  '{count} call of MAPI by the caller itself is not in the sequence.|{count} calls of MAPI by the caller itself are not in the sequence.':
    '{count} llamada a MAPI de quien llama no está en la secuencia.|{count} llamadas a MAPI de quien llama no están en la secuencia.',
  '{file} is written: olkconform run --sequence judges it.': 'se escribió {file}: olkconform run --sequence la juzga.',
  'the recording ends early: {why}': 'la grabación termina antes de tiempo: {why}',
  "record what is called of a client's helper, as a sequence for olkconform run --sequence":
    'graba lo que se llama del helper de un cliente, como secuencia para olkconform run --sequence',
  'the DLL that holds the client': 'la DLL que contiene el cliente',
  "the client's own code: HRESULT __stdcall NAME(LPCWSTR profile, IUnknown *session)":
    'el código del cliente mismo: HRESULT __stdcall NOMBRE(LPCWSTR profile, IUnknown *session)',
  'record a built-in client (olkconform list --examples)': 'graba un cliente incluido (olkconform list --examples)',
  'the sequence file to write': 'el archivo de secuencia que se escribe',
  "harness: the harness's own account manager, and a sequence drives the helper (default); installed: Outlook's, with the machine's own MAPI":
    'harness: el administrador de cuentas del arnés, y una secuencia conduce el helper (por omisión); installed: el de Outlook, con la MAPI de la máquina',
  'how the helper is driven (default: an ordinary life)': 'cómo se conduce el helper (por omisión: una vida ordinaria)',
  'the profile name that the client is told': 'el nombre de perfil que se le dice al cliente',
  'where the client runs': 'dónde se ejecuta el cliente',
  'deadline for the whole recording (default: {seconds})': 'plazo para toda la grabación (por omisión: {seconds})',
  'hold the client with bubblewrap (Linux)': 'contiene el cliente con bubblewrap (Linux)',
  'print the calls as JSON': 'escribe las llamadas como JSON',
  "What is called of a client's helper in an ordinary life:":
    'Lo que se llama del helper de un cliente en una vida ordinaria:',
  'Driven by a sequence of your own:': 'Conducido por una secuencia propia:',
} as const;
