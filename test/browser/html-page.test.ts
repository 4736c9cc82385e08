import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod/mini';

import type { Language } from '../../harness/language/language.js';
import { summarise } from '../../harness/record/summary.js';
import type { RunRecord } from '../../harness/record/run-record.js';
import { htmlReport } from '../../reports/html/page.js';
import { rendered } from '../../reports/rendered.js';
import { provider, session, transcript } from '../engine/transcripts.js';
import { hostileTexts, sampleRecord } from '../reports/sample-record.js';
import { startChromium } from './chromium.js';

const require = createRequire(import.meta.url);

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const axeResult = z.object({
  passes: z.array(z.unknown()),
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

/** With a life of a session in it, one that went wrong. */
function recordOf(vendorText: string): RunRecord {
  const life = transcript(
    [
      { do: 'create', as: 'unknown', session: 'withheld' },
      { kind: 'returned', hresult: 0, out: { pointer: 'p1', session: null } },
    ],
    [
      { do: 'getMapiSession', on: 'unknown', out: 'memory', as: 'session' },
      { kind: 'returned', hresult: 0, out: { pointer: 'p2', session: 1 } },
      provider(session({ references: 2 })),
    ],
    [
      { do: 'handsOffSession', on: 'unknown' },
      { kind: 'returned', hresult: 0x80004001 },
      provider(session({ references: 2 })),
    ],
  );
  return { ...sampleRecord(vendorText), transcripts: [{ ...life, script: { ...life.script, name: vendorText } }] };
}

function withChecks(record: RunRecord, count: number): RunRecord {
  const some = record.checks;
  const checks = Array.from({ length: count }, (_, at) => some[at % some.length]).flatMap((check) =>
    check === undefined ? [] : [{ ...check }],
  );
  return { ...record, checks, summary: summarise(checks, null) };
}

describe('the HTML report in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'olkconform-page-'));
  const file = join(folder, 'report.html');
  let browser: Browser;

  before(async () => {
    browser = await startChromium();
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What the page did that a page of ours never does; empty when all is well. */
  async function open(
    record: RunRecord,
    { language = 'en', colorScheme = 'light' }: { language?: Language; colorScheme?: 'light' | 'dark' } = {},
  ): Promise<{ page: Page; misdeeds: string[] }> {
    writeFileSync(file, await rendered('html', record, language));
    const page = await browser.newPage({ colorScheme });
    const misdeeds: string[] = [];
    page.on('dialog', (dialog) => {
      misdeeds.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => misdeeds.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => misdeeds.push(`error: ${error.message}`));
    const url = pathToFileURL(file).href;
    page.on('request', (request) => {
      if (request.url() !== url) misdeeds.push(`request: ${request.url()}`);
    });
    await page.goto(url);
    return { page, misdeeds };
  }

  for (const language of ['en', 'es'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`leaves axe nothing to find (${language}, ${colorScheme})`, async () => {
        const { page } = await open(recordOf('S_OK (0x00000000)'), { language, colorScheme });
        // Closed parts are hidden from axe: it is to see everything.
        await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
        await page.evaluate(axe);
        const { passes, violations } = axeResult.parse(await page.evaluate('axe.run()'));
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
        expect(found).to.deep.equal([]);
        expect(passes.length).to.be.greaterThan(20);
        await page.close();
      });
    }
  }

  it('runs nothing of what the vendor wrote, and asks nobody for anything', async () => {
    const { page, misdeeds } = await open(recordOf(`${hostileTexts.join(' ')}</script></style><svg onload=alert(2)>`));
    expect(misdeeds).to.deep.equal([]);
    await page.close();
  });

  it('shows the checks that are asked for', async () => {
    const record = recordOf('S_OK');
    const { page, misdeeds } = await open(record);
    const shown = page.locator('#list tr[data-verdict]:visible');
    expect(await shown.count()).to.equal(record.checks.length);
    await page.getByLabel('Verdict').selectOption('fail');
    expect(await shown.count()).to.equal(record.summary.fail);
    await page.getByLabel('Area').selectOption('mapi');
    const fitting = record.checks.filter(({ id, verdict }) => id.startsWith('mapi/') && verdict === 'fail').length;
    expect(await shown.count()).to.equal(fitting);
    const told = `${String(fitting)} of ${String(record.checks.length)} checks shown`;
    expect(await page.getByRole('status').textContent()).to.equal(told);
    expect(misdeeds).to.deep.equal([]);
    await page.close();
  });

  it('has all of its text, and no filter, where no script may run', async () => {
    writeFileSync(file, htmlReport(recordOf('S_OK')));
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    expect(await page.locator('#list tr[data-verdict]:visible').count()).to.equal(sampleRecord().checks.length);
    expect(await page.locator('#filter').isVisible()).to.equal(false);
    await context.close();
  });

  it('is printed dark on white, whatever the screen is', async () => {
    const { page } = await open(recordOf('S_OK'), { colorScheme: 'dark' });
    const ground = 'getComputedStyle(document.body).backgroundColor';
    expect(await page.evaluate(ground)).to.equal('rgb(15, 20, 25)');
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(ground)).to.equal('rgb(255, 255, 255)');
    await page.close();
  });

  it('opens with 5,000 checks in under a second', async () => {
    writeFileSync(file, htmlReport(withChecks(recordOf('S_OK (0x00000000)'), 5_000)));
    const page = await browser.newPage();
    const tools = await page.context().newCDPSession(page);
    await tools.send('Performance.enable');
    await page.goto(pathToFileURL(file).href);
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
    const { metrics } = await tools.send('Performance.getMetrics');
    // The time that the page's process has had of a processor: what else the machine has to do does not count.
    const seconds = metrics.find(({ name }) => name === 'ProcessTime')?.value;
    expect(seconds).to.be.a('number').and.be.within(0.001, 1);
    await page.close();
  });
});
