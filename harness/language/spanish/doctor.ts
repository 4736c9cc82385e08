/** What the doctor says. */
export const doctor = {
  ok: 'bien',
  'at first use': 'al primer uso',
  optional: 'opcional',
  MISSING: 'FALTA',
  'Install the package again; in a checkout run npm start.':
    'Instale el paquete de nuevo; en una copia del repositorio ejecute npm start.',
  'Node 20.19 or newer, on Windows or on Linux x64: https://nodejs.org/en/download':
    'Node 20.19 o posterior, en Windows o en Linux x64: https://nodejs.org/en/download',
  'Debian’s package wine64, or https://www.winehq.org': 'El paquete wine64 de Debian, o https://www.winehq.org',
  'Run: {command}': 'Ejecute: {command}',
  'Without it nothing holds a helper, and --certify wants that; Debian’s package bubblewrap.':
    'Sin él nada contiene al helper, y --certify lo pide; el paquete bubblewrap de Debian.',
  'It needs user namespaces; a container may have to allow them.':
    'Necesita espacios de nombres de usuario; un contenedor puede tener que permitirlos.',
  'Name a folder with 1 GB that can be written to: OLKCONFORM_CACHE.':
    'Indique una carpeta con 1 GB en la que se pueda escribir: OLKCONFORM_CACHE.',
  '{folder}, {free} free': '{folder}, {free} libres',
  '{free} free': '{free} libres',
  'A helper may take 2 GB before it is ended: --max-memory lowers that.':
    'Un helper puede tomar 2 GB antes de que se le ponga fin: --max-memory lo reduce.',
  'Only for work on olkconform itself.': 'Solo para trabajar en el propio olkconform.',
  'This machine can judge helpers.': 'Esta máquina puede juzgar helpers.',
  'This machine cannot judge helpers yet.': 'Esta máquina todavía no puede juzgar helpers.',
  'say what a run needs, whether this machine has it, and how to get it':
    'dice qué necesita una ejecución, si esta máquina lo tiene y cómo conseguirlo',
  'get it: packages on Debian, as root, and what the first use would make':
    'lo consigue: paquetes en Debian, como root, y lo que crearía el primer uso',
  'What this machine lacks:': 'Qué le falta a esta máquina:',
  'Get it, on Debian, or before the first run in CI:': 'Conseguirlo, en Debian, o antes de la primera ejecución en CI:',
} as const;
