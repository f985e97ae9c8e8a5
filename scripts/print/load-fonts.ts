/**
 * Runs in a page. On paper and in pictures no text stands in a font that happened to be there first: every font is waited
 * for. Those that cannot load are stand-ins by local names, which this machine may lack.
 */
export async function loadFonts(): Promise<void> {
  for (const face of document.fonts) face.display = 'block';
  await Promise.allSettled([...document.fonts].map((face) => face.load()));
  await document.fonts.ready;
}
