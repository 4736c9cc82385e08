import type { AreaTexts } from '../area-texts.js';

export const iunknown: AreaTexts<'iunknown'> = {
  identity: {
    title: 'da siempre un único y mismo IUnknown',
    requirement:
      'QueryInterface de IID_IUnknown da el mismo puntero cada vez que se pide, y a través de cualquier interfaz del objeto.',
    howToFix:
      'Responda a IID_IUnknown con un solo puntero, el static_cast de la misma base cada vez; no cree un objeto nuevo para ello.',
  },
  'static-set': {
    title: 'responde por las mismas interfaces durante toda su vida',
    requirement: 'Una interfaz que QueryInterface dio una vez se da siempre, y una que rechazó se rechaza siempre.',
    howToFix:
      'Haga que QueryInterface decida solo por el IID, nunca por el estado del objeto ni por lo que se pidió antes.',
  },
  reflexive: {
    title: 'da IOlkAccountHelper a quien ya lo tiene',
    requirement:
      'Si se pide IID_IOlkAccountHelper a través de un puntero IOlkAccountHelper, QueryInterface lo concede.',
    howToFix: 'Responda a IID_IOlkAccountHelper también en el QueryInterface de la vtable de IOlkAccountHelper.',
  },
  symmetric: {
    title: 'permite volver de IOlkAccountHelper a IUnknown',
    requirement:
      'Quien llegó de IUnknown a IOlkAccountHelper puede volver: allí QueryInterface de IID_IUnknown tiene éxito.',
    howToFix: 'Responda a IID_IUnknown también en el QueryInterface de la vtable de IOlkAccountHelper.',
  },
  transitive: {
    title: 'lleva de cualquiera de sus interfaces a cualquier otra',
    requirement: 'A cada interfaz por la que responde el objeto se llega desde cada una de las demás.',
    howToFix: 'Haga que todas las vtables del objeto usen un único y mismo QueryInterface.',
  },
  'unsupported-iid': {
    title: 'responde E_NOINTERFACE y NULL por una interfaz que no tiene',
    requirement: 'Ante un IID que el objeto no admite, QueryInterface devuelve E_NOINTERFACE y pone *ppvObject a NULL.',
    howToFix: 'Empiece QueryInterface con *ppv = nullptr y termínelo con return E_NOINTERFACE.',
  },
  'null-ppv': {
    title: 'responde E_POINTER cuando ppvObject es NULL',
    requirement: 'Cuando ppvObject es NULL, QueryInterface devuelve E_POINTER y nunca falla con una excepción.',
    howToFix: 'Compruebe primero el argumento: if (ppv == nullptr) return E_POINTER;',
  },
  'query-adds-ref': {
    title: 'cuenta el puntero que da QueryInterface',
    requirement:
      'Un puntero que dio QueryInterface lleva su propia referencia: liberarlo deja el objeto vivo para los demás.',
    howToFix: 'Haga AddRef de lo que da QueryInterface antes de devolver S_OK.',
  },
  'last-release-frees': {
    title: 'suelta lo que retiene con el último Release',
    requirement: 'Cuando se libera la última referencia al helper, este libera la sesión del cliente que retiene.',
    howToFix: 'Destruya el objeto cuando su cuenta llegue a cero y libere la sesión en su destructor.',
  },
  'count-returned': {
    title: 'devuelve la nueva cuenta en AddRef y Release',
    requirement:
      'AddRef devuelve uno más y Release uno menos que la cuenta anterior, y nunca un número por debajo de cero.',
    howToFix:
      'Devuelva el nuevo valor del propio contador: lo que devuelven InterlockedIncrement e InterlockedDecrement.',
  },
  'count-thread-safe': {
    title: 'cuenta sus referencias de forma atómica',
    requirement: 'Tantos AddRef como Release, desde varios hilos a la vez, dejan la cuenta como estaba.',
    howToFix:
      'Cuente con InterlockedIncrement e InterlockedDecrement, o con std::atomic. Un objeto que nunca sale de su apartamento puede prescindir de ello: tolere entonces esta comprobación y diga por qué.',
  },
};
