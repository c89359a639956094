#!/usr/bin/env node
// The command of the package: as `./lab` in a checkout, for the folder in which it is typed.
'use strict';
process.env.LAB_FROM ||= process.cwd();
process.argv.splice(2, 0, 'lab');
require('./start.cjs');
