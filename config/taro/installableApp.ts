import fs from 'node:fs'
import path from 'node:path'
import type { Compiler } from 'webpack'

const NAME = 'InstallableApp'
const ICON = path.join(__dirname, 'icon.svg')

/** What a phone needs to put the web page on its home screen as an app of its own. */
const MANIFEST = {
  name: '明白栏',
  short_name: '明白栏',
  description: '村（居）务公开和街道公开目录，看得明白',
  lang: 'zh-CN',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#f7f5f0',
  theme_color: '#f7f5f0',
  icons: [
    { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
  ],
}

/** Webpack plugin: writes /app.webmanifest, which index.html names, and its icon. */
export class InstallableApp {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack
    const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL
    compiler.hooks.thisCompilation.tap(NAME, compilation => {
      compilation.hooks.processAssets.tap({ name: NAME, stage }, () => {
        compilation.emitAsset('app.webmanifest', new sources.RawSource(JSON.stringify(MANIFEST)))
        compilation.emitAsset('icon.svg', new sources.RawSource(fs.readFileSync(ICON)))
      })
    })
  }
}
