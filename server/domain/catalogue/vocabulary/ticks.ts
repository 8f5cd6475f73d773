/** Glyphs for a tick and for an empty box. Source: published catalogues and Word's own boxes; checkedOn 2026-11 */
export const TICKED_GLYPHS = '■√✓✔☑☒▣◼⬛🗹▲●◆★Ö'
export const EMPTY_GLYPHS = '□☐▢◻⬜△○〇◇☆'
/** Characters that OCR mistakes an empty box for. */
export const DAMAGED_BOXES = '口囗ロ'

/** Words and letters that mean a tick in a cell of their own. */
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
/** Characters that a tick becomes in a scan or with a lost font. */
export const DAMAGED_TICKS: readonly string[] = ['v', 'ν', '∨', '丿', '了', 'j', 'ü', 'p', 'r', '厂']
