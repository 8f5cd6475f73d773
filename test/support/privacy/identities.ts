import { AREA_CODES } from '../../../server/domain/privacy/lexicon/areaCodes'
import { idCheckCharacter } from '../../../server/domain/privacy/detectors/residentId'
import { passesLuhn } from '../../../server/domain/privacy/detectors/cards'
import type { Chance } from './chance'

/** Made-up identifiers that pass every check. None belongs to a person. */

const AREAS = AREA_CODES.packed
  .join(' ')
  .split(' ')
  .flatMap(part => {
    const [head = '', tails = ''] = part.split(':')
    return (tails.match(/../g) ?? []).map(tail => head + tail)
  })
  .filter(code => !code.endsWith('00'))

const two = (n: number): string => String(n).padStart(2, '0')

export const birthDate = (chance: Chance, from = 1930, to = 2020): string =>
  `${chance.int(from, to)}${two(chance.int(1, 12))}${two(chance.int(1, 28))}`

export const residentId = (chance: Chance, from = 1930, to = 2020): string => {
  const body = chance.pick(AREAS) + birthDate(chance, from, to) + chance.digits(3)
  return body + idCheckCharacter(body)
}

export const residentId15 = (chance: Chance): string =>
  chance.pick(AREAS) + birthDate(chance, 1930, 1985).slice(2) + chance.digits(3)

export const disabilityCard = (chance: Chance): string =>
  residentId(chance) + String(chance.int(1, 7)) + String(chance.int(1, 4))

export const mobile = (chance: Chance): string => `1${chance.int(3, 9)}${chance.digits(9)}`

const withLuhn = (body: string): string => [...'0123456789'].map(digit => body + digit).find(passesLuhn) ?? ''

const ISSUERS = ['621700', '622848', '623028', '621098', '622202', '620522', '623065', '621661']

export const bankCard = (chance: Chance): string =>
  withLuhn(chance.pick(ISSUERS) + chance.digits(chance.pick([16, 17, 18, 19]) - 7))

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯曹彭曾田董袁潘蔡蒋余于杜叶程苏魏吕丁任',
]
const GIVEN = [...'建国秀英伟芳娜敏静丽强磊军洋艳勇杰娟涛明超霞平刚桂兰玉文华志永红春生海新宝成德福仁立民']

export const fullName = (chance: Chance): string =>
  chance.pick(SURNAMES) + chance.pick(GIVEN) + (chance.next() < 0.75 ? chance.pick(GIVEN) : '')
