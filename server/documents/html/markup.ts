const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/** Characters that XML and HTML forbid, escaped or not. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu

/** Escapes text for element content and quoted attributes, in HTML and XML alike. */
export const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"']/g, mark => MARKS[mark] ?? mark)

/** Writes an element whose content is already markup. */
export const tag = (
  name: string,
  inner: string,
  attributes: Readonly<Record<string, string>> = {},
): string => {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  return `<${name}${said.join('')}>${inner}</${name}>`
}
