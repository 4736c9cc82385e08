/** Sequences of a user's own: what is wrong with a file, and what the command line says of them. */
export const ownSequences = {
  'Your own sequences': 'Sus propias secuencias',
  'Built-in sequences': 'Secuencias incluidas',
  'judge a sequence of your own as well: a file, a folder of them, built-in for all that come with olkconform; repeatable':
    'juzgar también una secuencia propia: un archivo, una carpeta de ellos, built-in para todas las que vienen con olkconform; repetible',
  'print the built-in sequences instead': 'mostrar en su lugar las secuencias incluidas',

  '--sequence {path}: {problem}': '--sequence {path}: {problem}',
  'it cannot be read: {reason}': 'no se puede leer: {reason}',
  'it cannot be loaded: {reason}': 'no se puede cargar: {reason}',
  'no file in it ends in .yaml.': 'ningún archivo en ella termina en .yaml.',
  'it is not a regular file.': 'no es un archivo normal.',
  'its name ends neither in .yaml nor in that of a module.': 'su nombre no termina en .yaml ni como el de un módulo.',
  'Give a YAML file, a folder that holds some, or built-in.':
    'Indique un archivo YAML, una carpeta que contenga algunos, o built-in.',
  '--sequence {path}: there is no built-in sequence of that name.':
    '--sequence {path}: no hay ninguna secuencia incluida con ese nombre.',
  'olkconform list --sequences prints them.': 'olkconform list --sequences las muestra.',
  '--sequence {path}: there is no letter in its name to make an id of.':
    '--sequence {path}: no hay ninguna letra en su nombre con la que formar un identificador.',
  'Name the file after what it tries: hand-off-twice.yaml.':
    'Nombre el archivo por lo que prueba: hand-off-twice.yaml.',
  '{first} and {second} would both be {id}.': '{first} y {second} serían ambos {id}.',
  'Name the files differently: the id is made of the name.':
    'Dé a los archivos nombres distintos: el identificador se forma con el nombre.',
  'with it the sequences have more than {most} steps.': 'con él las secuencias tienen más de {most} pasos.',

  '{file}:{line}:{column}: {problem}': '{file}:{line}:{column}: {problem}',
  '{file}: {where}: {problem}': '{file}: {where}: {problem}',
  'The page docs/write-a-sequence.md tells what a sequence holds.':
    'La página docs/write-a-sequence.md dice qué contiene una secuencia.',
  'a sequence has {most} characters at most.': 'una secuencia tiene {most} caracteres como máximo.',
  'a control character: write it as in "\\x07".': 'un carácter de control: escríbalo como en "\\x07".',
  'anchors and aliases are not taken: write the step out, or use repeat.':
    'no se admiten anclas ni alias: escriba el paso entero, o use repeat.',
  'tags are not taken.': 'no se admiten etiquetas.',
  'directives are not taken.': 'no se admiten directivas.',
  'it has more parts than a sequence can have.': 'tiene más partes de las que puede tener una secuencia.',
  'a key is there twice.': 'una clave está dos veces.',
  'what it threw cannot be told': 'lo que lanzó no se puede decir',
  'it is nested too deeply.': 'está anidado a demasiada profundidad.',
  'one file is one sequence.': 'un archivo es una secuencia.',
  'not YAML: {reason}.': 'no es YAML: {reason}.',

  'the file is empty.': 'el archivo está vacío.',
  '{value} is not taken here.': '{value} no se admite aquí.',
  'What is taken: {taken}': 'Lo que se admite: {taken}',
  '{key} is missing.': 'falta {key}.',
  'there is no {key} here.': 'aquí no hay {key}.',
  '{value} is too little: {least} at least.': '{value} es demasiado poco: {least} como mínimo.',
  '{value} is too much: {most} at most.': '{value} es demasiado: {most} como máximo.',
  'half of a surrogate pair: it is no character.': 'medio par sustituto: no es un carácter.',
  'Write the character itself.': 'Escriba el carácter mismo.',
  'these are more than {most} steps.': 'son más de {most} pasos.',
  'Repeat less, or make several sequences of it.': 'Repita menos, o haga varias secuencias.',
  'no step before gives {name}.': 'ningún paso anterior da {name}.',
  'A step gives an object with as, and open gives helper.': 'Un paso da un objeto con as, y open da helper.',
  '{name} is nothing that can be expected of {step}.': '{name} no es algo que se pueda esperar de {step}.',
  'What can be: {names}': 'Lo que se puede: {names}',
  'of {step}, as it stands here, the documents say nothing.':
    'de {step}, tal como está aquí, los documentos no dicen nada.',
  'Say what you expect of this step, or of each step alone; docs/write-a-sequence.md tells where documented can stand.':
    'Diga qué espera de este paso, o de cada paso por separado; docs/write-a-sequence.md dice dónde puede estar documented.',
  'a second thread, and no apartment is named that could have one.':
    'un segundo hilo, y no se nombra ningún apartamento que pudiera tenerlo.',
  'Put apartment: sta or apartment: mta at the head of the sequence.':
    'Ponga apartment: sta o apartment: mta al principio de la secuencia.',
  '{name} was made on the other thread.': '{name} se creó en el otro hilo.',
  'In apartment: sta an object is called on the thread that made it; with apartment: mta any thread may call it.':
    'En apartment: sta un objeto se llama en el hilo que lo creó; con apartment: mta puede llamarlo cualquier hilo.',
} as const;
