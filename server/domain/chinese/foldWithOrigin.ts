/** What is read at one place of the source: the form of comparison, and how many code units of the source it stands for. */
export interface ReadForm {
  form: string
  length: number
}

/**
 * Folds a text piece by piece and keeps the way back: `origin[i]` is the index in the source of the folded character i. An
 * empty form drops its piece.
 */
export function foldWithOrigin(
  source: string,
  read: (at: number) => ReadForm,
): { text: string; origin: number[] } {
  const origin: number[] = []
  let text = ''
  for (let at = 0; at < source.length;) {
    const { form, length } = read(at)
    for (let unit = 0; unit < form.length; unit += 1) origin.push(at)
    text += form
    at += length
  }
  return { text, origin }
}
