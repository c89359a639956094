// The report's page: its program and its style, each made one text.
'use strict';
const { join } = require('node:path');

/** @returns {{ script: string, style: string, metafile: { inputs: Record<string, unknown> } }} */
function pageAssets() {
  const { buildSync } = require('esbuild');
  const made = (entry, options) =>
    buildSync({
      absWorkingDir: join(__dirname, '..', '..', '..'),
      // From the checkout: in a whole path a * would be a pattern.
      entryPoints: [`src/report/html/${entry}`],
      bundle: true,
      write: false,
      metafile: true,
      minify: true,
      charset: 'utf8',
      legalComments: 'none',
      tsconfigRaw: {},
      logLevel: 'silent',
      ...options,
    });
  const script = made('client/main.ts', { format: 'iife', target: 'es2022' });
  const style = made('style.css', {});
  return {
    script: script.outputFiles[0].text.replaceAll('</script', '<\\/script'),
    style: style.outputFiles[0].text.trim(),
    metafile: { inputs: { ...script.metafile.inputs, ...style.metafile.inputs } },
  };
}

module.exports = { pageAssets };
