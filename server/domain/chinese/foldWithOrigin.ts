/** The form of a piece for comparison, and the number of UTF-16 units of the source that it covers. */
export interface ReadForm {
  form: string
  length: number
}

/**
 * Folds a text piece by piece and records the origin: `origin[i]` is the index in the source of the folded character
 * i. An empty form drops its piece.
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
