import type { Issue } from '@shared/contract/common'
import { scanText } from '.'
import { fieldName } from '@shared/texts/errors'

/** Reports personal data in texts published with a notice: reasons, decisions, comments. By field of the request. */
export const wordsIssues = (words: Readonly<Record<string, string>>, today: string): Issue[] =>
  Object.entries(words).flatMap(([field, text]) =>
    scanText(text, { today })
      .filter(({ severity }) => severity === 'block')
      .map(({ kind }) => ({
        code: `privacy-${kind}`,
        field,
        message: `${fieldName([field])}里有个人信息，请去掉再写。`,
      })),
  )
