/** A run record with a check of every verdict, and every text that comes from outside of one's choice. */
import { findStatement, statementIds } from '../../harness/catalogue/catalogue.js';
import { summarise } from '../../harness/record/summary.js';
import { verdicts, type Check, type RunRecord } from '../../harness/record/run-record.js';
import { recordOf } from '../cli/record.js';

function checkOf(id: string, verdict: Check['verdict'], vendorText: string): Check {
  const statement = findStatement(id);
  if (statement === undefined) throw new Error(`the catalogue has no ${id}`);
  const { level, title, requirement, source } = statement;
  const isTold = verdict !== 'pass';
  return {
    id,
    level,
    verdict,
    title,
    requirement,
    source,
    reason: isTold ? `seen: ${vendorText}` : null,
    expected: isTold ? 'E_NOTIMPL (0x80004001)' : null,
    actual: isTold ? vendorText : null,
    steps: isTold ? ['create the helper', `GetIdentity → ${vendorText}`] : [],
    howToFix: 'Return E_NOTIMPL.',
  };
}

/** Checks of all areas, their verdicts taking turns. */
export function sampleRecord(vendorText = 'S_OK (0x00000000)'): RunRecord {
  const plain = recordOf();
  const checks = statementIds.map((id, at) => checkOf(id, verdicts[at % verdicts.length] ?? 'pass', vendorText));
  return {
    ...plain,
    subject: {
      ...plain.subject,
      path: `C:\\helpers\\${vendorText}.dll`,
      sha256: 'ab'.repeat(32),
      activation: { kind: 'factory', export: vendorText },
      profile: { name: vendorText, isKnown: true, canBeTold: true },
    },
    summary: summarise(checks, null),
    checks,
    faults: [{ kind: 'ended', story: vendorText, exitStatus: 3, signal: null, exception: null, stderr: vendorText }],
  };
}

/** What a vendor's name, path or output may hold, and what has broken reports elsewhere. */
export const hostileTexts: readonly string[] = [
  ']]>',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '\u0000',
  '\ud800 and \udfff',
  '\ufffe\uffff',
  '\ufffe\u0000\u{10fffe}\u{10000}\u{10000}\u{10000}',
  '\u001b[31mred\u001b[0m \u009b2J',
  '\u202eevil\u2066',
  '&amp;&#x3c;&nbsp;',
  '| a | b |\n# heading\r\n- [link](http://x)',
  '```\n</details>',
  '::error::forged%0A',
  "' OR 1=1; --",
];
