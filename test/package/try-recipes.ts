import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { followLinks, serveAsHost } from './serve-as-host.ts';
import { ENV, expect, type Stranger } from './stranger.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** A step of a workflow, as much of it as can be done without GitHub. */
interface Step {
  readonly if?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What GitHub would put in. */
const KNOWN: Readonly<Record<string, string>> = {
  'github.base_ref': 'main',
  "steps.pages.outputs.origin || 'https://example.com'": 'https://owner.example',
  "steps.pages.outputs.base_path || '/'": '/repository',
  'steps.preview.outputs.artifact-url': 'https://host.example/preview',
  'github.token': 'token',
  'github.event.pull_request.number': '7',
};

/** Tries the recipes in docs/publishing in clones of the stranger's folder. */
export async function tryRecipes(stranger: Stranger): Promise<void> {
  const origin = join(stranger.folder, 'origin.git');
  publish(stranger, origin);
  const clone = join(stranger.folder, 'clone');
  git(stranger.folder, 'clone', '--quiet', origin, clone);
  await tryPullRequest(clone);
  await tryPush(clone);
  await tryNetlify(clone);
}

const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', args, { cwd, encoding: 'utf8' });

/** The stranger's folder as a repository; what `npm install` named is part of it. */
function publish({ folder }: Stranger, origin: string): void {
  const who = ['-c', 'user.name=Stranger', '-c', 'user.email=stranger@example.com'];
  appendFileSync(join(folder, '.gitignore'), 'origin.git/\nclone/\n');
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'add', '--all');
  git(folder, ...who, 'commit', '--quiet', '--message', 'Reports');
  git(folder, 'clone', '--quiet', '--bare', '.', origin);
}

/** What a workflow puts in by the kind of event. */
const DRAFT = "github.event_name == 'pull_request' && '--draft' || ''";

/** Stands for GitHub's own program: it keeps the comment that it is given. */
const GH = '#!/bin/sh\nfor last; do :; done\ncat "$last" > "$COMMENT"\n';

/** A branch takes the answers away: findings stand at their lines, and a comment says what is open then. */
async function tryPullRequest(clone: string): Promise<void> {
  rmSync(join(clone, 'documents/acme/answers.csv'));
  const [summary, comment, tools] = ['summary.md', 'comment.md', 'tools'].map((name) =>
    join(clone, '..', name),
  );
  writeFileSync(summary ?? '', '');
  mkdirSync(tools ?? '');
  writeFileSync(join(tools ?? '', 'gh'), GH, { mode: 0o755 });
  const said = await runWorkflow(clone, 'pull_request', {
    PATH: `${tools}:${ENV.PATH}`,
    GITHUB_STEP_SUMMARY: summary ?? '',
    COMMENT: comment ?? '',
  });
  expect(/^::error file=documents\/acme\/.*,line=\d+,col=\d+,/m.test(said), 'findings stand at their lines');
  expect(readFileSync(join(clone, 'dist/index.html'), 'utf8').includes('Draft'), 'a pull request is a draft');
  const told = readFileSync(comment ?? '', 'utf8');
  expect(
    told.includes('2 new findings') && told.includes('host.example/preview'),
    'a comment tells what it brings',
  );
  expect(readFileSync(summary ?? '', 'utf8') === told, 'and so does the summary of its run');
  git(clone, 'checkout', '--quiet', '--', '.');
}

async function tryPush(clone: string): Promise<void> {
  await runWorkflow(clone, 'push', {});
  const host = await serveAsHost(join(clone, 'dist'), '/repository/');
  const { found, broken } = await followLinks(`${host.origin}/repository/`);
  const lost = await fetch(`${host.origin}/repository/nowhere/`);
  const isOwn = lost.status === 404 && (await lost.text()).includes('/repository/');
  host.stop();
  expect(broken.length === 0 && found > 100, `below a path of GitHub Pages ${found} addresses answer`);
  expect(isOwn, 'and what is not there shows the page of the site that says so');
  expect(
    readFileSync(join(clone, 'dist/sitemap.xml'), 'utf8').includes('https://owner.example/repository/'),
    'and addresses are those of the host',
  );
}

async function tryNetlify(clone: string): Promise<void> {
  const recipe = readFileSync(join(ROOT, 'docs/publishing/netlify-cloudflare.md'), 'utf8');
  const lines = recipe.split('\n').filter((line) => line.startsWith('    '));
  // Astro brings both parsers.
  const { parse } = await import('smol-toml');
  const { build } = parse(lines.map((line) => line.slice(4)).join('\n')) as unknown as {
    readonly build: { readonly command: string; readonly publish: string };
  };
  runLine(clone, build.command, {});
  const host = await serveAsHost(join(clone, build.publish), '/');
  const { found, broken } = await followLinks(`${host.origin}/`);
  host.stop();
  expect(broken.length === 0 && found > 100, `at the root of a host ${found} addresses answer`);
}

/** Runs the commands of the steps that an event asks for, in order. */
async function runWorkflow(
  clone: string,
  event: string,
  env: Readonly<Record<string, string>>,
): Promise<string> {
  let said = '';
  const { parse } = await import('yaml');
  const workflow = parse(readFileSync(join(clone, '.github/workflows/publish.yml'), 'utf8')) as {
    readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
  };
  for (const step of workflow.jobs['build']?.steps ?? []) {
    const isAsked = step.if === undefined || step.if.startsWith(`github.event_name == '${event}'`);
    if (step.run === undefined || !isAsked) continue;
    if (step.run === 'npm ci') {
      installAs(clone);
      continue;
    }
    const known = { ...KNOWN, [DRAFT]: event === 'pull_request' ? '--draft' : '' };
    const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, filledIn(value, known)]);
    said += runLine(clone, step.run, { ...env, ...Object.fromEntries(own) });
  }
  return said;
}

/** `npm ci`, which refuses where a registry lacks what a dependency names as optional; then `npm install`. */
function installAs(clone: string): void {
  try {
    runLine(clone, 'npm ci', {});
  } catch {
    console.log('not ok: npm ci refused; npm install instead');
    runLine(clone, 'npm install --no-audit --no-fund', {});
  }
}

function filledIn(value: string, all: Readonly<Record<string, string>>): string {
  const [, expression = ''] = /^\$\{\{ (.*) \}\}$/.exec(value) ?? [];
  const known = all[expression];
  if (known === undefined) throw new Error(`the workflow asks for ${value}, which nobody knows here`);
  return known;
}

/** As a runner does: bash, which ends at the first command that fails. Gives what is said on both streams. */
function runLine(cwd: string, line: string, env: Readonly<Record<string, string>>): string {
  console.log(`$ ${line}`);
  const said = execFileSync('bash', ['-e', '-o', 'pipefail', '-c', `exec 2>&1; ${line}`], {
    cwd,
    env: { ...ENV, ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  console.log(said.trimEnd());
  return said;
}
