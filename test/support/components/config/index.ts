import path from 'node:path'

/** Taro's build of single shared components as native ones, for the component tests only. */
const root = path.resolve(__dirname, '../../../..')

export default {
  projectName: 'mingbai-components',
  date: '2026-11-01',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: path.relative(path.resolve(__dirname, '..'), path.join(root, '.cache', 'native-components')),
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  alias: { '@shared': path.join(root, 'shared') },
  plugins: [path.join(root, 'config', 'taro', 'aria.js')],
  defineConstants: { API_BASE: JSON.stringify('') },
  mini: {
    compile: { include: [path.join(root, 'shared'), path.join(root, 'miniapp')] },
    postcss: { pxtransform: { enable: false } },
  },
}
