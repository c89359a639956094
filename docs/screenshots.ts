// Makes the pictures of the READMEs from the running lab: npm run screenshots
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { describeError, LabError } from '../src/platform/errors';
import { mustRun, run } from '../src/platform/run';
import installChromium, { findChromium } from '../test/browser/support/chromium';
import { verbatim } from '../src/text/text';

const ROOT = join(__dirname, '..');
const PICTURES = join(__dirname, 'pictures');
const LANGUAGES = ['en', 'zh'] as const;
const NEXT = './lab up, then this command again';

const lab = (what: string, ...words: string[]) =>
  mustRun([join(ROOT, 'lab'), ...words], {
    what: verbatim(what),
    next: verbatim(NEXT),
    cwd: ROOT,
    run,
    timeout: 120_000,
  });

async function main(): Promise<void> {
  await installChromium();
  mkdirSync(PICTURES, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'lab-screenshots-'));
  const report = join(folder, 'report.html');
  try {
    await lab('the lab cannot be measured', 'report', '--check', '--output', report);
    for (const language of LANGUAGES) {
      const svg = join(PICTURES, `lab.${language}.svg`);
      await lab('the lab cannot be drawn', 'graph', '--language', language, '--output', svg);
    }
    await photograph(report);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function photograph(report: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: ['--no-sandbox'],
  });
  try {
    for (const language of LANGUAGES) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      await page.goto(`${pathToFileURL(report).href}#lang=${language}`);
      await page.locator('html.ready').waitFor();
      await page.screenshot({ path: join(PICTURES, `report.${language}.png`) });
      await context.close();
    }
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof LabError)) throw error;
  console.error(describeError(error));
  process.exitCode = error.exitCode;
});
