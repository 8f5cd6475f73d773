import { notFound } from '@server/platform/errors'
import { publicRead } from '@server/http/route'
import { targetsOfCode } from '../queries/codes'

export const codeRoutes = [
  publicRead('GET /codes', {
    tag: '阅读',
    summary: '一个码（小程序码、二维码、7 位短码）说的是哪条公示、哪个村、哪份目录或哪个事项',
    handle: async ({ services: { db, config }, query: { code, host } }) => {
      const own = new URL(config.publicBaseUrl).host
      if (host !== undefined && host !== own) throw notFound('code-elsewhere', 'host')
      return { items: await targetsOfCode(db, code) }
    },
  }),
]
