import { CONFIG_ENTRIES, describeEntry } from './schema.ts';

/** `docs/configuration.md`: every entry of the settings, from the schema that checks them. */
export function documentConfig(): string {
  const entries = CONFIG_ENTRIES.map((name) => {
    const { takes, preset, description } = describeEntry(name);
    return `### \`${name}\`\n\n${description}\n\n- takes ${takes}\n- default: ${preset}\n`;
  });
  return `${INTRODUCTION}\n${entries.join('\n')}`;
}

/** Of the example; not written out, since it is no import of this file. */
const typeImport = (name: string, from: string): string => `import type { ${name} } from '${from}';`;

const INTRODUCTION = `# Settings of a site

\`tieout.config.ts\` (or \`.js\`, \`.json\`) beside \`documents/\`; \`tieout init\` writes one, and every command finds it. Each
entry is optional; paths are meant from where the file is.

    ${typeImport('Config', 'tieout')}

    export default {
      title: 'Acme results',
      nameplate: 'logo.svg',
      accent: '#7a1f3d',
      about: 'about.md',
      footer: 'Contact: [investor relations](mailto:ir@acme.example)',
    } satisfies Config;

![A period's page with a nameplate, a colour and words of the owner's, on a wide screen](rebranded-wide.png)

![The same on a phone](rebranded-narrow.png)

A mistake is told with its place, what was found and what is expected, and nothing is built. \`tieout dev\` takes settings
as they are at each change to a document. What is known of an issuer and not of the site (its name, ticker, currency)
goes into \`documents/<issuer>/issuer.json\`.

## Entries
`;
