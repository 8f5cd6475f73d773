/** What is missing in an emitted WXML template: addresses of pictures, handlers. */
import { createRequire } from 'node:module'

const { Parser } = createRequire(import.meta.url)('htmlparser2')

const WITH_SOURCE = new Set(['image', 'cover-image', 'video'])
const HANDLER = /^(?:capture-)?(?:mut-)?(?:bind|catch):?[a-z]/

/**
 * @param handlers names of all methods that the scripts of the build define
 * @returns `{ name, place }` of every picture without `src` and every handler that no script defines
 */
export function templateFaults(wxml, handlers) {
  const faults = []
  const lineAt = index => wxml.slice(0, index).split('\n').length
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const place = `${lineAt(parser.startIndex)}`
        if (WITH_SOURCE.has(tag) && !attributes.src) faults.push({ name: `<${tag}> 没有 src`, place })
        for (const [name, value] of Object.entries(attributes)) {
          if (HANDLER.test(name) && !value.includes('{{') && !handlers.has(value)) {
            faults.push({ name: `<${tag}> ${name} 没有处理函数 ${value}`, place })
          }
        }
      },
    },
    { xmlMode: true, decodeEntities: false },
  )
  parser.end(wxml)
  return faults
}
