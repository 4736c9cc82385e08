/** Chromium as the set-up of `npm test` has found it, with nothing of it that would look for a network. */
import { chromium, type Browser } from 'playwright-core';

import { thisHost } from '../../harness/setup/places.mjs';
import { findChromium } from '../driver/browser-part.mjs';

const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'];

export async function startChromium(): Promise<Browser> {
  const executablePath = findChromium(thisHost());
  if (executablePath === undefined) throw new Error('Chromium is not on PATH: test/driver/browser-part.mjs brings it');
  // Chromium's own sandbox refuses to be started by root; it sees no page here but ours.
  const chromiumSandbox = process.getuid?.() !== 0;
  return chromium.launch({ executablePath, chromiumSandbox, args: [...quiet, '--disable-sync', '--disable-gpu'] });
}
