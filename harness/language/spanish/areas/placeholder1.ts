import type { AreaTexts } from '../area-texts.js';

export const placeholder1: AreaTexts<'placeholder1'> = {
  'e-notimpl': {
    title: 'responde siempre E_NOTIMPL a Placeholder1',
    requirement:
      'Placeholder1 no se admite: reciba lo que reciba, y cuantas veces sea, devuelve E_NOTIMPL y no toca nada.',
    howToFix: 'Haga que Placeholder1 no haga más que devolver E_NOTIMPL.',
  },
};
