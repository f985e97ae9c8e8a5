/** How cards are set: few words, large enough to be read in a list of messages. */
export const CARD_STYLE = `
html { font-size: 16px; background: var(--paper); }
body { margin: 0; overflow: hidden; }
.card { box-sizing: border-box; width: 1200px; height: 630px; padding: 44px 64px 48px; border-top: 16px solid var(--accent); display: grid; grid-template-rows: auto auto auto 1fr; align-content: start; color: var(--ink); background: var(--paper); overflow: hidden; }
.card .name { position: absolute; top: 56px; right: 64px; max-width: 460px; color: var(--accent); text-decoration: none; font: italic 400 30px/1.2 var(--serif); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.card .name img { height: 48px; width: auto; max-width: 460px; object-fit: contain; object-position: right; }
.card .draft { position: absolute; bottom: 0; left: 0; right: 0; margin: 0; padding: 4px 64px; background: var(--mark); font: 600 22px/1.4 var(--sans); }
.card .draft:empty { display: none; }
.card .issuer { margin: 0; max-width: 620px; font: 500 30px/1.25 var(--sans); color: var(--ink-2); display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
.card h1 { margin: 22px 0 0; max-width: none; font: 400 88px/1.05 var(--serif); letter-spacing: -0.02em; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; padding-bottom: 0.12em; }
.card h1.long { font-size: 60px; }
.card .when { margin: 8px 0 0; font: 400 28px/1.3 var(--sans); color: var(--ink-2); }
.card .figures { align-self: end; display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 48px; padding-top: 22px; border-top: 4px double var(--ink); }
.card .key { min-width: 0; display: grid; grid-template-rows: 1fr auto auto; padding: 0; border: 0; }
.card .key h2 { margin: 0; font: 500 26px/1.2 var(--sans); color: var(--ink-2); display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
.card .key .v { margin: 0; font: 400 76px/1.15 var(--serif); letter-spacing: -0.02em; font-variant-numeric: lining-nums; white-space: nowrap; }
.card .key .v.long { font-size: 54px; line-height: 1.62; }
.card .key .u { margin: 0; min-height: 36px; font: 600 26px/36px var(--sans); color: var(--accent); }
`;
