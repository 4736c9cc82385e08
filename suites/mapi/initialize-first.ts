import type { ProviderEvent } from '../../harness/record/transcript.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { releasedThenHandedOff } from '../scripts/lives.js';
import { mapiCalls } from '../scripts/mapi-lives.js';

/** Exports that find MAPI or stand for MAPIInitialize themselves. */
const withoutMapi = new Set(['FGetComponentPath', 'ScInitMapiUtil', 'DeinitMapiUtil']);

/** References to a session that the client offered are no calls of MAPI either. */
function needsMapi({ kind, session, text }: ProviderEvent): boolean {
  if (kind === 'call' && session === null) return !withoutMapi.has(text);
  return kind !== 'addRef' && kind !== 'release' && kind !== 'query';
}

export default rule({
  id: 'mapi/initialize-first',
  howToFix: 'Call MAPIInitialize right before the first MAPILogonEx, and test what it returns.',
  scripts: { releasedThenHandedOff },
  verify: (of) => {
    const [first] = mapiCalls(of('releasedThenHandedOff')).filter(needsMapi);
    expect(first?.kind, 'the first call of MAPI').to.equal('initialize');
  },
});
