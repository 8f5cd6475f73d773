import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build, type Plugin } from 'esbuild'
import { compileString } from 'sass'

const ROOT = path.resolve(__dirname, '../../..')
const STYLES = path.join(ROOT, 'miniapp', 'src', 'styles')

/** Styles that sub-packages bring themselves. */
const OF_PACKAGES = ['power/power.scss', 'matrix/matrix.scss', 'street/street.scss']

/** Fonts that the product ships, as the gallery names and serves them: the same letters on every machine. */
export const GALLERY_FONTS = {
  'sans-400': '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'sans-500': '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  'sans-600': '@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf',
  'sans-700': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  'song-700': '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'song-900': '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
} as const

const faces = Object.keys(GALLERY_FONTS).map(name => {
  const [family, weight] = name.split('-')
  return `@font-face { font-family: 'gallery-${family}'; font-weight: ${weight}; src: url('fonts/${name}.ttf') }`
})

const PAGE = `<!doctype html>
<html lang="zh-CN">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <link rel="icon" href="data:," />
  <title>组件</title>
  <style>${faces.join('\n')}</style>
  <style id="look"></style>
  <style>
    :root { font-family: 'gallery-sans', sans-serif }
    .frame { --song: 'gallery-song', serif; min-height: 0 }
    .gallery__says { margin-top: 24px }
    /* What keeps to the edge of a screen keeps to this box. */
    .gallery__state { position: relative; transform: translateZ(0) }
  </style>
  <body>
    <div id="app"></div>
    <script src="gallery.js"></script>
  </body>
</html>
`

/** What Taro gives to the components in the app is the gallery's own here. */
const ownTaro: Plugin = {
  name: 'own-taro',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^@tarojs\/taro$/ }, () => ({ path: path.join(__dirname, 'taro.ts') }))
    onResolve({ filter: /\.scss$/ }, () => ({ path: path.join(ROOT, 'config', 'taro', 'empty.css') }))
  },
}

function styles(): string {
  const app = readFileSync(path.join(STYLES, 'app.scss'), 'utf8')
  const ofPackages = OF_PACKAGES.map(name =>
    readFileSync(path.join(ROOT, 'miniapp', 'src', 'packages', name), 'utf8'),
  )
  return [`$root: ':root';\n${app}`, ...ofPackages]
    .map(source => compileString(source, { loadPaths: [STYLES] }).css)
    .join('\n')
}

/** Builds the gallery of the components as the web app has them into a folder: a page, a script, the styles of the app. */
export async function buildGallery(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await build({
    entryPoints: [path.join(__dirname, 'main.tsx')],
    outfile: path.join(folder, 'gallery.js'),
    bundle: true,
    format: 'iife',
    target: 'es2020',
    jsx: 'automatic',
    tsconfig: path.join(ROOT, 'tsconfig.json'),
    resolveExtensions: ['.h5.tsx', '.h5.ts', '.tsx', '.ts', '.mjs', '.js', '.json'],
    plugins: [ownTaro],
    define: {
      API_BASE: '"/api/v1"',
      LASTING_BUILD: 'false',
      HAS_VOICE: 'false',
      'process.env.NODE_ENV': '"production"',
    },
    logLevel: 'error',
  })
  writeFileSync(path.join(folder, 'app.css'), styles())
  writeFileSync(path.join(folder, 'index.html'), PAGE)
}
