import { createHash } from 'node:crypto';
import { pageAssets } from './assets.cjs';
import type { ReportData } from './data/types';
import { withoutScript } from './without-script';

export interface PageOptions {
  /** Path of the live view's events, where the page comes from its server. */
  readonly live?: string;
}

/**
 * The report as one HTML file: script, style and data are in it, and its content policy lets nothing else in, so
 * that neither a name of the lab nor the output of a probe can bring anything along.
 */
export function htmlPage(data: ReportData, { live }: PageOptions = {}): string {
  const { script, style } = pageAssets();
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    // Positions are set by the script, which needs no permission.
    `style-src ${hashOf(style)}`,
    ...(live === undefined ? [] : ["connect-src 'self'"]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en"${live === undefined ? '' : ` data-live="${escapeHtml(live)}"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(data.lab.name)}</title>
<style>${style}</style>
</head>
<body>
<a id="skip" href="#matrix"></a>
<header id="controls"></header>
<main>
<div id="summary"></div>
<div id="filters" role="search"></div>
<section id="differences" tabindex="-1" hidden></section>
<section id="picture" tabindex="-1"></section>
<section id="matrix" tabindex="-1"></section>
<section id="chapters" tabindex="-1"></section>
</main>
<div id="panel" role="dialog" aria-labelledby="panel-title" hidden></div>
<noscript>${withoutScript(data, escapeHtml)}</noscript>
<footer>docker-network-lab</footer>
<script type="application/json" id="data">${embedJson(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** JSON in which nothing can end the element that it is in. */
export const embedJson = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');

export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
