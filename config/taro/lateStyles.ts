import type { Compiler } from 'webpack'

const NAME = 'LateStyles'
const PAGE = 'index.html'
const SHEET = /<link [^>]*rel="stylesheet"[^>]*>/g

/**
 * Moves the style sheets behind the first words of the page, which need none: in the head they would keep a phone on a slow
 * line blank until they have come. Scripts still wait for them, so that the app is never shown without.
 */
export const withLateStyles = (html: string): string => {
  const sheets = html.match(SHEET) ?? []
  return html.replace(SHEET, '').replace('</body>', () => `${sheets.join('')}</body>`)
}

/** Webpack plugin: does it to index.html before the service worker's list is made of it. */
export class LateStyles {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack
    const stage = Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE
    compiler.hooks.thisCompilation.tap(NAME, compilation => {
      compilation.hooks.processAssets.tap({ name: NAME, stage }, assets => {
        const page = assets[PAGE]
        if (!page) return
        const html = withLateStyles(String(page.source()))
        compilation.updateAsset(PAGE, new sources.RawSource(html))
      })
    })
  }
}
