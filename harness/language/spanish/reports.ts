/** What reports for people say of themselves. */
export const reports = {
  Conformant: 'Conforme',
  'Not conformant': 'No conforme',
  Incomplete: 'Incompleto',
  'on its way out, when everything had been judged: {story}': 'a la salida, cuando ya estaba todo juzgado: {story}',
  conformant: 'conforme',
  nonconformant: 'no conforme',
  incomplete: 'incompleto',
  'but for {count} known failure|but for {count} known failures':
    'salvo {count} fallo conocido|salvo {count} fallos conocidos',
  'Shard {index} of {shards}, not the whole: {text}': 'Parte {index} de {shards}, no el conjunto: {text}',

  pass: 'superada',
  fail: 'fallo',
  warning: 'advertencia',
  'not-applicable': 'no aplicable',
  inconclusive: 'no concluyente',

  helper: 'helper',
  sha256: 'sha256',
  session: 'sesión',
  'export {name}': 'exportación {name}',
  'captured from {name}': 'capturado de {name}',
  'class {clsid}': 'clase {clsid}',
  'registered class {clsid}': 'clase registrada {clsid}',
  'makes its own session': 'hace su propia sesión',
  'hands out the session it was offered': 'entrega la sesión que se le ofreció',
  'handed out no session': 'no entregó ninguna sesión',
  own: 'propia',
  borrowed: 'prestada',
  '{seen} (declared: {declared})': '{seen} (declarada: {declared})',
  '{seen} (found out; if it also logs on by itself: --session own)':
    '{seen} (averiguado; si también inicia sesión por sí mismo: --session own)',
  '{text}; judged against the MAPI of {client}': '{text}; se juzgó con el MAPI de {client}',

  requirement: 'requisito',
  source: 'fuente',
  seen: 'visto',
  expected: 'esperado',
  actual: 'obtenido',
  'expected {expected}, got {actual}': 'se esperaba {expected}, se obtuvo {actual}',
  steps: 'pasos',
  'how to fix': 'corrección',

  Findings: 'Hallazgos',
  'Could not be judged': 'No se pudo juzgar',
  '{count} check|{count} checks': '{count} comprobación|{count} comprobaciones',
  'left running when its process ended, and ended: {count} process: {names}|left running when its process ended, and ended: {count} processes: {names}':
    'seguía en marcha cuando terminó su proceso, y se terminó: {count} proceso: {names}|seguían en marcha cuando terminó su proceso, y se terminaron: {count} procesos: {names}',
  'no sandbox held the helper, {sandbox}': 'ningún entorno aislado encerró al helper, {sandbox}',
  'Interrupted: what had been run until then was judged.':
    'Interrumpido: se juzgó lo que se había ejecutado hasta entonces.',
  'The time of the whole run was spent: what had been run until then was judged.':
    'Se agotó el tiempo de toda la ejecución: se juzgó lo que se había ejecutado hasta entonces.',
  '{count} call|{count} calls': '{count} llamada|{count} llamadas',
  '{calls}; a longer one ended the process': '{calls}; una más larga terminó el proceso',
  '{count} sequence of calls was tried, all of up to {calls}|{count} sequences of calls were tried, all of up to {calls}':
    'se probó {count} secuencia de llamadas, todas las de hasta {calls}|se probaron {count} secuencias de llamadas, todas las de hasta {calls}',
  '{count} short sequence under other circumstances, of up to {calls}|{count} short sequences under other circumstances, all of up to {calls}':
    '{count} secuencia corta en otras circunstancias, de hasta {calls}|{count} secuencias cortas en otras circunstancias, todas de hasta {calls}',
  '{count} sequence while the first logon fails, all of up to {calls}|{count} sequences while the first logon fails, all of up to {calls}':
    '{count} secuencia mientras falla el primer inicio de sesión, todas las de hasta {calls}|{count} secuencias mientras falla el primer inicio de sesión, todas las de hasta {calls}',
  '{count} failed': '{count} fallida|{count} fallidas',
  '{count} warning|{count} warnings': '{count} advertencia|{count} advertencias',
  '{count} inconclusive': '{count} no concluyente|{count} no concluyentes',
  '{count} passed': '{count} superada|{count} superadas',
  '{count} not applicable': '{count} no aplicable|{count} no aplicables',
  '{verdict}: {parts}, of {count} check.|{verdict}: {parts}, of {count} checks.':
    '{verdict}: {parts}, de {count} comprobación.|{verdict}: {parts}, de {count} comprobaciones.',

  '| checks | passed | failed | warnings | inconclusive | not applicable |':
    '| comprobaciones | superadas | fallidas | advertencias | no concluyentes | no aplicables |',
  'All checks': 'Todas las comprobaciones',
  '| | check | area | the helper |': '| | comprobación | área | el helper |',
  '{count} more finding is not shown here: the page would be too long.|{count} more findings are not shown here: the page would be too long.':
    '{count} hallazgo más no se muestra aquí: la página sería demasiado larga.|{count} hallazgos más no se muestran aquí: la página sería demasiado larga.',
  'The table of all checks is not shown here: it would be too long.':
    'La tabla de todas las comprobaciones no se muestra aquí: sería demasiado larga.',

  'Random sequences': 'Secuencias al azar',
  'Many lives': 'Muchas vidas',
  '{count} sequence, {steps} calls, --seed {seed}|{count} sequences, {steps} calls, --seed {seed}':
    '{count} secuencia, {steps} llamadas, --seed {seed}|{count} secuencias, {steps} llamadas, --seed {seed}',
  'the shortest that shows a fault, of {length} calls: {shrunk}':
    'la más corta que muestra un fallo, de {length} llamadas: {shrunk}',
  '{count} life in {seconds} s|{count} lives in {seconds} s':
    '{count} vida en {seconds} s|{count} vidas en {seconds} s',
  'references to sessions': 'referencias a sesiones',
  'sessions that somebody holds': 'sesiones retenidas',
  handles: 'identificadores',
  threads: 'hilos',
  'private bytes': 'bytes privados',
  'GDI objects': 'objetos GDI',
  'USER objects': 'objetos USER',
  grows: 'crece',
  'does not grow': 'no crece',
  'too few samples to tell': 'demasiado pocas muestras para saberlo',
} as const;
