import type { DaysRule } from './publicityRules'

/**
 * Rules of withdrawal 撤回 and lawful erasure 依法删除. Versioned data: change it here, never in the code; a removal keeps the
 * code, the name and the version that it was made with.
 */

const CHECKED_ON = '2026-12-01'

/** Time for the supervising body to confirm a withdrawal; without its word the notice is public again. */
export const CONFIRM_WITHIN: DaysRule = {
  n: 3,
  unit: 'working-day',
  source: '本区设定：撤回由监督机构在三个工作日内确认',
  checkedOn: CHECKED_ON,
}

/** An article of law that demands erasure. */
interface ErasureBasis {
  code: string
  law: string
  article: string
  /** The words of the article that apply. */
  words: string
}

const PIPL = '《中华人民共和国个人信息保护法》'
const PIPL_47 = '有下列情形之一的，个人信息处理者应当主动删除个人信息'

/** Articles of law on which words may be erased; an article is never removed, only added. */
export const ERASURE_BASES: {
  version: number
  source: string
  checkedOn: string
  articles: readonly ErasureBasis[]
} = {
  version: 1,
  source: '法律条文；处理个人信息以外的理由（写错、过期）用更正，不用删除',
  checkedOn: CHECKED_ON,
  articles: [
    {
      code: 'pipl-47-1',
      law: PIPL,
      article: '第四十七条第一款第一项',
      words: `${PIPL_47}：处理目的已实现、无法实现或者为实现处理目的不再必要。`,
    },
    {
      code: 'pipl-47-2',
      law: PIPL,
      article: '第四十七条第一款第二项',
      words: `${PIPL_47}：个人信息处理者停止提供产品或者服务，或者保存期限已届满。`,
    },
    {
      code: 'pipl-47-3',
      law: PIPL,
      article: '第四十七条第一款第三项',
      words: `${PIPL_47}：个人撤回同意。`,
    },
    {
      code: 'pipl-47-4',
      law: PIPL,
      article: '第四十七条第一款第四项',
      words: `${PIPL_47}：个人信息处理者违反法律、行政法规或者违反约定处理个人信息。`,
    },
    {
      code: 'pipl-47-5',
      law: PIPL,
      article: '第四十七条第一款第五项',
      words: `${PIPL_47}：法律、行政法规规定的其他情形。`,
    },
    {
      code: 'civil-1037',
      law: '《中华人民共和国民法典》',
      article: '第一千零三十七条第二款',
      words:
        '自然人发现信息处理者违反法律、行政法规的规定或者双方的约定处理其个人信息的，有权请求信息处理者及时删除。',
    },
    {
      code: 'minors-72',
      law: '《中华人民共和国未成年人保护法》',
      article: '第七十二条第三款',
      words:
        '未成年人、父母或者其他监护人要求信息处理者更正、删除未成年人个人信息的，信息处理者应当及时采取措施予以更正、删除，但法律、行政法规另有规定的除外。',
    },
  ],
}

/** Returns the article of a code; undefined when there is none. */
export const basisOf = (code: string): ErasureBasis | undefined =>
  ERASURE_BASES.articles.find(one => one.code === code)

/** Days for which a backup is kept unless the operator says otherwise (`cli backup`). */
export const BACKUP_KEEP_DAYS = 30
