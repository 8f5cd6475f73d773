import pino, { type DestinationStream, type Logger } from 'pino'

/** What must never stand in a log, wherever it comes up in a logged object. */
const SECRET = ['*.authorization', '*.accessToken', '*.refreshToken', '*.secret', '*.password', '*.openid']

/** Of an error only what names it: drivers hang the rows that were written on theirs. */
const named = ({ name, message, code, stack }: Error & { code?: string | number }) => ({
  type: name,
  message,
  ...(code !== undefined && { code }),
  stack,
})

const toStandardError = (): DestinationStream => pino.destination({ dest: 2, sync: true })

/** JSON lines on standard error; standard output stays for what `npm start` tells a person. */
export const createLogger = (level: string, destination: DestinationStream = toStandardError()): Logger =>
  pino({ level, serializers: { err: named }, redact: { paths: SECRET, censor: '***' } }, destination)
