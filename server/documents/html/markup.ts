const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/** What neither XML nor HTML may hold, escaped or not. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu

/** Text as it stands between tags and within quoted attributes, in HTML and XML alike. */
export const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"']/g, mark => MARKS[mark] ?? mark)

/** An element whose content is markup already. */
export const tag = (
  name: string,
  inner: string,
  attributes: Readonly<Record<string, string>> = {},
): string => {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  return `<${name}${said.join('')}>${inner}</${name}>`
}
