// Runs a TypeScript file that is no part of the tool, such as a benchmark: `node src/tool/run.cjs FILE …`.
'use strict';
const { compileFile } = require('./build.cjs');
const { DIST, MAIN, load } = require('./built.cjs');

process.setSourceMapsEnabled(true);

compileFile(process.argv[2]).then(
  (text) => {
    process.argv.splice(1, 1);
    load({ folder: DIST, texts: new Map([[MAIN, text]]) });
  },
  (error) => {
    process.stderr.write(`${error.lines.join('\n')}\n`);
    process.exitCode = 2;
  },
);
