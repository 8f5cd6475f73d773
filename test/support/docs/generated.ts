import { powerSchema } from './microPower'
import { noticePaper } from './notices'
import { objectionPaper } from './objections'
import { permissionTable } from './permissions'
import { roomsPage } from './rooms'

/** Papers that are made from the code: `npm run docs:build` writes them, test/unit/docs finds them out of date. */
export const GENERATED: readonly { file: string; make: () => string }[] = [
  { file: 'docs/permissions.md', make: permissionTable },
  { file: 'docs/notices.md', make: noticePaper },
  { file: 'docs/objections.md', make: objectionPaper },
  { file: 'docs/micropower.schema.json', make: powerSchema },
  { file: 'docs/rooms.md', make: roomsPage },
]
