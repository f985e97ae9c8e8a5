import process from 'node:process';

/**
 * Loaded before each program (`node --import`), and no TypeScript, so that a Node which cannot run the programs says
 * so instead of failing at their first line. On Linux x64 npm brings a Node that can.
 */
const NEEDED = [22, 18];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  process.stderr.write(
    `found Node ${process.versions.node}; expected ${NEEDED.join('.')} or newer. ` +
      'To mend: install a current Node (https://nodejs.org), or run npm ci with optional dependencies.\n',
  );
  process.exit(2);
}
