/** Runs beside others: shards, several helpers, baselines, comparisons, and how a folder is set up for them. */
export const runs = {
  'judge the i-th of n parts of the checks; olkconform merge puts the records together':
    'juzga la i-ésima de n partes de las comprobaciones; olkconform merge reúne los registros',
  '--shard {text}: not of the form i/n, with i from 1 to n.': '--shard {text}: no tiene la forma i/n, con i de 1 a n.',
  'The first of three is --shard 1/3, the last --shard 3/3.':
    'La primera de tres es --shard 1/3, la última --shard 3/3.',
  '--shard {shard}: there is only {count} check to deal out.|--shard {shard}: there are only {count} checks to deal out.':
    '--shard {shard}: solo hay {count} comprobación que repartir.|--shard {shard}: solo hay {count} comprobaciones que repartir.',
  'Take {count} shard at most.|Take {count} shards at most.':
    'Haga {count} parte como máximo.|Haga {count} partes como máximo.',

  'put the records of all shards together, and judge the whole':
    'reúne los registros de todas las partes, y juzga el conjunto',
  'the records of all shards, made with olkconform run --shard i/n --report json=FILE':
    'los registros de todas las partes, hechos con olkconform run --shard i/n --report json=ARCHIVO',
  '{name} is the record of a whole run, not of a shard.':
    '{name} es el registro de una ejecución entera, no de una parte.',
  'Give the records of run --shard i/n.': 'Indique los registros de run --shard i/n.',
  'no record was given.': 'no se indicó ningún registro.',
  'Give the records of all shards.': 'Indique los registros de todas las partes.',
  '{first} is one of {shards} shards, {name} one of {others}.':
    '{first} es una de {shards} partes, {name} una de {others}.',
  'Give the records of one split.': 'Indique los registros de una sola división.',
  '{first} and {name} are both shard {shard}.': '{first} y {name} son ambos la parte {shard}.',
  'Give each once.': 'Indique cada uno una vez.',
  'there is no record of shard {names}.': 'no hay ningún registro de la parte {names}.',
  'Give the records of all shards: one that is missing is no pass.':
    'Indique los registros de todas las partes: una que falta no cuenta como superada.',
  '{first} and {name} are of different {what}.': '{first} y {name} no tienen en común {what}.',
  DLLs: 'la DLL',
  'versions of olkconform': 'la versión de olkconform',
  'ways into the DLL': 'la vía de entrada a la DLL',
  'options --session': 'la opción --session',
  'options --apartment': 'la opción --apartment',
  'options --mapi-registry': 'la opción --mapi-registry',
  'options --mapi': 'la opción --mapi',
  'options --heap-guard': 'la opción --heap-guard',
  profiles: 'el perfil',
  'options --only, --skip, --level, --strict or tolerances':
    'las opciones --only, --skip, --level, --strict o lo que se tolera',
  'machines (platform, Node, Wine or sandbox)': 'la máquina (plataforma, Node, Wine o entorno aislado)',
  'Give the records of one split of one run.': 'Indique los registros de una sola división de una sola ejecución.',
  '{first} and {name} saw different behaviour: one helper was offered a session, the other was not.':
    '{first} y {name} vieron comportamientos distintos: a un helper se le ofreció una sesión, al otro no.',
  'Say with --session whose session the helper hands out.':
    'Diga con --session de quién es la sesión que el helper entrega.',
  '{first} was made by another olkconform ({version}) than this one ({own}).':
    '{first} lo hizo otro olkconform ({version}), no este ({own}).',
  'Merge with the olkconform that made the records.': 'Reúnalos con el olkconform que hizo los registros.',
  '{id} is {verdict} by the transcripts of {name}, and not by those of the other shards.':
    '{id}: {verdict} según las transcripciones de {name}, y no según las de las otras partes.',
  'The helper does not always do the same: judge it in one run, without --shard.':
    'El helper no siempre hace lo mismo: júzguelo en una sola ejecución, sin --shard.',

  'of several helpers in the configuration judge only this one; repeatable':
    'de varios helpers de la configuración juzga solo este; repetible',
  'helpers: there are two named {name}.': 'helpers: hay dos que se llaman {name}.',
  'Name each differently.': 'Dé a cada uno un nombre distinto.',
  '--helper {name}: the configuration has no helper of that name.':
    '--helper {name}: la configuración no tiene ningún helper con ese nombre.',
  'Its helpers are {names}.': 'Sus helpers son {names}.',
  '--helper {name}: there are no helpers to choose from.': '--helper {name}: no hay helpers entre los que elegir.',
  'It goes with a configuration that has helpers.': 'Acompaña a una configuración que tiene helpers.',
  'the runs of {owner} and {name} both write {file}.': 'las ejecuciones de {owner} y {name} escriben ambas {file}.',
  'the run of {name} would write over {file}, which that of {owner} reads.':
    'la ejecución de {name} sobrescribiría {file}, que la de {owner} lee.',
  'Put {place} into the name of the file: it becomes the name of the helper.':
    'Ponga {place} en el nombre del archivo: se convierte en el nombre del helper.',
  '--json prints one run record, and there are several helpers.':
    '--json muestra un solo registro de ejecución, y hay varios helpers.',
  'Give --helper, or --report json={place}.json.': 'Indique --helper, o --report json={place}.json.',
  '{name}: exit status {status}': '{name}: estado de salida {status}',
  'a name of at most 255 characters, and no zero among them':
    'un nombre de 255 caracteres como máximo, sin ningún cero entre ellos',
  'a text, or a list of texts, none of them empty': 'un texto, o una lista de textos, ninguno de ellos vacío',
  'letters, digits, dots, hyphens and underscores, a letter or digit first':
    'letras, cifras, puntos, guiones y guiones bajos, primero una letra o una cifra',
  'at least one helper': 'al menos un helper',

  'a JSON file of failures that are known: they warn; one that is gone is an error':
    'un archivo JSON de fallos conocidos: solo advierten; uno que ya no se da es un error',
  'write the baseline anew: what fails now, with the reasons that were there':
    'escribe de nuevo la línea base: lo que falla ahora, con los motivos que ya tenía',
  '--update-baseline: no baseline was named.': '--update-baseline: no se nombró ninguna línea base.',
  'Name the file to write: --baseline FILE.': 'Nombre el archivo que se ha de escribir: --baseline ARCHIVO.',
  '--update-baseline: a shard does not see the whole run.': '--update-baseline: una parte no ve toda la ejecución.',
  'Leave --shard out.': 'Omita --shard.',
  '--baseline {file}: entry': '--baseline {file}: entrada',
  '{where} {id}: it is there twice.': '{where} {id}: está dos veces.',
  'Leave one of them.': 'Deje solo una.',
  '{where} {id}: it was tolerated until {until}, and today is {today}.':
    '{where} {id}: se toleraba hasta el {until}, y hoy es {today}.',
  'Mend the helper and take the entry out, or decide on another day.':
    'Arregle el helper y quite la entrada, o decida otra fecha.',
  '--baseline {file}: it cannot be read: {reason}': '--baseline {file}: no se puede leer: {reason}',
  'olkconform run --update-baseline writes one.': 'olkconform run --update-baseline escribe una.',
  'An entry is {example}, and may have "url" and "until".': 'Una entrada es {example}, y puede tener "url" y "until".',
  '{where} {id}: nobody has said why.': '{where} {id}: nadie ha dicho por qué.',
  'Put the reason in place of the text that asks for it.': 'Ponga el motivo en lugar del texto que lo pide.',
  '--baseline {file}: entry {id}: the configuration tolerates it as well.':
    '--baseline {file}: entrada {id}: la configuración también la tolera.',
  '--baseline {file}: it cannot be written: {reason}': '--baseline {file}: no se puede escribir: {reason}',
  'Name a file that can be written.': 'Nombre un archivo que se pueda escribir.',
  '{file} was left as it was, because the run was stopped.':
    '{file} se dejó como estaba, porque la ejecución se detuvo.',
  '{file}: {id} finds no fault any more, and was taken out.': '{file}: {id} ya no encuentra ninguna falta, y se quitó.',
  '{file}: {id} was put in; say there why it is lived with.':
    '{file}: se añadió {id}; diga allí por qué se vive con ello.',

  'write {file} and a file for your CI into this folder; what is there is left alone':
    'escribe {file} y un archivo para su CI en esta carpeta; lo que ya existe no se toca',
  'its factory': 'su factoría',
  "let the vendor's own code make the helper": 'deja que el propio código del proveedor haga el helper',
  'whose MAPI session it hands out': 'de quién es la sesión MAPI que entrega',
  '{names}; repeatable': '{names}; repetible',
  '--ci {name}: there is no file for it.': '--ci {name}: no hay ningún archivo para ello.',
  'There is one for {names}.': 'Lo hay para {names}.',
  'init: no helper was named.': 'init: no se nombró ningún helper.',
  'Give --dll FILE and --export NAME; the DLL need not be built yet.':
    'Indique --dll ARCHIVO y --export NOMBRE; la DLL no tiene que estar compilada todavía.',
  'olkconform init --help shows the options.': 'olkconform init --help muestra las opciones.',
  'init: nothing was written, because there is already {files}.':
    'init: no se escribió nada, porque ya existe {files}.',
  'Move it away, or take the lines that you need from docs/ci of olkconform.':
    'Quítelo de ahí, o tome de docs/ci de olkconform las líneas que necesite.',

  'print the JSON Schema of a file: configuration, baseline, sequence or run record':
    'muestra el JSON Schema de un archivo: configuración, línea base, secuencia o registro de ejecución',
  'of which file': 'de qué archivo',

  'say what got worse, better, new, gone or different between two runs; exit status 1: something got worse':
    'dice qué empeoró, mejoró, apareció, desapareció o cambió entre dos ejecuciones; estado de salida 1: algo empeoró',
  'a later one': 'uno posterior',
  'how to print it': 'cómo se muestra',
  '{file}: no run record that can be compared: {problem}':
    '{file}: no es un registro de ejecución que se pueda comparar: {problem}',
  Worse: 'Peor',
  Better: 'Mejor',
  'Changed, neither better nor worse': 'Cambiado, ni mejor ni peor',
  New: 'Nuevo',
  Gone: 'Desaparecido',
  '{count} worse': '{count} peor|{count} peores',
  '{count} better': '{count} mejor|{count} mejores',
  '{count} changed': '{count} cambiada|{count} cambiadas',
  '{count} new': '{count} nueva|{count} nuevas',
  '{count} gone': '{count} desaparecida|{count} desaparecidas',
  '{count} unchanged': '{count} sin cambios',
  'the session was {before} in the first and {after} in the second: other checks apply':
    'la sesión era {before} en el primero y {after} en el segundo: se aplican otras comprobaciones',
  'Something got worse: {counts}.': 'Algo empeoró: {counts}.',
  'Nothing got worse: {counts}.': 'Nada empeoró: {counts}.',
  'before: {before}; now: {now}': 'antes: {before}; ahora: {now}',
  '| check | level | verdict | |': '| comprobación | nivel | veredicto | |',
  'From {before} to {after}.': 'De {before} a {after}.',
  'note: {note}': 'nota: {note}',
  'made by different versions of olkconform: {before} and {after}':
    'hechos por versiones distintas de olkconform: {before} y {after}',
  'judged by different catalogues: a check may demand something else than before':
    'juzgados según catálogos distintos: una comprobación puede exigir algo distinto que antes',
  'run with different options: what is new or gone may only have been left out':
    'ejecutados con opciones distintas: puede que lo nuevo o desaparecido solo se omitiera',
  'both are of the same DLL': 'ambos son de la misma DLL',
  'the first': 'el primero',
  'the second': 'el segundo',
  '{which} is shard {index} of {shards}, not a whole run':
    '{which} es la parte {index} de {shards}, no una ejecución entera',
  '{which} was stopped before its time': '{which} se detuvo antes de tiempo',
  '--certify: a certificate is about one helper.': '--certify: un certificado trata de un solo helper.',
  'Choose one with --helper NAME.': 'Elija uno con --helper NAME.',
  'init: not every file could be written: {reason}': 'init: no se pudieron escribir todos los archivos: {reason}',
  'Call it in a folder that can be written to.': 'Llámelo en una carpeta en la que se pueda escribir.',
} as const;
