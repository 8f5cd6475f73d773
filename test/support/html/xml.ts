import { JSDOM } from 'jsdom'

const { window } = new JSDOM('')

/** The elements of that name in a document, which must be well-formed XML. */
export function xmlElements(xml: string, name: string): { text: string }[] {
  const document = new window.DOMParser().parseFromString(xml, 'application/xml')
  const fault = document.querySelector('parsererror')
  if (fault) throw new Error(`no well-formed XML: ${fault.textContent}`)
  return [...document.getElementsByTagName(name)].map(element => ({ text: element.textContent ?? '' }))
}
