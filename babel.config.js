/** Taro's preset: React JSX, TypeScript, and syntax for phones from Android 6 and iOS 10 on. */
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
}
