import { Converter } from 'opencc-js'
import { foldWithOrigin } from '../../../../server/domain/chinese/foldWithOrigin'
import { simplify, simplifyCharacter } from '../../../../server/domain/chinese/simplify'
import { TRADITIONAL_PAIRS } from '../../../../server/domain/chinese/traditional'

const PAIRS = TRADITIONAL_PAIRS.flatMap(line => line.match(/../g) ?? [])

describe('traditional characters', () => {
  it('have the simplified form that OpenCC gives them, 帳 apart', () => {
    const convert = Converter({ from: 't', to: 'cn' })
    const others = PAIRS.filter(pair => convert(pair.charAt(0)) !== pair.charAt(1))
    expect(others).toEqual(['帳账'])
    expect(PAIRS.length).toBeGreaterThan(2800)
  })

  it('occur once each; no simplified form is simplified again but that of 薴', () => {
    expect(new Set(PAIRS.map(pair => pair.charAt(0))).size).toBe(PAIRS.length)
    expect(PAIRS.filter(pair => simplifyCharacter(pair.charAt(1)) !== pair.charAt(1))).toEqual(['薴苧'])
  })

  it('are replaced one for one, everything else is kept', () => {
    expect(simplify('鄉鎮時限 abc 公开𠮷')).toBe('乡镇时限 abc 公开𠮷')
    expect(simplify('銀行帳號')).toBe('银行账号')
  })
})

test('a folded text knows where each character comes from', () => {
  const pieces: Record<number, { form: string; length: number }> = {
    0: { form: 'ab', length: 1 },
    1: { form: '', length: 2 },
    3: { form: 'c', length: 1 },
  }
  expect(foldWithOrigin('㎏--c', at => pieces[at]!)).toEqual({ text: 'abc', origin: [0, 0, 3] })
})
