import { readFileSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import { InstallableApp } from './taro/installableApp'
import { LateStyles } from './taro/lateStyles'
import { OfflineApp } from './taro/offlineApp'
import { demandRelease } from './taro/release'

/**
 * Taro's build configuration: one source (miniapp/src), two outputs (dist/weapp, dist/h5).
 * `TARO_APP_API_BASE` sets where the mini program finds the API, `TARO_APP_ID` its appid: a mini program is built for release
 * with both, for a trial on this machine with `MINGBAI_TRIAL=1`. The H5 app asks its own origin.
 * `TARO_APP_VOICE=1` builds reading aloud into the mini program, whose account must have the plugin WechatSI.
 */
const root = path.resolve(__dirname, '..')
const DEVELOPMENT_API = 'http://127.0.0.1:8080/api/v1'

/** The part of webpack-chain's interface that is used here. */
interface WebpackChain {
  set(key: string, value: unknown): unknown
  merge(part: object): unknown
  plugin(name: string): { use(plugin: unknown): unknown }
  resolve: { alias: { set(name: string, target: string): unknown } }
  performance: { hints(on: boolean): unknown }
}

/** Taro's own `cache` never hits when the source root is not `src`, so webpack's is set by hand. */
const keepCache = (type: string) => (chain: WebpackChain) => {
  chain.set('cache', {
    type: 'filesystem',
    cacheDirectory: path.join(root, '.cache', `webpack-${type}`),
    buildDependencies: {
      config: [
        __filename,
        path.join(__dirname, 'taro', 'aria.js'),
        path.join(root, 'babel.config.js'),
        path.join(root, 'package.json'),
      ],
    },
    version: `${type}-${process.env.TARO_APP_API_BASE ?? ''}`,
  })
  chain.performance.hints(false)
}

/**
 * No cache on the disk for the mini program: Taro copies what several sub-packages share out of finished assets, and from a
 * kept cache it copies those of an earlier build, which ask for modules by numbers that are gone.
 */
const forgetCache = (chain: WebpackChain) => {
  chain.set('cache', { type: 'memory' })
  chain.performance.hints(false)
}

/** Libraries of Taro's router that are published newer than ES2017. */
const NEWER_LIBRARIES = ['decode-uri-component', 'filter-obj', 'query-string', 'split-on-first'].map(name =>
  path.join(root, 'node_modules', name),
)

/** The H5 elements are plain HTML: the styles of Taro's own components would only be in the way. */
const withoutComponentStyles = (chain: WebpackChain) => {
  const empty = path.join(__dirname, 'taro', 'empty.css')
  chain.resolve.alias.set('@tarojs/components/global.css', empty)
  chain.resolve.alias.set('@tarojs/components-react/dist/index.css', empty)
}

/**
 * The router as separate modules instead of its one bundle, so that elements/watch.h5.ts reaches the page stack that the router
 * itself uses.
 */
const routerInModules = (chain: WebpackChain) => {
  chain.resolve.alias.set('@tarojs/router$', path.join(root, 'node_modules/@tarojs/router/dist/index.js'))
}

/** What several pages use comes once, not once with every page. */
const shareBetweenPages = (chain: WebpackChain) => {
  const shared = { name: 'shared', chunks: 'async', minChunks: 3, reuseExistingChunk: true }
  chain.merge({ optimization: { splitChunks: { cacheGroups: { shared } } } })
}

export default defineConfig(() => {
  const type = process.env.TARO_ENV ?? 'weapp'
  // A build that is served, not the one that is watched while somebody works on it.
  const lasting = process.env.NODE_ENV === 'production'
  const apiBase = type === 'h5' ? '/api/v1' : (process.env.TARO_APP_API_BASE ?? DEVELOPMENT_API)
  if (type === 'weapp' && lasting && process.env.MINGBAI_TRIAL !== '1') {
    const { appid } = JSON.parse(readFileSync(path.join(root, 'project.config.json'), 'utf8')) as {
      appid: string
    }
    demandRelease({ appid: process.env.TARO_APP_ID ?? appid, apiBase: process.env.TARO_APP_API_BASE })
  }
  return {
    projectName: 'mingbai',
    date: '2026-11-01',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
    sourceRoot: 'miniapp/src',
    outputRoot: `dist/${type}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    alias: { '@shared': path.join(root, 'shared') },
    // Where the tokens are said: styles/app.scss.
    sass: { data: `$root: '${type === 'h5' ? ':root' : 'page'}';` },
    plugins: [path.join(__dirname, 'taro', 'aria.js')],
    defineConstants: {
      API_BASE: JSON.stringify(apiBase),
      LASTING_BUILD: JSON.stringify(lasting),
      HAS_VOICE: JSON.stringify(process.env.TARO_APP_VOICE === '1'),
    },
    copy: {
      patterns: type === 'weapp' ? [{ from: 'miniapp/src/sitemap.json', to: 'dist/weapp/sitemap.json' }] : [],
      options: {},
    },
    mini: {
      compile: { include: [path.join(root, 'shared')] },
      postcss: { pxtransform: { enable: false } },
      optimizeMainPackage: { enable: true },
      webpackChain: forgetCache,
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      useHtmlComponents: true,
      router: { mode: 'hash' },
      compile: { include: [path.join(root, 'shared'), ...NEWER_LIBRARIES] },
      postcss: { pxtransform: { enable: false }, autoprefixer: { enable: true } },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      webpackChain: (chain: WebpackChain) => {
        keepCache('h5')(chain)
        withoutComponentStyles(chain)
        routerInModules(chain)
        shareBetweenPages(chain)
        chain.plugin('installableApp').use(InstallableApp)
        chain.plugin('lateStyles').use(LateStyles)
        if (lasting) chain.plugin('offlineApp').use(OfflineApp)
      },
    },
  }
})
