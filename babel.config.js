/**
 * Taro's preset: React JSX, TypeScript, and syntax for the phones that browserslist in package.json names. They know these
 * three of ES2018 and ES2019 too; the emitted code stays at ES2017, which config/phone/gate.mjs checks.
 */
const include = [
  'transform-async-generator-functions',
  'transform-object-rest-spread',
  'transform-optional-catch-binding',
]

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', include }]],
}
