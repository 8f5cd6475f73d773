/** Glyphs for a tick and for an empty box. source: published catalogues and Word's own boxes; checkedOn 2026-11 */
export const TICKED_GLYPHS = '■√✓✔☑☒▣◼⬛🗹▲●◆★Ö'
export const EMPTY_GLYPHS = '□☐▢◻⬜△○〇◇☆'
/** What character recognition makes of an empty box: a look-alike character. */
export const DAMAGED_BOXES = '口囗ロ'

/** Words and letters that stand for a tick in a cell of their own. */
export const TICK_WORDS: readonly string[] = ['是', '有', '1', 'y', 'yes', '√.', '是√', '公开', '对']
export const NO_TICK_WORDS: readonly string[] = [
  '否',
  '无',
  '0',
  'n',
  'no',
  '/',
  '-',
  '--',
  '—',
  '——',
  '×',
  'x',
  '不',
  '\\',
]
/** What a tick often becomes when a page is scanned or its font is lost. */
export const DAMAGED_TICKS: readonly string[] = ['v', 'ν', '∨', '丿', '了', 'j', 'ü', 'p', 'r', '厂']
