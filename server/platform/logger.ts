import pino, { type DestinationStream, type Logger } from 'pino'

/** Secrets removed from logged objects; `*` covers one level of nesting. */
const SECRET = ['*.authorization', '*.accessToken', '*.refreshToken', '*.secret', '*.password', '*.openid']

/** Logs only an error's name, message, code and stack: database drivers attach the written rows to theirs. */
const named = ({ name, message, code, stack }: Error & { code?: string | number }) => ({
  type: name,
  message,
  ...(code !== undefined && { code }),
  stack,
})

const toStandardError = (): DestinationStream => pino.destination({ dest: 2, sync: true })

/** Logs JSON lines to standard error; standard output stays free for what `npm start` prints. */
export const createLogger = (level: string, destination: DestinationStream = toStandardError()): Logger =>
  pino({ level, serializers: { err: named }, redact: { paths: SECRET, censor: '***' } }, destination)
