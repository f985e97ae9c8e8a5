import { dirname, join, normalize } from 'node:path';
import { formatAccent } from '../../src/model/accent.ts';
import { USUAL_STYLE } from '../../src/model/house-style.ts';
import { InputError, type Problem } from '../../src/model/problem.ts';
import { DEFAULT_SETTINGS, type SiteSettings } from '../../src/model/site-settings.ts';
import type { Effects } from '../effects.ts';
import type { InputFile } from '../input/list-inputs.ts';
import { isLegible, leastContrast, lightened } from './accent.ts';
import { readFonts } from './fonts.ts';
import { renderMarkdown, renderPage } from './markdown.ts';
import type { Config, ConfigEntry } from './schema.ts';
import type { SettingsText } from './settings-text.ts';

export interface ConfigFile {
  readonly text: SettingsText;
  /** The files read so far; each that the settings name is added. */
  readonly files: InputFile[];
  readonly effects: Effects;
}

/** What the pages need of the settings: files read, Markdown as HTML, the accent checked. */
export function readSettings(config: Config, { text, files, effects }: ConfigFile): SiteSettings {
  const problems: Problem[] = [];
  const complain = (name: ConfigEntry, found: string, expected: string, value = found): '' => {
    problems.push(text.problem(name, found, expected, value));
    return '';
  };
  const readBytes = (name: ConfigEntry, path: string): Uint8Array => {
    const named = join(dirname(text.file), path);
    if (effects.kindOf(named) !== 'file') {
      complain(name, path, 'the path of a file, from where the settings are');
      return new Uint8Array();
    }
    const bytes = effects.readBytes(named);
    files.push({ path: normalize(path).replaceAll('\\', '/'), bytes });
    return bytes;
  };
  const readNamed = (name: ConfigEntry, path: string): string =>
    new TextDecoder().decode(readBytes(name, path));
  const words = (name: 'intro' | 'about' | 'footer'): string => {
    const given = config[name] ?? '';
    return /^\S+\.md$/i.test(given) ? readNamed(name, given) : given;
  };
  const { accent, nameplate, styles, title = DEFAULT_SETTINGS.title } = config;
  const { light, dark } =
    typeof accent === 'string' ? { light: accent, dark: lightened(accent) } : (accent ?? {});
  if (light && !isLegible(light, 'light'))
    complain('accent', describePale(light, 'light'), 'a darker colour', light);
  if (dark && !isLegible(dark, 'dark'))
    complain('accent', describePale(dark, 'dark'), 'a lighter colour', dark);
  const plates = typeof nameplate === 'string' ? { light: nameplate, dark: '' } : nameplate;
  const readNameplate = (path = ''): string => {
    const svg = path && readNamed('nameplate', path);
    return svg === '' || /<svg[\s>]/.test(svg)
      ? svg
      : complain('nameplate', path, 'a file that holds an <svg>');
  };
  const about = words('about');
  const settings: SiteSettings = {
    title,
    headline: config.headline ?? DEFAULT_SETTINGS.headline,
    intro: renderMarkdown(words('intro')),
    about: about === '' ? undefined : renderPage(about, `About ${title}`),
    footer: renderMarkdown(words('footer')),
    license: config.license ?? '',
    css: (light && dark ? formatAccent({ light, dark }) : '') + (styles ? readNamed('styles', styles) : ''),
    head: config.head ?? '',
    nameplate: readNameplate(plates?.light),
    darkNameplate: readNameplate(plates?.dark),
    accent: light ?? DEFAULT_SETTINGS.accent,
    draft: config.draft ?? false,
    publish: config.publish ?? 'full',
    withoutCharts: config.withoutCharts ?? [],
    withoutPages: config.withoutPages ?? [],
    withoutMeasures: config.withoutMeasures ?? [],
    leadingMeasures: config.leadingMeasures ?? [],
    order: { period: config.order?.period ?? [], issuer: config.order?.issuer ?? [] },
    style: {
      spelling: config.spelling ?? USUAL_STYLE.spelling,
      dates: config.dates ?? USUAL_STYLE.dates,
      numbers: config.numbers ?? USUAL_STYLE.numbers,
    },
    fonts: {
      files: readFonts(
        config.fonts,
        (path) => readBytes('fonts', path),
        (found, expected) => complain('fonts', found, expected),
      ),
    },
  };
  if (problems.length > 0) throw new InputError(problems);
  return settings;
}

const describePale = (colour: string, scheme: 'light' | 'dark'): string =>
  `${colour} with a contrast of ${leastContrast(colour, scheme).toFixed(1)} to 1 on ${scheme} ground`;
