import { spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  type Dirent,
  existsSync,
  type FSWatcher,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type StatSyncFn,
  type Stats,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { constants } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import { progressLine } from './progress-line.ts';
import { releaseMemory, spareMemory } from './release-memory.ts';

/** What a name in a folder stands for; `missing` where nothing is there, a link that leads nowhere included. */
export type EntryKind = 'file' | 'folder' | 'other' | 'missing';

/** One name in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: EntryKind;
  readonly isLink: boolean;
}

/** Everything the programs do to the world. Handed to them, so that a test can look on. */
export interface Effects {
  kindOf(path: string): EntryKind;
  /** Whether the name itself is a symbolic link, wherever it leads. */
  isLink(path: string): boolean;
  /** Names in a folder, in code unit order, which is the same on every machine. */
  list(folder: string): string[];
  /** The same names with what each stands for, which costs a tenth of asking for every one. */
  entries(folder: string): FolderEntry[];
  readBytes(path: string): Uint8Array;
  /** What a file holds, a stretch at a time. */
  readPieces(path: string): Iterable<Uint8Array>;
  /**
   * The files of a folder as a Git commit has them, by their paths below it; none where the folder was not there.
   * Undefined where there is no such commit, or no Git.
   */
  filesAt(commit: string, folder: string): Record<string, Uint8Array> | undefined;
  /** What a file of JavaScript or TypeScript exports by default, as it is now. */
  load(path: string): Promise<unknown>;
  /** Writes a file piece by piece and makes the folders above it. */
  write(path: string, pieces: Iterable<string | Uint8Array>): void;
  /** Writes a file that is no text, and makes the folders above it. */
  writeBytes(path: string, bytes: Uint8Array): void;
  /**
   * Has a file stand under a second name too: whoever writes into one changes both. False where that cannot be.
   */
  link(from: string, to: string): boolean;
  /** What a file has as long as nobody writes it anew, whatever its name; empty where there is none. */
  readStamp(path: string): string;
  makeFolder(path: string): void;
  copy(from: string, to: string): void;
  /** Renames; between disks, where that cannot be, copies and removes. */
  move(from: string, to: string): void;
  /** Removes a file or folder with all that is in it; nothing there is no error. */
  remove(path: string): void;
  /** The path from the root, without symbolic links as far as something is there. */
  realPath(path: string): string;
  /** Calls back when changes in a folder and the folders in it have settled, until the returned function is called. */
  watch(folder: string, onChange: () => void): () => void;
  /** One line for the user, on standard output. */
  say(line: string): void;
  /** One line about what is wrong, on standard error. */
  complain(line: string): void;
  /** What is being done, and how many of how many are done (0: not known), for someone who watches a terminal. */
  progress(what: string, done: number, all: number): void;
  /** Milliseconds since the program started; for progress lines, never for output. */
  elapsed(): number;
  /** Gives memory that was let go back to the machine, where it is much: libraries beside V8 cannot use what V8 holds. */
  releaseMemory(): void;
  /** Folder for results that the next run may use, where no flag names one; none where packages have no folder. */
  usualCache(): string | undefined;
  readonly processId: number;
  /** Version of what runs the program. */
  readonly runtime: string;
  isRunning(processId: number): boolean;
  /** Runs `cleanUp` if the program is told to stop (Ctrl+C, `kill`), until the returned function is called. */
  onInterrupt(cleanUp: () => void): () => void;
  /** Settles when the program is told to stop. */
  stopped(): Promise<void>;
}

const PROJECT = dirname(import.meta.dirname);
const IS_INSTALLED = PROJECT.split(sep).includes('node_modules');

/** A path of the project, as the user would type it from where the program was started. */
export const projectPath = (name: string): string => relative('', join(PROJECT, name)) || '.';

/** What tells a folder of reports from any other. */
const MARKS = ['documents', 'tieout.config.ts', 'tieout.config.js', 'tieout.config.json'];

/**
 * A path of the user's reports, where no flag names it: in the current folder, or the project's own for someone who
 * works on the project and is in a folder without reports.
 */
export const reportsPath = (name: string): string =>
  IS_INSTALLED || MARKS.some((mark) => existsSync(mark)) ? name : projectPath(name);

/** Ends the process with a program's exit status, whatever a library has left open. */
export async function exitWith(run: (args: readonly string[]) => Promise<number>): Promise<void> {
  goToUser();
  const status = await run(process.argv.slice(2));
  progress.clear();
  process.stdout.write('', () => process.stderr.write('', () => process.exit(status)));
}

/** npm runs scripts in the project's folder; the paths on the command line are meant from where the user is. */
function goToUser(): void {
  const { INIT_CWD: user, npm_lifecycle_event: script } = process.env;
  if (user && script && process.cwd() === PROJECT) process.chdir(user);
}

/** Characters gathered before a file is written to, bytes read at once: few system calls, little memory. */
const CHUNK = 1 << 20;
/** Milliseconds without a further change after which a saved file is complete; editors write in several steps. */
const SETTLING = 50;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What is to be cleaned up if the program is told to stop now. */
const cleanUps = new Set<() => void>();

function cleanUpAndExit(signal: NodeJS.Signals): void {
  progress.clear();
  for (const cleanUp of cleanUps) cleanUp();
  process.exit(128 + constants.signals[signal]);
}

const progress = progressLine(process.stderr, process.env);

export const effects: Effects = {
  kindOf(path) {
    const found = findStat(path);
    if (!found) return 'missing';
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  },
  isLink: (path) => findStat(path, lstatSync)?.isSymbolicLink() ?? false,
  list: (folder) => readdirSync(folder).sort(),
  entries: (folder) =>
    readdirSync(folder, { withFileTypes: true })
      .map((entry) => describeEntry(folder, entry))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  readBytes: (path) => readFileSync(path),
  readPieces,
  filesAt,
  async load(path) {
    const { href } = pathToFileURL(path);
    const { emitWarning } = process;
    process.emitWarning = withoutTypeless(emitWarning);
    try {
      return (await import(`${href}?${statSync(path).mtimeMs}`)).default;
    } catch (error) {
      throw error instanceof SyntaxError ? placeSyntaxError(error, path) : error;
    } finally {
      process.emitWarning = emitWarning;
    }
  },
  write(path, pieces) {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(path, 'w');
    try {
      for (const chunk of inChunks(pieces)) writeFileSync(file, chunk);
    } finally {
      closeSync(file);
    }
  },
  writeBytes(path, bytes) {
    try {
      writeFileSync(path, bytes);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
  },
  link(from, to) {
    try {
      linkSync(from, to);
      return true;
    } catch {
      return false;
    }
  },
  readStamp(path) {
    const found = lstatSync(path, { throwIfNoEntry: false, bigint: true });
    return found ? [found.dev, found.ino, found.size, found.mtimeNs].join(' ') : '';
  },
  makeFolder: (path) => void mkdirSync(path, { recursive: true }),
  copy: (from, to) => cpSync(from, to, { recursive: true }),
  move(from, to) {
    try {
      renameSync(from, to);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      cpSync(from, to, { recursive: true });
      rmSync(from, { recursive: true });
    }
  },
  remove: (path) => rmSync(path, { recursive: true, force: true, maxRetries: 5 }),
  realPath: findRealPath,
  watch: watchFolders,
  say(line) {
    progress.clear();
    process.stdout.write(`${line}\n`);
  },
  complain(line) {
    progress.clear();
    process.stderr.write(`${line}\n`);
  },
  progress(what, done, all) {
    spareMemory(getHeapStatistics());
    progress.show(what, done, all);
  },
  elapsed: () => performance.now(),
  releaseMemory: () => releaseMemory(getHeapStatistics()),
  usualCache() {
    const packages = reportsPath('node_modules');
    return existsSync(packages) ? join(packages, '.cache/tieout') : undefined;
  },
  processId: process.pid,
  runtime: process.version,
  isRunning(processId) {
    try {
      return process.kill(processId, 0);
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
  },
  onInterrupt(cleanUp) {
    if (cleanUps.size === 0) for (const signal of SIGNALS) process.on(signal, cleanUpAndExit);
    cleanUps.add(cleanUp);
    return () => {
      cleanUps.delete(cleanUp);
      if (cleanUps.size === 0) for (const signal of SIGNALS) process.off(signal, cleanUpAndExit);
    };
  },
  stopped: () =>
    new Promise((resolve) => {
      for (const signal of SIGNALS) process.once(signal, () => resolve());
    }),
};

/**
 * Settings are a module whether or not the `package.json` beside them says so; Node's advice to change that file would
 * only puzzle those who publish reports.
 */
const withoutTypeless = (emit: typeof process.emitWarning): typeof process.emitWarning =>
  ((...given: Parameters<typeof process.emitWarning>) => {
    const [, options] = given as unknown as [unknown, { readonly code?: string } | undefined];
    const isOfReader = (options as unknown) === 'ExperimentalWarning';
    if (!isOfReader && options?.code !== 'MODULE_TYPELESS_PACKAGE_JSON') emit(...given);
  }) as typeof process.emitWarning;

/** Node tells where the syntax of TypeScript is at fault, not that of JavaScript, which its reader of TypeScript reads too. */
function placeSyntaxError(error: SyntaxError, path: string): unknown {
  try {
    stripTypeScriptTypes(readFileSync(path, 'utf8'), { sourceUrl: path });
    return error;
  } catch (placed) {
    return placed;
  }
}

/** Asks Git for the names of a folder's files, then for all their contents in one go. */
function filesAt(commit: string, folder: string): Record<string, Uint8Array> | undefined {
  const git = (input: string, ...args: string[]) =>
    spawnSync('git', args, { cwd: folder, input, maxBuffer: 2 ** 31 - 1, windowsHide: true });
  const known = git('', 'rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`);
  if (known.status !== 0) return undefined;
  const entries = git('', 'ls-tree', '-r', '-z', known.stdout.toString().trim()).stdout.toString();
  const blobs = [...entries.matchAll(/100\d{3} blob (\S+)\t([^\0]+)\0/g)];
  const { stdout } = git(blobs.map(([, id]) => `${id}\n`).join(''), 'cat-file', '--batch');
  const files: Record<string, Uint8Array> = {};
  let at = 0;
  for (const [, , path = ''] of blobs) {
    const end = stdout.indexOf('\n', at);
    const size = Number(stdout.subarray(at, end).toString().split(' ').at(-1));
    files[path] = stdout.subarray(end + 1, end + 1 + size);
    at = end + 1 + size + 1;
  }
  return files;
}

function describeEntry(folder: string, entry: Dirent): FolderEntry {
  const { name } = entry;
  const isLink = entry.isSymbolicLink();
  const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
  return { name, kind: isLink ? effects.kindOf(join(folder, name)) : kind, isLink };
}

/** Nothing there, and links that lead in a circle, are alike; so is what may not be looked at. */
function findStat(path: string, stat: StatSyncFn = statSync): Stats | undefined {
  try {
    return stat(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function* readPieces(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    if (fstatSync(file).size <= CHUNK) return yield readFileSync(file);
    for (;;) {
      const piece = Buffer.allocUnsafe(CHUNK);
      const length = readSync(file, piece);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

function* inChunks(pieces: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  let chunk = '';
  for (const piece of pieces) {
    const isText = typeof piece === 'string';
    if (isText) chunk += piece;
    if (isText && chunk.length < CHUNK) continue;
    yield chunk;
    if (!isText) yield piece;
    chunk = '';
  }
  yield chunk;
}

/**
 * Watches folders, not files: an editor that saves by renaming puts another file in the place of the one before,
 * which the recursive watching of Node loses sight of on Linux.
 */
function watchFolders(root: string, onChange: () => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  let settling: NodeJS.Timeout | undefined;
  const stir = () => {
    clearTimeout(settling);
    settling = setTimeout(settle, SETTLING);
  };
  const settle = () => {
    follow();
    onChange();
  };
  const follow = () => {
    const present = existsSync(root) ? [root, ...foldersIn(root)] : [nearestFolder(root)];
    for (const [folder, watcher] of watchers) {
      if (present.includes(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of present) if (!watchers.has(folder)) watchers.set(folder, watch(folder, stir));
  };
  follow();
  return () => {
    clearTimeout(settling);
    for (const watcher of watchers.values()) watcher.close();
  };
}

function findRealPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const full = resolve(path);
  return join(findRealPath(dirname(full)), basename(full));
}

/** Where a folder that is gone will be seen to come back. */
const nearestFolder = (path: string): string =>
  existsSync(dirname(path)) ? dirname(path) : nearestFolder(dirname(path));

const foldersIn = (root: string): string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, entry.name));
