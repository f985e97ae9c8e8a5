/**
 * Runs in a page. Hatches are gradients that repeat, which a PDF tells by a program of its own; some who show PDFs, the
 * one in Firefox among them, leave out what is filled so. On paper the stripes are drawn one by one.
 */
export function drawHatches(): void {
  for (const gradient of document.querySelectorAll<SVGLinearGradientElement>(
    'linearGradient[spreadMethod="repeat"]',
  )) {
    const stops = [...gradient.querySelectorAll('stop')];
    const colours = [stops.at(0), stops.at(-1)].map((stop) => stop?.getAttribute('stop-color') ?? '');
    /** Stripes go down to the left: along them the sum of both coordinates stays. */
    const every = gradient.x2.baseVal.value + gradient.y2.baseVal.value;
    const wide = every * Number(stops[1]?.getAttribute('offset') ?? 0);
    const filled = gradient.ownerSVGElement?.querySelectorAll<SVGRectElement>(
      `rect[fill="url(#${gradient.id})"]`,
    );
    for (const bar of filled ?? []) {
      /** Not its box: what is out of sight is not laid out yet. */
      const [x = 0, y = 0, width = 0, height = 0] = [bar.x, bar.y, bar.width, bar.height].map(
        ({ baseVal }) => baseVal.value,
      );
      const stripes = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      stripes.setAttribute('d', drawStripes([x, y, x + width, y + height], every, wide));
      stripes.setAttribute('fill', colours[0] ?? '');
      stripes.setAttribute('stroke', 'none');
      const transform = bar.getAttribute('transform');
      if (transform) stripes.setAttribute('transform', transform);
      bar.setAttribute('fill', colours[1] ?? '');
      bar.after(stripes);
    }
  }

  /** Stripes within a box, each as far as the box goes. */
  function drawStripes(
    [left, top, right, bottom]: readonly [number, number, number, number],
    every: number,
    wide: number,
  ): string {
    const stripes: string[] = [];
    for (let from = Math.floor((left + top) / every) * every; from < right + bottom; from += every) {
      const [first, last] = [Math.max(from, left + top), Math.min(from + wide, right + bottom)];
      if (first >= last) continue;
      const low = (sum: number) => [Math.max(left, sum - bottom), Math.min(bottom, sum - left)];
      const high = (sum: number) => [Math.min(right, sum - top), Math.max(top, sum - right)];
      const corner = (x: number, y: number) => (first < x + y && x + y < last ? [[x, y]] : []);
      const ends = [low(first), high(first), ...corner(right, top), high(last), low(last)];
      const points = [...ends, ...corner(left, bottom)];
      stripes.push(`M${points.map((point) => point.map((at) => +at.toFixed(2)).join(' ')).join('L')}Z`);
    }
    return stripes.join('');
  }
}
