import { grouped } from '@shared/ledger/printed'
import { dateLabel } from '@shared/common/period'
import { documentOf } from '@shared/presentation/document'
import { lastDay, publicityWords } from '@shared/presentation/publicityWords'
import type { NoticePage } from '@shared/contract/reading/site'
import type { RecordPrint } from '@server/documents/print'
import type { WallNotice } from './types'
import { codeOf, dayOf, placeLine, SEAL } from './words'

/** Number of leading hash characters to print: as many as a person can be asked to type. */
const CODE_SHOWN = 16

const shown = (hash: string): string => grouped(hash.slice(0, CODE_SHOWN))

function metaOf({ notice, publicity, editions }: NoticePage): string[] {
  const { reason } = editions.find(({ edition }) => edition === notice.edition) ?? { reason: null }
  const published = `${dayOf(notice.publishedAt)}公开，第 ${notice.edition} 版，${publicityWords(publicity)}`
  return [published, ...(reason ? [`这一版更正了：${reason}`] : [])]
}

function signedLines({ notice, signOff, meeting }: NoticePage): string[] {
  const written = `${notice.author} 写`
  const signed = signOff ? `，${signOff.body}${signOff.name} ${dayOf(signOff.at)}审` : ''
  return [
    `${written}${signed}`,
    ...(meeting ? [`联席会议${dateLabel(meeting.heldOn)}：${meeting.decision}`] : []),
  ]
}

/** Telephone numbers, each once with whom to ask for, the one who signed first. */
function phonesOf({ org, signOff }: NoticePage): string[] {
  const first = org.contacts.filter(({ name }) => name === signOff?.name)
  const people = [...first, ...org.contacts.filter(one => !first.includes(one))]
  const numbers = [...new Set(people.map(({ phone }) => phone))]
  return numbers.map(number => `${people.find(({ phone }) => phone === number)!.name} ${number}`)
}

const COMMITTEES: readonly string[] = ['village', 'community']

const stampedBy = ({ kind, name, words }: NoticePage['org']): string =>
  COMMITTEES.includes(kind) ? `${words.residents}委员会` : name

/** A day in the year of the print without its year. */
const dayIn = (day: string, madeOn: string): string =>
  day.slice(0, 4) === madeOn.slice(0, 4) ? dateLabel(day).replace(/^\d+年/, '') : dateLabel(day)

function trustOf({ page, checkpoint, madeOn }: WallNotice): RecordPrint['trust'] {
  const { org, publicity, ledger, signOff } = page
  const office = [
    ...(org.address ? [`地址：${org.address}`] : []),
    ...(org.officeHours ? [`办公时间：${org.officeHours}`] : []),
  ]
  const kept = ledger && `存证：第 ${ledger.index + 1} 条，存证指纹 ${shown(ledger.leaf)}`
  const point = checkpoint && `存证点：存证账本 ${checkpoint.size} 条，指纹 ${shown(checkpoint.root)}`
  return {
    seal: signOff ? SEAL : null,
    signed: signedLines(page),
    until: publicity.over
      ? '觉得不对，现在也可以说：'
      : `觉得不对，${dayIn(lastDay(publicity), madeOn)}前说：`,
    whom: [...phonesOf(page), '扫码提意见'].join('，或者'),
    small: [...office, ...(kept ? [kept] : []), ...(point ? [point] : [])],
    stampBox: [stampedBy(org), '盖章处'],
  }
}

/** Sets the wall sheet 公示单 of a notice: its record, and around it what the sheet itself says. */
export function bulletin(wall: WallNotice, size: RecordPrint['size']): RecordPrint {
  const { page, address, code, madeOn } = wall
  const { notice, org, item, presented } = page
  return {
    title: `${notice.orgName} ${notice.title}`,
    author: notice.orgName,
    size,
    date: new Date(`${madeOn}T00:00:00+08:00`),
    masthead: {
      name: `${notice.orgName}${org.words.affairs}公开`,
      under: placeLine(page),
      address,
      ...(code && { code: code.toString('base64') }),
      beside: ['微信扫一扫', '看每一笔凭证', '提意见', `短码 ${codeOf(page)}`],
    },
    paperAlt: `${code ? '小程序码' : '二维码'}：扫码看手机上的这一条`,
    heading: notice.title,
    meta: metaOf(page),
    document: documentOf(presented.blocks),
    trust: trustOf(wall),
    foot: `依据：${item.orgName}公开目录，${item.path.join(' › ')}`,
    printed: `${dateLabel(madeOn)}打印`,
  }
}
