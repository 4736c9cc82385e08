import type { AreaTexts } from '../area-texts.js';

export const interfaceTexts: AreaTexts<'interface'> = {
  iid: {
    title: 'responde a QueryInterface de IID_IOlkAccountHelper',
    requirement: 'El objeto es un IOlkAccountHelper: QueryInterface de IID_IOlkAccountHelper da S_OK y un puntero.',
    howToFix:
      'Responda a IID_IOlkAccountHelper {9240a6cb-af41-11d2-8c3b-00104b2a6676} en QueryInterface: ponga *ppv al helper, hágale AddRef y devuelva S_OK.',
  },
  'vtable-order': {
    title: 'tiene sus métodos en el orden documentado de la vtable',
    requirement:
      'Tras los tres métodos de IUnknown, la vtable contiene Placeholder1, GetIdentity, GetMapiSession y HandsOffSession, en ese orden.',
    howToFix:
      'Declare los métodos en el orden Placeholder1, GetIdentity, GetMapiSession, HandsOffSession, justo después de IUnknown y sin nada virtual entre ellos.',
  },
};
