/** The head of a column whose numbers refer to notes or pages: they state nothing, and show nothing of how numbers are written. */
export const isNoteHead = (text: string): boolean =>
  /^(?:(?:notes?|refs?|references?|fn)(?: (?:no|number|ref)s?)?|pages?(?: (?:no|number)s?)?)\.?$/i.test(
    text.trim(),
  );
