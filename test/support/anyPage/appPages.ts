import { readFileSync } from 'node:fs'
import path from 'node:path'

const CONFIG = path.resolve(__dirname, '../../../miniapp/src/app.config.ts')

/** Every page of the app, as its configuration names them. */
export function pagesOfApp(): string[] {
  const config = readFileSync(CONFIG, 'utf8')
  const [main = ''] = config.split('subPackages')
  const own = [...main.matchAll(/'(pages\/[^']+)'/g)].map(([, page = '']) => page)
  const packages = [...config.matchAll(/root: '([^']+)',\s*pages: \[([^\]]*)\]/g)]
  const below = packages.flatMap(([, root = '', pages = '']) =>
    [...pages.matchAll(/'([^']+)'/g)].map(([, page = '']) => `${root}/${page}`),
  )
  return [...own, ...below]
}
