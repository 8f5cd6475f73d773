import { z } from 'zod'

/** Forms of a notice for wall and chat group: 公示单 on A4 and A3, 群海报, 公众号文章, 广播稿. */
export const WallForm = z.enum(['a4', 'a3', 'poster', 'article', 'broadcast'])
export type WallForm = z.infer<typeof WallForm>
