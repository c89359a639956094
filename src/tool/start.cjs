// Runs the compiled tool: `node src/tool/start.cjs lab VERB …`, or `… app` as the app of cdktf. Plain JavaScript that an
// old Node.js can read, because this is what tells that it is too old.
'use strict';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 12)) {
  stop([
    'Error: Node.js >= 20.12 is needed',
    `  why:   it is v${process.versions.node}`,
    '  next:  install it (https://nodejs.org), then run this command again',
  ]);
} else {
  start().catch((error) => stop(error.lines || [error.stack || String(error)]));
}

async function start() {
  const { load, newest, packed } = require('./built.cjs');
  const built = packed() || newest() || (await require('./build.cjs').build());
  // The entry point sees its own words only, as if it had been started by itself.
  const [entry] = process.argv.splice(2, 1);
  load(built).run(entry);
}

function stop(lines) {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 2;
}
