import fc from 'fast-check'
import { utf8 } from '../../../../shared/common/utf8'

test('gives the bytes that TextEncoder gives, lone surrogates too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect([...utf8(text)]).toEqual([...new TextEncoder().encode(text)])
    }),
  )
  for (const text of ['', '低保¥', '𠮷', '\ud800', 'a\udc00b']) {
    expect([...utf8(text)]).toEqual([...new TextEncoder().encode(text)])
  }
})
