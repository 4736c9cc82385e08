/** Certificates: how they are made, why there is none, and what is wrong with one. */
export const certificates = {
  '{option} {file}: the key cannot be read: {reason}': '{option} {file}: la clave no se puede leer: {reason}',
  '{option} {file}: this PEM file holds no key that can be read: {reason}':
    '{option} {file}: este archivo PEM no contiene ninguna clave que se pueda leer: {reason}',
  '{option} {file}: it is a key for {type}, not for Ed25519.':
    '{option} {file}: es una clave para {type}, no para Ed25519.',
  '{option} {file}: the key is encrypted, and olkconform asks for no passphrase.':
    '{option} {file}: la clave está cifrada, y olkconform no pide ninguna contraseña.',
  'Let it be decrypted for this run alone: openssl pkey -in KEY | olkconform … --sign /dev/stdin':
    'Haga que se descifre solo para esta ejecución: openssl pkey -in CLAVE | olkconform … --sign /dev/stdin',
  '{option} {file}: it is a public key, and only the private one can sign.':
    '{option} {file}: es una clave pública, y solo la privada puede firmar.',
  '{option} {file}: it is no private key.': '{option} {file}: no es una clave privada.',
  '{option} {file}: it is a private key, which nobody but its owner should have.':
    '{option} {file}: es una clave privada, que nadie salvo su dueño debería tener.',
  'Give the public one: openssl pkey -in KEY -pubout makes it.':
    'Indique la pública: openssl pkey -in CLAVE -pubout la hace.',
  '{option} {file}: it is no public key in PEM.': '{option} {file}: no es una clave pública en PEM.',
  'olkconform keygen --out FOLDER makes a pair.': 'olkconform keygen --out CARPETA hace un par.',

  'make a key pair (Ed25519) to sign certificates with': 'hace un par de claves (Ed25519) para firmar certificados',
  'where {privateKey} and {publicKey} go': 'dónde se dejan {privateKey} y {publicKey}',
  'there is a key already, and it is not overwritten': 'ya hay una clave, y no se sobrescribe',
  '--out {folder}: {reason}.': '--out {folder}: {reason}.',
  'Name a folder without keys, which can be written to.': 'Nombre una carpeta sin claves, en la que se pueda escribir.',
  'private key': 'clave privada',
  'public key': 'clave pública',
  'key id': 'id de la clave',
  '{file}: sign with it, and show it to nobody': '{file}: firme con ella, y no se la muestre a nadie',
  '{file}: give it to whoever is to verify': '{file}: désela a quien haya de verificar',

  'write a signed certificate of the run, which olkconform verify checks':
    'escribe un certificado firmado de la ejecución, que olkconform verify comprueba',
  'with --certify: the private key (olkconform keygen makes one)':
    'con --certify: la clave privada (olkconform keygen hace una)',
  'with --certify: the file of the certificate, or the folder that it goes into':
    'con --certify: el archivo del certificado, o la carpeta en que se deja',
  'olkconform run … --certify --sign KEY --out FILE; olkconform keygen --out FOLDER makes the key.':
    'olkconform run … --certify --sign CLAVE --out ARCHIVO; olkconform keygen --out CARPETA hace la clave.',
  '--sign and --out are for --certify.': '--sign y --out son para --certify.',
  '--certify: no key was given to sign with.': '--certify: no se indicó ninguna clave con que firmar.',
  '--certify: it was not said where the certificate goes.': '--certify: no se dijo dónde se deja el certificado.',
  '--certify: there is no certificate for such a run: {reason}.':
    '--certify: no hay certificado para una ejecución así: {reason}.',
  'Certify a run of all checks, or leave --certify out.':
    'Certifique una ejecución de todas las comprobaciones, u omita --certify.',
  'no certificate was written: {reasons}.': 'no se escribió ningún certificado: {reasons}.',
  '--out {file}: the certificate cannot be written: {reason}':
    '--out {file}: el certificado no se puede escribir: {reason}',
  'Name a file with room for it.': 'Nombre un archivo donde haya sitio para él.',
  'certificate ({verdict}): {file}': 'certificado ({verdict}): {file}',

  'only some checks were asked for (--only)': 'solo se pidieron algunas comprobaciones (--only)',
  'checks were left out (--skip)': 'se omitieron comprobaciones (--skip)',
  'what is only recommended was left out (--level must)': 'se omitió lo que solo se recomienda (--level must)',
  'findings were tolerated (tolerate or --baseline)': 'se toleraron hallazgos (tolerate o --baseline)',
  'only one shard was judged (--shard)': 'solo se juzgó una parte (--shard)',
  "it was judged against the machine's own MAPI, which leaves checks open (--mapi system)":
    'se juzgó con el MAPI propio de la máquina, que deja comprobaciones abiertas (--mapi system)',
  'sequences of calls were tried only up to a length of {depth} (--depth)':
    'solo se probaron secuencias de llamadas hasta una longitud de {depth} (--depth)',
  'the run was narrowed ({name})': 'la ejecución se restringió ({name})',
  'the run was interrupted': 'la ejecución se interrumpió',
  'the run was stopped, because its time was up (--total-timeout)':
    'la ejecución se detuvo, porque se agotó su tiempo (--total-timeout)',
  'the run is incomplete: {count} of {planned} checks is inconclusive|the run is incomplete: {count} of {planned} checks are inconclusive':
    'la ejecución está incompleta: {count} de {planned} comprobaciones no es concluyente|la ejecución está incompleta: {count} de {planned} comprobaciones no son concluyentes',

  'verify a certificate: signature, hashes, and the verdicts judged again from its transcripts':
    'verifica un certificado: la firma, los hashes y los veredictos, juzgados de nuevo a partir de sus transcripciones',
  'what olkconform run --certify has written': 'lo que ha escrito olkconform run --certify',
  "the signer's public key, from the signer and not from the certificate's sender":
    'la clave pública de quien firma, recibida de quien firma y no de quien envía el certificado',
  'the DLL that it should be about': 'la DLL de la que debería tratar',
  'once it is verified, write what it holds into this folder':
    'una vez verificado, escribe lo que contiene en esta carpeta',
  '{file}: this certificate cannot be read: {reason}': '{file}: este certificado no se puede leer: {reason}',
  'olkconform run … --certify writes one.': 'olkconform run … --certify escribe uno.',
  '--dll {file}: {reason}': '--dll {file}: {reason}',
  'Give the DLL that the certificate is about.': 'Indique la DLL de la que trata el certificado.',
  '--extract {folder}: {reason}': '--extract {folder}: {reason}',
  '{option}: {name} is a symbolic link there.': '{option}: {name} es allí un enlace simbólico.',
  'Name another folder, or one that is not there yet.': 'Nombre otra carpeta, o una que todavía no exista.',
  'Name a folder that can be written to.': 'Nombre una carpeta en la que se pueda escribir.',

  signature: 'firma',
  DLL: 'DLL',
  run: 'ejecución',
  'judged by': 'juzgado por',
  verdicts: 'veredictos',
  'good: Ed25519, key {keyId}': 'buena: Ed25519, clave {keyId}',
  '{path}, sha256 {dll} (the one given)': '{path}, sha256 {dll} (la indicada)',
  '{path}, sha256 {dll} (not compared: --dll FILE)': '{path}, sha256 {dll} (no comparada: --dll ARCHIVO)',
  '{startedAt} on {platform} {arch}, {host}': '{startedAt} en {platform} {arch}, {host}',
  'olkconform {version}, files {harness}, catalogue {catalogue}':
    'olkconform {version}, archivos {harness}, catálogo {catalogue}',
  'the very one that verifies': 'el mismo que verifica',
  'another build of the version that verifies: words and page were not compared':
    'otra compilación de la versión que verifica: no se compararon ni las palabras ni la página',
  'another version than the one that verifies: words and page were not compared':
    'otra versión que la que verifica: no se compararon ni las palabras ni la página',
  '{count} check judged again from {transcripts} transcripts, with the same verdict|{count} checks judged again from {transcripts} transcripts, with the same verdicts':
    '{count} comprobación juzgada de nuevo a partir de {transcripts} transcripciones, con el mismo veredicto|{count} comprobaciones juzgadas de nuevo a partir de {transcripts} transcripciones, con los mismos veredictos',
  '{file} has sha256 {hash}': '{file} tiene sha256 {hash}',
  'Verified: conformant ({counts})': 'Verificado: conforme ({counts})',
  'Verified: NOT CONFORMANT ({counts})': 'Verificado: NO CONFORME ({counts})',
  'NOT VERIFIED: {problem}.': 'NO VERIFICADO: {problem}.',

  'the certificate': 'el certificado',
  'the signed statement': 'la declaración firmada',
  '{what} is nested more than {deepest} levels deep': '{what} tiene más de {deepest} niveles anidados',
  '{what} is not JSON: {reason}': '{what} no es JSON: {reason}',
  '{what} is not written as olkconform writes it, from character {character} on':
    '{what} no se escribió como lo escribe olkconform, a partir del carácter {character}',
  'it is no certificate': 'no es un certificado',
  "what is signed is no statement of a test's result":
    'lo que se firmó no es una declaración del resultado de una prueba',
  'record.json is no run record': 'record.json no es un registro de ejecución',
  'it is signed with key {keyid}, and the one given is {given}':
    'está firmado con la clave {keyid}, y la indicada es {given}',
  'the signature is not good: what was signed, or the signature, has been changed':
    'la firma no es buena: se ha cambiado lo que se firmó, o la firma',
  'it calls its key {keyid}, and it is signed with {given}': 'llama a su clave {keyid}, y está firmado con {given}',
  'its run record is of version {version}, and this olkconform reads version {readable}: verify it with the olkconform that made it':
    'su registro de ejecución es de la versión {version}, y este olkconform lee la versión {readable}: verifíquelo con el olkconform que lo hizo',
  '{name} is in it, but was not signed': '{name} está en él, pero no se firmó',
  '{name} is not the one that was signed': '{name} no es el que se firmó',
  '{name} was signed, but is not in it': '{name} se firmó, pero no está en él',
  'verdicts.json does not say what its run record says': 'verdicts.json no dice lo que dice su registro de ejecución',
  "the signed statement's {member} does not follow from its run record":
    '{member}, en la declaración firmada, no se sigue de su registro de ejecución',
  'it is about another DLL: sha256 {sha256}, and the one given has {given}':
    'trata de otra DLL: sha256 {sha256}, y la indicada tiene {given}',
  'there is no certificate for such a run: {reason}': 'no hay certificado para una ejecución así: {reason}',
  'its transcripts cannot be judged: {reason}': 'sus transcripciones no se pueden juzgar: {reason}',
  'olkconform {version} (catalogue {catalogue})': 'olkconform {version} (catálogo {catalogue})',
  'not there': 'no está',
  unknown: 'desconocida',
  '{id} is {before} in it, and judged again {now}': '{id}: {before} en él, y juzgado de nuevo {now}',
  'and {left} more': 'y {left} más',
  'it lists a check twice': 'tiene dos veces una comprobación',
  'its summary is not that of its checks': 'su resumen no es el de sus comprobaciones',
  'its session is said to be {stated}, and is {observed}': 'dice que su sesión es {stated}, y es {observed}',
  'it was made by {maker}, and the rules of this one, {own}, judge otherwise: {differences}. Verify it with the one that made it':
    'lo hizo {maker}, y las reglas de este, {own}, juzgan otra cosa: {differences}. Verifíquelo con el que lo hizo',
  'its verdicts do not follow from its transcripts: {differences}':
    'sus veredictos no se siguen de sus transcripciones: {differences}',
  'what it says about its checks does not follow from its transcripts':
    'lo que dice de sus comprobaciones no se sigue de sus transcripciones',
  'report.html does not show its run record': 'report.html no muestra su registro de ejecución',
} as const;
