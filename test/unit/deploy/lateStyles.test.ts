import { withLateStyles } from '../../../config/taro/lateStyles'

const PAGE =
  '<head><link rel="icon" href="x"/><script defer="defer" src="/a.js"></script><link href="/css/app.css" rel="stylesheet"></head><body><p>正在打开…</p></body>'

test('style sheets come after the first words, and nothing else moves', () => {
  expect(withLateStyles(PAGE)).toBe(
    '<head><link rel="icon" href="x"/><script defer="defer" src="/a.js"></script></head><body><p>正在打开…</p><link href="/css/app.css" rel="stylesheet"></body>',
  )
  expect(withLateStyles('<head></head><body></body>')).toBe('<head></head><body></body>')
})
