import {
  degrees,
  PDFDocument,
  type PDFFont,
  type PDFImage,
  type PDFPage,
  rgb,
  StandardFonts,
  setTextRenderingMode,
  TextRenderingMode,
} from '@cantoo/pdf-lib';

/**
 * Draws a PDF file from a text with one command a line; x and y are points from the page's top left.
 *
 *     page 612x792 [rotate 90] [crop 0,0,612,700]    further commands draw on a new page
 *     font regular|bold SIZE
 *     colour #rrggbb
 *     invisible on|off
 *     turn DEGREES                                   texts run in this direction
 *     at X Y TEXT, right X Y TEXT, centre X Y TEXT
 *     stops X X X                                    right edges of columns
 *     row Y X LABEL | CELL | CELL                    a label at X, and cells at the stops
 *     rule X1 Y1 X2 Y2, fill X Y WIDTH HEIGHT, picture X Y WIDTH HEIGHT
 */
export async function drawPdf(text: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const fonts = {
    regular: await pdf.embedFont(StandardFonts.Helvetica),
    bold: await pdf.embedFont(StandardFonts.HelveticaBold),
  };
  const pen = new Pen(pdf, fonts, await pdf.embedPng(PICTURE));
  for (const line of text.split('\n')) if (line.trim() !== '' && !line.startsWith('#')) pen.draw(line);
  return pdf.save({ useObjectStreams: false });
}

/** Two dark pixels by two. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAD0lEQVR4nGNgUAgAIQgFAAsOAcG2FPIYAAAAAElFTkSuQmCC';

class Pen {
  private page: PDFPage | undefined;
  private font: PDFFont;
  private size = 10;
  private colour = '#000000';
  private turn = 0;
  private stops: number[] = [];
  private readonly pdf: PDFDocument;
  private readonly fonts: Record<'regular' | 'bold', PDFFont>;
  private readonly picture: PDFImage;

  constructor(pdf: PDFDocument, fonts: Record<'regular' | 'bold', PDFFont>, picture: PDFImage) {
    this.pdf = pdf;
    this.picture = picture;
    this.fonts = fonts;
    this.font = fonts.regular;
  }

  draw(line: string): void {
    const [command = '', ...words] = line.trim().split(' ');
    const numbers = words.map(Number);
    const [a = 0, b = 0, c = 0, d = 0] = numbers;
    const rest = words.slice(2).join(' ');
    if (command === 'page') this.startPage(words);
    else if (command === 'font') [this.font, this.size] = [this.fonts[words[0] as 'regular'], b];
    else if (command === 'colour') this.colour = words[0] ?? '';
    else if (command === 'turn') this.turn = a;
    else if (command === 'invisible') this.setMode(words[0] === 'on');
    else if (command === 'at') this.write(a, b, rest);
    else if (command === 'right') this.write(a - this.widthOf(rest), b, rest);
    else if (command === 'centre') this.write(a - this.widthOf(rest) / 2, b, rest);
    else if (command === 'stops') this.stops = numbers;
    else if (command === 'row')
      this.writeRow(
        a,
        b,
        rest.split('|').map((cell) => cell.trim()),
      );
    else if (command === 'rule') this.rule(a, b, c, d);
    else if (command === 'fill') this.fill(a, b, c, d);
    else if (command === 'picture')
      this.sheet.drawImage(this.picture, { x: a, y: this.sheet.getHeight() - b - d, width: c, height: d });
    else throw new Error(`no such command: ${line}`);
  }

  private startPage([size = '612x792', ...options]: string[]): void {
    const [width = 612, height = 792] = size.split('x').map(Number);
    this.page = this.pdf.addPage([width, height]);
    const rotation = options[options.indexOf('rotate') + 1];
    const crop = options[options.indexOf('crop') + 1]?.split(',').map(Number);
    if (options.includes('rotate')) this.page.setRotation(degrees(Number(rotation)));
    if (options.includes('crop') && crop) {
      const [left = 0, top = 0, right = width, bottom = height] = crop;
      this.page.setCropBox(left, height - bottom, right - left, bottom - top);
    }
  }

  private get sheet(): PDFPage {
    if (!this.page) throw new Error('a page comes first');
    return this.page;
  }

  private setMode(isInvisible: boolean): void {
    const mode = isInvisible ? TextRenderingMode.Invisible : TextRenderingMode.Fill;
    this.sheet.pushOperators(setTextRenderingMode(mode));
  }

  private widthOf(text: string): number {
    return this.font.widthOfTextAtSize(text, this.size);
  }

  private write(x: number, y: number, text: string): void {
    this.sheet.drawText(text, {
      x,
      y: this.sheet.getHeight() - y,
      size: this.size,
      font: this.font,
      color: rgb(...channelsOf(this.colour)),
      rotate: degrees(this.turn),
    });
  }

  private writeRow(y: number, x: number, [label = '', ...cells]: string[]): void {
    if (label !== '') this.write(x, y, label);
    cells.forEach((cell, i) => {
      if (cell !== '') this.write((this.stops[i] ?? 0) - this.widthOf(cell), y, cell);
    });
  }

  private rule(x1: number, y1: number, x2: number, y2: number): void {
    const height = this.sheet.getHeight();
    this.sheet.drawLine({ start: { x: x1, y: height - y1 }, end: { x: x2, y: height - y2 }, thickness: 0.5 });
  }

  private fill(x: number, y: number, width: number, height: number): void {
    const color = rgb(...channelsOf(this.colour));
    this.sheet.drawRectangle({ x, y: this.sheet.getHeight() - y - height, width, height, color });
  }
}

const channelsOf = (colour: string): [number, number, number] => [
  Number.parseInt(colour.slice(1, 3), 16) / 255,
  Number.parseInt(colour.slice(3, 5), 16) / 255,
  Number.parseInt(colour.slice(5, 7), 16) / 255,
];
